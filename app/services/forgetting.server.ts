// What has ended is not kept: old sessions, links and letters would only help somebody who copies the database.
import { dayOf } from '#app/domain/kernel/day.ts';
import type { App } from '#app/platform/app.server.ts';
import { firstOpenSealing } from './releasing-addresses.server.ts';
import { daysKept } from './privacy-settings.server.ts';

export async function forgetWhatEnded(app: App): Promise<void> {
  const now = app.now().toISOString();
  await app.data.sessions.removeExpired(now);
  await app.data.signInLinks.removeExpired(now);
  await app.data.formerAccess.removeExpired(now);
  const lettersKept = (await daysKept(app, 'letters')) * 86_400_000;
  const since = new Date(app.now().getTime() - lettersKept);
  await app.data.letters.removeDoneBefore(since.toISOString());
  await app.data.addressChanges.forgetAddresses({ day: dayOf(since), seals: await firstOpenSealing(app) });
}
