// How the numbers of a survey were made: facts anybody can check against the release itself.
import { whole } from '../kernel/rounding.ts';
import { manyAnswers, worthActing } from '../analysis/changes/comparison.ts';
import { discoveryRate } from '../analysis/statistics/false-discovery.ts';
import { leastFor } from '../analysis/statistics/ladder.ts';
import { smallDelta } from '../analysis/statistics/two-groups.ts';
import { mustBeFlag } from '../analysis/priorities/unmet-must.ts';
import { topmost } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Release } from '../publication/release/release.ts';
import type { Language } from '../kernel/language.ts';
import type { DeclaredCut } from '../surveys/sealed/manifest.ts';
import { cutNotes, type CutNote } from './cut-notes.ts';
import { labelsOf, type GroupView, type Labels } from './labels.ts';
import { surveyView, type SurveyView } from './results-page.ts';

export interface MethodPage {
  readonly survey: SurveyView;
  readonly hash: string;
  readonly manifest: string | null;
  readonly previous: string | null;
  readonly receipts: string | null;
  readonly counts: Release['counts'];
  /** Null where nobody came with a slip. */
  readonly slips: { readonly listed: number; readonly given: number | null } | null;
  readonly minimumSupport: number;
  /** Groups that hold more than one department. */
  readonly together: readonly GroupView[];
  /** Questions that needed further merging, with the least number of answers in a group. */
  readonly ownGroups: readonly { readonly text: string; readonly groups: number; readonly k: number }[];
  /** In the order in which they were declared. */
  readonly cuts: readonly CutNote[];
  readonly dropped: readonly { readonly question: string; readonly scope: string; readonly why: Release['audit']['dropped'][number]['why'] }[];
  readonly atoms: number;
  readonly rules: typeof rules;
}

/** The rules that ran, as the note says them. */
const rules = {
  rate: whole(100 * discoveryRate),
  points: worthActing,
  delta: String(smallDelta).replace(/^0/, ''),
  many: manyAnswers,
  must: whole(100 * mustBeFlag),
  tests: leastFor((rung) => rung.tests !== 'none'),
  full: leastFor((rung) => rung.tests === 'full'),
  recommend: leastFor((rung) => rung.recommendation),
  items: leastFor((rung) => rung.items),
};

/** `declared`: the tables as they were sealed; null where no manifest tells them. */
export function methodOf(wave: Wave, hash: string, language: Language, declared: readonly DeclaredCut[] | null = null): MethodPage {
  const labels = labelsOf(wave, language);
  const { release } = wave;
  return {
    survey: surveyView(wave, undefined, labels),
    hash,
    manifest: release.manifest,
    previous: release.previous,
    receipts: release.receipts,
    counts: release.counts,
    slips: release.slips ?? null,
    minimumSupport: release.audit.minimumSupport,
    together: countedTogether(wave, labels),
    ownGroups: ownGroups(wave, labels),
    cuts: cutNotes(wave, declared, labels),
    dropped: release.audit.dropped.map((cut) => ({ question: labels.questionText(cut.question), scope: labels.department(cut.scope === 'company' ? wave.root : cut.scope), why: cut.why })),
    rules,
    atoms: wave.base ? (release.partitions[wave.base]?.atoms.length ?? 0) : 0,
  };
}

function countedTogether(wave: Wave, labels: Labels): GroupView[] {
  if (wave.base === null) return [];
  const { base } = wave;
  return (release(wave).partitions[base]?.atoms ?? []).flatMap((atom) => {
    const group = wave.groupOfAll(base, atom.departments);
    return group && topmost(wave.tree, group.departments).length > 1 ? [labels.pool(group)] : [];
  });
}

function ownGroups(wave: Wave, labels: Labels): MethodPage['ownGroups'] {
  return Object.entries(release(wave).items).flatMap(([id, item]) => {
    if (item.partition === wave.base || id.includes(':')) return [];
    const groups = release(wave).partitions[item.partition]?.atoms.length ?? 0;
    return [{ text: labels.questionText(id), groups, k: Number.parseInt(item.partition, 10) }];
  });
}

const release = (wave: Wave): Release => wave.release;
