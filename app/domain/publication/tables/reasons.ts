// Reasons are asked beside low scores only, so giving one is a complaint; choosing a remedy where something is weak is one too. In every
// cell at least two ballots carry none. Their cells and those of the scores can cross: what a table of scores leaves for the rest of a cell
// of reasons could prove a reason of everybody there. So of those who answered at least two carry none wherever two such cells meet.
import type { AnswerSheet } from '#app/domain/publication/tally/answer-sheet.ts';
import { chosen, fewestInDoubt } from '#app/domain/publication/doubt/doubt.ts';
import type { KeyedPartition } from '#app/domain/publication/groups/partition.ts';
import type { Structure } from '#app/domain/publication/groups/structure.ts';
import { notAsked, type TalliedItem, type TallyInput } from '#app/domain/publication/tally/tally-input.ts';

/** Empties the reasons of randomly chosen ballots where too few carry none; afterwards every ballot of people asked has a set. */
export function leaveSilence(input: TallyInput, structure: Structure, sheet: AnswerSheet): void {
  for (const item of input.items) {
    const partition = structure.items.get(item.id);
    const scores = structure.items.get(item.reasonsOf ?? '');
    if (!partition || (item.reasonsOf === undefined && !item.isComplaint)) continue;
    const explained = input.items.find(({ id }) => id === item.reasonsOf);
    // Who was asked for a remedy need not have answered anything else: everybody who was asked can be among the silent.
    const answers = explained?.column.values ?? sheet.options(item.id).map((set) => (set === notAsked ? notAsked : 0));
    silence(input, { item, answers, partition, scores: scores ?? partition }, sheet);
  }
}

function silence(
  input: TallyInput,
  reasons: { readonly item: TalliedItem; readonly answers: ArrayLike<number>; readonly partition: KeyedPartition; readonly scores: KeyedPartition },
  sheet: AnswerSheet,
): void {
  const { answers, partition, scores } = reasons;
  const given = sheet.options(reasons.item.id);
  const meetings = new Map<number, { readonly speaking: number[]; silent: number }>();
  for (let row = 0; row < given.length; row += 1) {
    const answer = answers[row]!;
    if (answer === notAsked) given[row] = notAsked;
    else if (given[row]! < 0) given[row] = 0;
    const leaf = input.leafOf[row]!;
    const key = partition.plan.atomOf[leaf]! * scores.plan.atoms.length + scores.plan.atomOf[leaf]!;
    const meeting = meetings.get(key) ?? { speaking: [], silent: 0 };
    meetings.set(key, meeting);
    if (given[row]! > 0) meeting.speaking.push(row);
    else if (answer >= 0) meeting.silent += 1;
  }
  for (const { speaking, silent } of meetings.values()) {
    if (silent < fewestInDoubt) for (const row of chosen(speaking, fewestInDoubt - silent, input.chance)) given[row] = 0;
  }
}
