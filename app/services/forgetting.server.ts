// What has ended is not kept: old sessions, links and letters would only help somebody who copies the database.
import { addDays } from '#app/domain/kernel/day.ts';
import type { App } from '#app/platform/app.server.ts';
import { firstOpenSealing } from './releasing-addresses.server.ts';
import { daysKept } from './privacy-settings.server.ts';

export async function forgetWhatEnded(app: App): Promise<void> {
  await app.data.sessions.removeExpired(app.today());
  await app.data.signInLinks.removeExpired(app.now().toISOString());
  await app.data.formerAccess.removeExpired(app.today());
  const since = addDays(app.today(), -(await daysKept(app, 'letters')));
  await app.data.letters.removeDoneBefore(since);
  await app.data.addressChanges.forgetAddresses({ day: since, seals: await firstOpenSealing(app) });
  await overwriteForgotten(app);
}

/** Links that ran out tell when somebody asked for them, and the log of the data in which order people came: for minutes only. */
export async function forgetLinks(app: App): Promise<void> {
  await app.data.signInLinks.removeExpired(app.now().toISOString());
  if (owed.has(app.data)) await overwriteForgotten(app);
  else await app.data.overwrite('log');
}

const tries = 5;
// Where another process stood in the way of each try: the next minutes may be better.
const owed = new WeakSet<App['data']>();

/** Makes unreadable on the disk what was deleted. Where another process reads just now it is tried again, now and every few minutes. */
async function overwriteForgotten(app: App): Promise<void> {
  owed.add(app.data);
  for (let tried = 0; tried < tries; tried += 1) {
    if (app.data.forgets && !(await app.data.overwrite('everything'))) continue;
    owed.delete(app.data);
    return;
  }
}

/** When a survey has closed, nobody is asked any more: its links and letters go, also those that wait to be sent. */
export async function forgetAsking(app: App, survey: { readonly id: string; readonly manifestHash: string | null }): Promise<void> {
  await app.data.letters.removeAskingFor(survey.id);
  if (survey.manifestHash !== null) await app.data.signInLinks.removeLeadingTo(survey.manifestHash);
  await overwriteForgotten(app);
}
