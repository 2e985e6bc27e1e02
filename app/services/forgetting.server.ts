// What has ended is not kept: old sessions, links and letters would only help somebody who copies the database.
import type { App } from '#app/platform/app.server.ts';
import { daysKept } from './privacy-settings.server.ts';

export async function forgetWhatEnded(app: App): Promise<void> {
  const now = app.now().toISOString();
  await app.data.sessions.removeExpired(now);
  await app.data.signInLinks.removeExpired(now);
  const lettersKept = (await daysKept(app, 'letters')) * 86_400_000;
  await app.data.letters.removeDoneBefore(new Date(app.now().getTime() - lettersKept).toISOString());
}
