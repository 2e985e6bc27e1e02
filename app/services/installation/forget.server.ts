// What has ended is not kept: old sessions, links and letters would only help somebody who copies the database. Where there is much of
// it a thread forgets it: the embedded database overwrites what it deletes.
import { setTimeout } from 'node:timers/promises';
import { addDays } from '#app/domain/kernel/day.ts';
import { newsSince } from '#app/domain/notifications/news.ts';
import type { App } from '#app/platform/app.server.ts';
import { doElsewhere, hasElsewhere, type Order, type ResultOf } from './do-elsewhere.server.ts';
import { firstOpenSealing } from '#app/services/organisation/release-addresses.server.ts';
import { daysKept } from '#app/services/privacy/change-settings.server.ts';

/** A survey whose letters and links ask for answers. */
export interface Asked {
  readonly id: string;
  readonly manifestHash: string | null;
}

// Where another process stood in the way of each try to overwrite: the next minutes may be better.
const owed = new WeakSet<App['data']>();

/** Both give whether what was deleted is unreadable on the disk. */
async function forget<O extends Extract<Order, { work: `forget-${string}` }>>(app: App, order: O, here: () => Promise<ResultOf<O>>): Promise<void> {
  const overwrites = order.work !== 'forget-links' || order.everything;
  if (overwrites) owed.add(app.data);
  const much = hasElsewhere(app) && (await app.data.muchToForget());
  const done = await (much ? doElsewhere(app, order) : here());
  if (overwrites && done) owed.delete(app.data);
}

export function forgetWhatEnded(app: App): Promise<void> {
  return forget(app, { work: 'forget-ended' }, () => forgetEndedHere(app));
}

/** Links that ran out tell when somebody asked for them, and the log of the data in which order people came: for minutes only. */
export function forgetLinks(app: App): Promise<void> {
  const everything = owed.has(app.data);
  return forget(app, { work: 'forget-links', everything }, () => forgetLinksHere(app, everything));
}

/** What was replaced a moment ago is made unreadable, or within ten minutes where somebody stands in the way. */
export function overwriteWhatWas(app: App): Promise<void> {
  return forget(app, { work: 'forget-links', everything: true }, () => forgetLinksHere(app, true));
}

/** When a survey has closed, nobody is asked any more: its links and letters go, also those that wait to be sent or written. */
export function forgetAsking(app: App, { id, manifestHash }: Asked): Promise<void> {
  const survey = { id, manifestHash };
  return forget(app, { work: 'forget-asking', survey }, () => forgetAskingHere(app, survey));
}

export async function forgetEndedHere(app: App): Promise<boolean> {
  await app.data.sessions.removeExpired(app.today());
  await app.data.machineTokens.removeEnded(app.today());
  await app.data.signInLinks.removeExpired(app.now().toISOString());
  await app.data.formerAccess.removeExpired(app.today());
  const since = addDays(app.today(), -(await daysKept(app, 'letters')));
  await app.data.letters.removeDoneBefore(since);
  await app.data.proposals.forgetAuthorsWhoLeft();
  await app.data.news.forgetToldBefore(newsSince(app.today()));
  await app.data.addressChanges.forgetAddresses({ day: since, seals: await firstOpenSealing(app) });
  return overwriteForgotten(app);
}

export async function forgetLinksHere(app: App, everything: boolean): Promise<boolean> {
  await app.data.signInLinks.removeExpired(app.now().toISOString());
  if (everything) return overwriteForgotten(app);
  await app.data.overwrite('log');
  return true;
}

export async function forgetAskingHere(app: App, survey: Asked): Promise<boolean> {
  // In one step: what is owed could be written between the two.
  await app.data.transaction(async (stores) => {
    await stores.owedLetters.removeAskingFor(survey.id);
    await stores.letters.removeAskingFor(survey.id);
    await stores.participation.remove(survey.id);
  });
  if (survey.manifestHash !== null) await app.data.signInLinks.removeLeadingTo(survey.manifestHash);
  return overwriteForgotten(app);
}

const tries = 5;
/** Milliseconds between two of them. */
const between = 20;

/** Where another process reads just now it is tried again, now and every few minutes. */
async function overwriteForgotten(app: App): Promise<boolean> {
  for (let tried = 0; tried < tries; tried += 1) {
    if (!app.data.forgets || (await app.data.overwrite('everything'))) return true;
    await setTimeout(between);
  }
  return false;
}
