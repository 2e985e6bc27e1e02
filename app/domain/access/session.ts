// A running session. The browser holds a secret, the portal its hash, and days alone: the hour in which somebody came stands nowhere.
import type { Day } from '../kernel/day.ts';

export interface Session {
  readonly tokenHash: string;
  readonly personId: string;
  readonly createdOn: Day;
  /** The first day on which it no longer runs. */
  readonly expiresOn: Day;
}
