// Time zones as a form offers them, and a moment as the clock of the company shows it.
import type { Day } from '../kernel/day.ts';

export interface ZoneChoice {
  readonly value: string;
  readonly label: string;
  /** Part of the world. */
  readonly group: string;
}

export interface ZoneOffer {
  readonly choices: readonly ZoneChoice[];
  readonly chosen: string;
  /** Whether the browser's zone may stand in its place: nobody has wished for one. */
  readonly open: boolean;
}

export interface ClockReading {
  readonly day: Day;
  /** Hours and minutes, as 09:05. */
  readonly time: string;
  readonly place: string;
}
