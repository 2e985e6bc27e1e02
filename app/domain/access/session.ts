// A running session. The browser holds a secret, the portal its hash.

export interface Session {
  readonly tokenHash: string;
  readonly personId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}
