// A link that signs one person in. Only its hash is kept, so that a stolen database signs nobody in.

export interface SignInLink {
  /** SHA-256 of the secret in the link. */
  readonly tokenHash: string;
  readonly personId: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  /** True in a demonstration only; elsewhere a link works once. */
  readonly reusable: boolean;
  /** Path opened after signing in. */
  readonly destination: string;
}
