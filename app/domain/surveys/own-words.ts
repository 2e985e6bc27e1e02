// What people write in their own words is told to them before they write it: the ballot page says the number that publication keeps.

/** Reasons and comments are never counted in fewer ballots. */
export const fewestForWords = 10;

/** Ballots of the smallest group whose texts are published, in a survey whose smallest group is k. */
export function fewestBesideText(k: number): number {
  return Math.max(fewestForWords, k);
}
