// The first administrator comes from the command line; later ones are made by an administrator. An administrator runs the system and
// sees no results.
import type { Actor } from '#app/domain/access/actor.ts';
import type { GrantedRole } from '#app/domain/access/granted-role.ts';
import { isLanguage } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { foldedEmail, isEmail } from '#app/domain/organisation/email.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { newSignInLink } from '#app/services/access.server.ts';

/** The link is carried from a terminal to a browser by hand: it may take until tomorrow. */
const linkMinutes = 24 * 60;

export interface NewAdministrator {
  readonly email: string;
  readonly name: string;
  /** A product language; anything else leaves it open. */
  readonly language?: string;
  /** Whether this person looks after surveys too. */
  readonly hr?: boolean;
}

/** A link that signs the administrator in once. Somebody of the directory with this address becomes one; else a person is entered by hand. */
export async function createAdministrator(app: App, { email, name, language = '', hr = false }: NewAdministrator): Promise<Outcome<string, 'bad-email' | 'name-missing'>> {
  const address = email.trim();
  if (!isEmail(address)) return refused('bad-email', { value: address });
  if (name.trim() === '') return refused('name-missing');
  const personId = await app.data.transaction(async (stores) => {
    const known = await stores.people.byEmail(foldedEmail(address));
    const person = known ?? byHand(app, { email: address, name: name.trim(), language });
    if (!known) await stores.people.save(person);
    await change(app, stores, { actor: null, personId: person.id, role: 'administrator', grant: true });
    if (hr) await change(app, stores, { actor: null, personId: person.id, role: 'hr', grant: true });
    return person.id;
  });
  return done(await newSignInLink(app, personId, { minutes: linkMinutes }));
}

function byHand(app: App, { email, name, language = '' }: NewAdministrator): Person {
  const nothing = { employeeId: null, departmentId: null, managerId: null, site: null, joinedOn: null, leftOn: null };
  return { ...nothing, id: app.newId(), name, email, language: isLanguage(language) ? language : null };
}

export interface RoleChange {
  readonly personId: string;
  readonly role: GrantedRole;
  /** False withdraws it. */
  readonly grant: boolean;
}

export type RoleRefusal = 'not-found' | 'last-administrator';

/** Whoever may read results or run the system is on record, and somebody can always run it. */
export async function changeRole(app: App, actor: Actor, { personId, role, grant }: RoleChange): Promise<Outcome<Person, RoleRefusal>> {
  return app.data.transaction(async (stores) => {
    const person = await stores.people.get(personId);
    if (!person || person.leftOn !== null) return refused('not-found');
    if (!grant && role === 'administrator' && (await isLast(stores, personId))) return refused('last-administrator');
    await change(app, stores, { actor, personId, role, grant });
    return done(person);
  });
}

async function isLast(stores: Stores, personId: string): Promise<boolean> {
  const holders = await Promise.all((await stores.roles.holders('administrator')).map((id) => stores.people.get(id)));
  return !holders.some((person) => person !== null && person.id !== personId && person.leftOn === null);
}

interface Change extends RoleChange {
  /** Null from the command line. */
  readonly actor: Actor | null;
}

async function change(app: App, stores: Stores, { actor, personId, role, grant }: Change): Promise<void> {
  const had = (await stores.roles.of(personId)).includes(role);
  if (had === grant) return;
  // Whoever is given the right after a survey was sealed is nobody's second person for it.
  await (grant ? stores.roles.grant(personId, role, await stores.sealings.count()) : stores.roles.withdraw(personId, role));
  // What opens for programs in this person's name ends with the role, and does not come back with it.
  if (!grant && role === 'hr') await stores.machineTokens.removeOf([personId]);
  const entry = { id: app.newId(), at: app.today(), actorId: actor?.personId ?? null, setting: `role ${role}` };
  await stores.organisation.logChange({ ...entry, from: had ? personId : '', to: grant ? personId : '' });
  const of = (await stores.people.get(personId))?.name ?? '';
  await noteDown(app, stores, [{ kind: `${grant ? 'granted' : 'withdrawn'}-${role}`, by: actor, of }]);
}
