// What people chose in a question of the company's own. An option that fewer than k people chose is counted and gets no number.
import { added } from '../analysis/statistics/histogram.ts';
import { rungOf } from '../analysis/statistics/ladder.ts';
import { shareInterval, type Interval } from '../analysis/statistics/proportion-intervals.ts';
import { sizeOf } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import { percentOf, shareView } from './figures-shown.ts';
import { isOwn } from '../surveys/own/own-question.ts';
import type { GroupView, Labels } from './labels.ts';

export interface ChosenView {
  readonly id: string;
  readonly text: string;
  readonly group: GroupView;
  /** Everybody of the group who answered the survey, with a choice or without. */
  readonly ballots: number;
  /** In the order asked; null where fewer than k people chose it. */
  readonly options: readonly { readonly label: string; readonly chosen: { readonly people: number; readonly percent: number; readonly interval: Interval } | null }[];
}

interface Looking {
  readonly wave: Wave;
  readonly department: string;
  readonly labels: Labels;
}

/** Of every own question that offers options, in the order asked. */
export const chosenViews = (looking: Looking): ChosenView[] => looking.wave.questions.flatMap(({ id }) => chosenView(looking, id));

/** None where too few answered, and for a question without options. */
export function chosenView({ wave, department, labels }: Looking, id: string): ChosenView[] {
  const item = wave.release.items[id];
  const group = isOwn(id) && item?.kind === 'several' ? wave.group(item.partition, department) : null;
  if (item?.kind !== 'several' || !group) return [];
  const counts = added(group.atoms.flatMap((atom) => (item.cells[atom] ? [item.cells[atom]] : [])));
  const ballots = counts.at(-1) ?? 0;
  if (!rungOf(ballots).distribution) return [];
  // Where everybody answered nothing is missing; what remains is that the same people might choose otherwise next week.
  const size = sizeOf(group);
  const beyond = size === null || size <= ballots ? null : size;
  const shareOf = (people: number) => ({ percent: percentOf(people, ballots), interval: shareView(people, ballots, shareInterval(people, ballots, beyond)).interval as Interval });
  const options = item.options.map((option, at) => {
    const people = counts[at] ?? 0;
    return { label: labels.option(id, option), chosen: people >= wave.release.k ? { people, ...shareOf(people) } : null };
  });
  return [{ id, text: labels.questionText(id), group: labels.group(department, group), ballots, options }];
}
