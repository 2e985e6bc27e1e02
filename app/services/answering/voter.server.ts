// Who asks for a paper. Less is looked up than for a page: neither roles nor departments matter, the roll decides.
import type { App } from '#app/platform/app.server.ts';

/** The person of a session that still runs and who is still here; null otherwise. */
export async function voterOf(app: App, tokenHash: string): Promise<string | null> {
  const session = await app.data.sessions.get(tokenHash, app.now().toISOString());
  if (!session) return null;
  const person = await app.data.people.get(session.personId);
  return person && person.leftOn === null ? person.id : null;
}
