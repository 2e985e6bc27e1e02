// What people write in their own words is told to them before they write it: the ballot page says the number that publication keeps.

/** Who reads the words of a survey, as it is sealed: HR alone, or also the heads of a group and, for the company, everybody, once HR has
 * passed them on. */
export const wordReaders = ['hr', 'heads'] as const;
export type WordReaders = (typeof wordReaders)[number];

/** Reasons and comments are never counted in fewer ballots. */
export const fewestForWords = 10;

/** Ballots of the smallest group whose texts are published, in a survey whose smallest group is k. */
export function fewestBesideText(k: number): number {
  return Math.max(fewestForWords, k);
}
