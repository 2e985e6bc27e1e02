// What has ended is not kept: old sessions, links and letters would only help somebody who copies the database.
import type { App } from '#app/platform/app.server.ts';

const lettersKeptDays = 30;

export async function forgetWhatEnded(app: App): Promise<void> {
  const now = app.now().toISOString();
  await app.data.sessions.removeExpired(now);
  await app.data.signInLinks.removeExpired(now);
  await app.data.letters.removeDoneBefore(new Date(app.now().getTime() - lettersKeptDays * 86_400_000).toISOString());
}
