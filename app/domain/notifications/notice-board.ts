// One sheet for people without mail: what the letters say, as everybody who works in the department may read it.
import type { Day } from '../kernel/day.ts';

export interface NoticeBoard {
  readonly department: { readonly id: string; readonly name: string };
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Paragraphs; a line of its own for each finding. Empty before the first publication. */
  readonly results: readonly string[];
  readonly owed: readonly string[];
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly today: Day;
  readonly home: string;
}

/** Nothing was published, nothing is owed and nothing was decided lately. */
export const isEmptyBoard = ({ results, owed, parts }: NoticeBoard): boolean => results.length + owed.length + parts.length === 0;
