// What has ended is not kept: old sessions, links and letters would only help somebody who copies the database.
import { addDays } from '#app/domain/kernel/day.ts';
import type { App } from '#app/platform/app.server.ts';
import { daysKept } from './privacy-settings.server.ts';

export async function forgetWhatEnded(app: App): Promise<void> {
  await app.data.sessions.removeExpired(app.today());
  await app.data.signInLinks.removeExpired(app.now().toISOString());
  await app.data.letters.removeDoneBefore(addDays(app.today(), -(await daysKept(app, 'letters'))));
}
