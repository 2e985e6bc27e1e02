// A way in through the address somebody had when a survey was sealed. It leads to that survey's paper and to nothing else, because the
// mailbox may have gone to somebody else since.

export interface FormerAccess {
  /** SHA-256 of a link's secret, and of the session's that it opened. */
  readonly tokenHash: string;
  readonly personId: string;
  /** Folded. */
  readonly email: string;
  /** True for the session. */
  readonly entered: boolean;
  readonly expiresAt: string;
}
