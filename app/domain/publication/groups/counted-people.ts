// Ballots count towards k as people, as far as it is certain that they are different people.
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';

/** By leaf, the respondents (by row) to whom the claim applies. */
export function countByLeaf(input: TallyInput, counts: (row: number) => boolean): Float64Array {
  const sums = new Float64Array(input.leaves.length);
  for (let row = 0; row < input.leafOf.length; row += 1) if (counts(row)) sums[input.leafOf[row]!]! += 1;
  return sums;
}

/** A reissued paper could hide a second ballot of one person, and a slip that was not handed out anybody's: so many fewer are counted as people. */
export function certainPeople(input: TallyInput, counts: Float64Array): Float64Array {
  return counts.map((count, leaf) => Math.max(0, count - input.leaves[leaf]!.reissued - (input.leaves[leaf]!.beyond ?? 0)));
}
