// What has ended is not kept: old sessions, links and letters would only help somebody who copies the database.
import { addDays } from '#app/domain/kernel/day.ts';
import { startOfDay } from '#app/domain/kernel/local-time.ts';
import type { App } from '#app/platform/app.server.ts';
import { daysKept } from './privacy-settings.server.ts';

export async function forgetWhatEnded(app: App): Promise<void> {
  const now = app.now().toISOString();
  await app.data.sessions.removeExpired(now);
  await app.data.signInLinks.removeExpired(now);
  const lettersFrom = addDays(app.today(), -(await daysKept(app, 'letters')));
  await app.data.letters.removeDoneBefore(startOfDay(lettersFrom, app.timeZone()).toISOString());
}
