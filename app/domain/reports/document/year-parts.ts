// What the report of a year is made of: what the page of each of its surveys says first, and everything of the last one.
import type { WaveOfYear } from '../wave-of-year.ts';
import type { ReportParts } from './report-parts.ts';

export interface WaveSaid {
  /** SHA-256, hex. */
  readonly release: string;
  readonly results: WaveOfYear;
}

export interface YearParts {
  /** Four digits. */
  readonly year: string;
  /** Of one line, oldest first, two at least; all of them about the same group by name. */
  readonly waves: readonly WaveSaid[];
  /** The last of them; its plans and promises are those of the year. */
  readonly last: ReportParts;
}
