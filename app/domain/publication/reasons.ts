// Reasons are asked beside low scores only, so giving one is a complaint. In every cell at least two ballots carry none.
import type { AnswerSheet } from './answer-sheet.ts';
import { chosen, fewestInDoubt } from './doubt.ts';
import type { KeyedPartition } from './partition.ts';
import type { Structure } from './structure.ts';
import { notAsked, type TalliedItem, type TallyInput } from './tally-input.ts';

/** Empties the reasons of randomly chosen ballots where too few carry none; afterwards every ballot of people asked has a set. */
export function leaveSilence(input: TallyInput, structure: Structure, sheet: AnswerSheet): void {
  for (const item of input.items) {
    const partition = structure.items.get(item.id);
    if (item.reasonsOf === undefined || !partition) continue;
    const explained = input.items.find(({ id }) => id === item.reasonsOf)!;
    silence(input, { item, explained, partition }, sheet);
  }
}

function silence(
  input: TallyInput,
  reasons: { readonly item: TalliedItem; readonly explained: TalliedItem; readonly partition: KeyedPartition },
  sheet: AnswerSheet,
): void {
  const { plan } = reasons.partition;
  const given = sheet.options(reasons.item.id);
  const speaking = plan.atoms.map((): number[] => []);
  const silent = new Int32Array(plan.atoms.length);
  for (let row = 0; row < given.length; row += 1) {
    const atom = plan.atomOf[input.leafOf[row]!]!;
    if (reasons.explained.column.values[row] === notAsked) given[row] = notAsked;
    else if (given[row]! > 0) speaking[atom]!.push(row);
    else {
      given[row] = 0;
      silent[atom]! += 1;
    }
  }
  speaking.forEach((rows, atom) => {
    if (silent[atom]! < fewestInDoubt) for (const row of chosen(rows, fewestInDoubt - silent[atom]!, input.chance)) given[row] = 0;
  });
}
