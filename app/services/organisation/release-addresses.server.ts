// People whose paper stays with an address of before, and the second person who lets it follow. Who is on the list says nothing about
// who took part: everybody whose address changed since an open survey was sealed is on it.
import type { Actor } from '#app/domain/access/actor.ts';
import { mayRelease, type HeldAddress, type HeldChanges, type Releaser } from '#app/domain/access/second-person.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { holdOn, maskedEmail, type AddressChange } from '#app/domain/organisation/address-change.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Stores } from '#db/index.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';

/** The sealing from which changes matter now; one more than there are where no survey is open. */
export async function firstOpenSealing({ data }: { readonly data: Stores }): Promise<number> {
  const open = await data.surveys.inState('sealed');
  const positions = await Promise.all(open.map(({ id }) => data.sealings.positionOf(id)));
  return positions.length > 0 ? Math.min(...positions) : Number.MAX_SAFE_INTEGER;
}

/** By person, with the first open survey that holds them. */
async function heldIn(stores: Stores): Promise<Map<string, HeldChanges & { readonly sealed: string | null }>> {
  const open = await stores.surveys.inState('sealed');
  const positions: number[] = [];
  for (const { id } of open) positions.push(await stores.sealings.positionOf(id));
  positions.sort((a, b) => a - b);
  const people = new Map<string, AddressChange[]>();
  for (const change of positions.length > 0 ? await stores.addressChanges.unreleasedSince(positions[0]!) : []) {
    people.set(change.personId, [...(people.get(change.personId) ?? []), change]);
  }
  const held = new Map<string, HeldChanges & { readonly sealed: string | null }>();
  for (const [personId, changes] of people) {
    for (const position of positions) {
      const hold = holdOn(changes, position);
      if (hold.held && !held.has(personId)) held.set(personId, { personId, position, changes, sealed: hold.sealed });
    }
  }
  return held;
}

async function releaserOf(stores: Stores, { personId }: Pick<Actor, 'personId'>): Promise<Releaser> {
  return { personId, since: (await stores.roles.heldSince(personId)) ?? Number.MAX_SAFE_INTEGER, changes: await stores.addressChanges.ofPerson(personId) };
}

export async function heldAddresses(app: App, actor: Actor): Promise<HeldAddress[]> {
  const held = await heldIn(app.data);
  const releaser = await releaserOf(app.data, actor);
  const involved = [...held.values()].flatMap(({ personId, changes }) => [personId, ...changes.flatMap(({ actorId }) => actorId ?? [])]);
  const people = new Map((await app.data.people.byIds([...new Set(involved)])).map((person) => [person.id, person]));
  const listed = [...held.values()].map(({ sealed, ...one }): HeldAddress => {
    const allowed = mayRelease(releaser, one);
    return {
      personId: one.personId,
      name: people.get(one.personId)?.name ?? '',
      was: sealed,
      became: one.changes.at(-1)?.became ?? null,
      day: one.changes.at(-1)!.day,
      by: [...new Set(one.changes.map(({ actorId }) => (actorId === null ? '' : (people.get(actorId)?.name ?? ''))))],
      refusal: allowed.ok ? null : allowed.because,
    };
  });
  return listed.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** All of them or none; gives how many. From then on the papers are at today's addresses, and both addresses hear of it. */
export async function releaseAddresses(app: App, actor: Actor, personIds: readonly string[]): Promise<Outcome<number, 'not-releasable'>> {
  return app.data.transaction(async (stores): Promise<Outcome<number, 'not-releasable'>> => {
    const held = await heldIn(stores);
    const releaser = await releaserOf(stores, actor);
    const chosen = [...new Set(personIds)].map((id) => held.get(id));
    for (const one of chosen) if (!one || !mayRelease(releaser, one).ok) return refused('not-releasable');
    for (const one of chosen) if (one) await release(app, stores, { actor, personId: one.personId, sealed: one.sealed });
    return done(chosen.length);
  });
}

async function release(app: App, stores: Stores, { actor, personId, sealed }: { actor: Actor; personId: string; sealed: string | null }): Promise<void> {
  await stores.addressChanges.release(personId);
  // A link that still waits at the address of before would open the whole portal once it is no longer known as one.
  await stores.signInLinks.removeOf([personId]);
  await stores.formerAccess.removeOf([personId]);
  const person = (await stores.people.get(personId))!;
  await noteDown(app, stores, [{ kind: 'address-released', by: actor, of: person.name }]);
  const text = textOf(languageOf(person, await stores.organisation.get()));
  const values = { name: person.name, who: actor.name, day: text.day(app.today()), address: person.email ?? text('addresses.nothing') };
  const letter = (to: string, address: string) =>
    newLetter({ id: app.newId(), to, subject: text('address.released.subject'), text: text('address.released.text', { ...values, address }), dueOn: app.today() });
  const told = [sealed, person.email].filter((to): to is string => to !== null);
  await stores.letters.addAll(told.map((to) => letter(to, to === person.email ? to : maskedEmail(values.address))));
}
