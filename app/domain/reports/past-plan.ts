// What would be published of a past survey: who is counted with whom, which questions and tables. All of it depends on who answered
// alone, and no number stands beside a department: plans can be made again and again, and must not be compared with each other.
import type { Wave } from '../analysis/wave.ts';
import type { PastCounting } from '#app/domain/past-surveys/counting.ts';
import type { PastSign } from '#app/domain/past-surveys/signs.ts';
import type { Language } from '../kernel/language.ts';
import { labelsOf } from './labels.ts';
import { methodOf, type MethodPage } from './method-page.ts';

/** Who is counted, and what in the file speaks for and against it. */
export interface PlanCounted {
  readonly said: PastCounting;
  readonly signs: readonly PastSign[];
  readonly otherPeriods: number;
  readonly summaries: number;
  readonly nameless: number;
  readonly again: number;
  readonly superseded: number;
}

export interface PastPlan {
  /** People where rows are linked to people, else answers. */
  readonly rows: number;
  readonly invalid: number;
  readonly counted: PlanCounted;
  /** Whether rows are people; else they are single answers. */
  readonly linked: boolean;
  readonly k: number;
  /** Groups in all; null where every question has its own. */
  readonly groups: number | null;
  readonly together: readonly Pick<MethodPage['together'][number], 'names' | 'with'>[];
  readonly questions: readonly { readonly text: string; readonly published: boolean; readonly ownGroups: boolean }[];
  readonly cuts: readonly { readonly question: string; readonly bands: readonly string[] }[];
  readonly dropped: MethodPage['dropped'];
}

export function pastPlanOf(wave: Wave, { rows, invalid, counted, language }: { readonly rows: number; readonly invalid: number; readonly counted: PlanCounted; readonly language: Language }): PastPlan {
  const { release, base, questions } = wave;
  const method = methodOf(wave, '', language);
  const labels = labelsOf(wave, language);
  const asked = questions.filter(({ kind }) => kind !== 'background');
  return {
    rows: release.counts.ballots ?? rows,
    invalid,
    counted: {
      said: counted.said,
      signs: counted.signs,
      otherPeriods: counted.otherPeriods,
      summaries: counted.summaries,
      nameless: counted.nameless,
      again: counted.again,
      superseded: counted.superseded,
    },
    linked: base !== null,
    k: release.k,
    groups: base === null ? null : method.atoms,
    together: method.together.map(({ names, with: others }) => ({ names, with: others })),
    questions: asked.map(({ id }) => {
      const item = release.items[id];
      return { text: labels.questionText(id), published: item !== undefined, ownGroups: item !== undefined && base !== null && item.partition !== base };
    }),
    cuts: release.cuts.map(({ question, bands }) => ({ question: labels.questionText(question), bands: bands.map((band) => band.labels.filter((label) => label !== '').join(', ')) })),
    dropped: method.dropped,
  };
}
