// A link that signs one person in. Only its hash is kept, so that a stolen database signs nobody in. A link that was
// used is gone, with the place it led to: who came by which letter, and when, stands nowhere.

export interface SignInLink {
  /** SHA-256 of the secret in the link. */
  readonly tokenHash: string;
  readonly personId: string;
  /** ISO instant, to the minute: the second in which somebody asked for a link stands nowhere. */
  readonly expiresAt: string;
  /** True in a demonstration only; elsewhere a link works once. */
  readonly reusable: boolean;
  /** Path opened after signing in. */
  readonly destination: string;
}
