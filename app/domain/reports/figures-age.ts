// What figures say of their age where they leave the portal. A file or a letter is read later than it is made, so it names the day from
// which its figures are out of date: that stays true on whatever day somebody reads it.
export interface FiguresAge {
  /** The last day on which people answered, YYYY-MM-DD. */
  readonly measured: string;
  /** Weeks from one survey to the next. */
  readonly cadence: number;
  /** The first day on which they are out of date, YYYY-MM-DD. */
  readonly from: string;
  /** They were out of date when this was written, and there were none newer. */
  readonly old: boolean;
}

type Days = (day: string) => string;

/** Key of a sentence, and what stands in it. `day`: a day in words. */
export const ageWords = ({ measured, cadence, from, old }: FiguresAge, day: Days) =>
  [old ? 'results.age.since' : 'results.age.until', { measured: day(measured), cadence, from: day(from) }] as const;

/** The same in a few words, for the line under a figure and the foot of a page. */
export const ageInShort = ({ from }: Pick<FiguresAge, 'from'>, day: Days) => ['results.age.short', { from: day(from) }] as const;
