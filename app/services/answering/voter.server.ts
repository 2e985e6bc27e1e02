// Who asks for a paper. Less is looked up than for a page: the roll decides, and whoever leaves loses every session in the same step.
import type { App } from '#app/platform/app.server.ts';

/** The person of a session that still runs; null otherwise. */
export async function voterOf(app: App, tokenHash: string): Promise<string | null> {
  return (await app.data.sessions.get(tokenHash, app.today()))?.personId ?? null;
}
