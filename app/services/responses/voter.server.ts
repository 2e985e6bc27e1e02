// Who asks for a paper. Less is looked up than for a page: the roll decides, and whoever leaves loses every session in the same step.
import type { App } from '#app/platform/app.server.ts';

/** A person by today's address, or by one of before (folded). */
export type Voter = string | { readonly personId: string; readonly former: string };

export const personOf = (voter: Voter): string => (typeof voter === 'string' ? voter : voter.personId);
export const formerOf = (voter: Voter): string | null => (typeof voter === 'string' ? null : voter.former);

/** The person of a session that still runs; null otherwise. */
export async function voterOf(app: App, tokenHash: string): Promise<Voter | null> {
  const session = await app.data.sessions.get(tokenHash, app.today());
  if (session) return session.personId;
  const former = await app.data.formerAccess.get(tokenHash, app.today());
  return former?.entered ? { personId: former.personId, former: former.email } : null;
}
