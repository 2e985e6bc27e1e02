// The first minutes of an installation: whoever can read its data folder holds a link with which the first administrator comes in.
// Without it the first stranger to find the address could make the company theirs.
import { timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { may, type Actor } from '#app/domain/access/actor.ts';
import { isEmail } from '#app/domain/organisation/email.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { isTimeZone } from '#app/domain/kernel/local-time.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { smallestK } from '#app/domain/organisation/organisation.ts';
import type { App } from '#app/platform/app.server.ts';
import { shred } from '#db/disk.server.ts';
import { logTimeZone } from '#app/services/organisation/set-time-zone.server.ts';
import { createAdministrator } from '#app/services/access/grant-role.server.ts';
import { enterByLink, type NewSession } from '#app/services/access.server.ts';

const fileOf = (app: App) => join(app.config.dataFolder, 'set-up-secret');

export async function isSetUp(app: App): Promise<boolean> {
  return (await app.data.organisation.get()) !== null;
}

/** Where the first administrator comes in; null once there is a company or an administrator. */
export async function setUpLink(app: App): Promise<string | null> {
  if ((await isSetUp(app)) || (await app.data.roles.holders('administrator')).length > 0) return null;
  if (!existsSync(fileOf(app))) {
    mkdirSync(app.config.dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(fileOf(app), app.newSecret(), { mode: 0o600 });
  }
  return `${app.config.publicUrl}/setup/${readFileSync(fileOf(app), 'utf8')}`;
}

/** Whether this secret opens the set-up; compared in constant time. */
export function opensSetUp(app: App, secret: string): boolean {
  if (!existsSync(fileOf(app))) return false;
  const wanted = readFileSync(fileOf(app));
  const given = Buffer.from(secret);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

export interface Company {
  readonly name: string;
  readonly languages: readonly Language[];
  readonly language: Language;
  /** By its name in the time zone database. */
  readonly timeZone: string;
}

export type SetUpRefusal = 'language-missing' | 'time-zone' | 'set-up-already' | 'forbidden';

/** By an administrator whom the command line made. */
export async function setUpCompany(app: App, actor: Actor, company: Company): Promise<Outcome<null, SetUpRefusal>> {
  if (!may(actor, 'run-system')) return refused('forbidden');
  return found(app, company, actor.personId);
}

/** `by` is null where the first administrator is about to be made. */
async function found(app: App, company: Company, by: string | null): Promise<Outcome<null, SetUpRefusal>> {
  if (!company.languages.includes(company.language)) return refused('language-missing');
  if (!isTimeZone(company.timeZone)) return refused('time-zone');
  const founded = await app.data.transaction(async (stores) => {
    if (await stores.organisation.get()) return false;
    await stores.organisation.save({ ...company, k: smallestK, created: app.today() });
    await logTimeZone(app, stores, { actorId: by, timeZone: company.timeZone });
    return true;
  });
  if (!founded) return refused('set-up-already');
  await app.readTimeZone();
  await shred(fileOf(app));
  return done(null);
}

export interface FirstAdministrator {
  readonly name: string;
  readonly email: string;
  /** Whether this person looks after surveys too. */
  readonly hr: boolean;
}

/** The company and its first administrator, who is signed in at once. */
export async function setUp(app: App, company: Company, first: FirstAdministrator): Promise<Outcome<NewSession, SetUpRefusal | 'bad-email' | 'name-missing'>> {
  // Before the company is founded: afterwards this way in is closed.
  if (!isEmail(first.email)) return refused('bad-email');
  const founded = await found(app, company, null);
  if (!founded.ok) return founded;
  const link = await createAdministrator(app, { ...first, language: company.language });
  if (!link.ok) return link;
  const session = await enterByLink(app, link.value.slice(link.value.lastIndexOf('/') + 1));
  return session.ok ? session : refused('set-up-already');
}

export type NextStep = 'people' | 'survey';

/** The step of the first way that comes next; null once there is a survey. */
export async function nextStep(app: App): Promise<NextStep | null> {
  if ((await app.data.surveys.all()).length > 0) return null;
  return (await app.data.departments.open()).length > 0 ? 'survey' : 'people';
}
