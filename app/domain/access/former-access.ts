// A way in through the address somebody had when a survey was sealed. It leads to that survey's paper and to nothing else, because the
// mailbox may have gone to somebody else since.

import type { Day } from '../kernel/day.ts';

export interface FormerAccess {
  /** SHA-256 of a link's secret, and of the session's that it opened. */
  readonly tokenHash: string;
  readonly personId: string;
  /** Folded. */
  readonly email: string;
  /** True for the session. */
  readonly entered: boolean;
  /** The first day on which it is good no more: no hour tells when somebody came. */
  readonly expiresOn: Day;
}
