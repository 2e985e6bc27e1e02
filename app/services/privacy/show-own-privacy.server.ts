// What people see about themselves on the page «Privacy»: since when they are signed in somewhere, and what became of their address.
import type { Actor } from '#app/domain/access/actor.ts';
import { eventOf, maskedEmail, type OwnAddressChange, type OwnPrivacy } from '#app/domain/organisation/address-change.ts';
import type { App } from '#app/platform/app.server.ts';
import { daysSignedIn } from '#app/services/access.server.ts';

export async function ownPrivacy(app: App, { personId }: Pick<Actor, 'personId'>): Promise<OwnPrivacy> {
  const changes = await app.data.addressChanges.ofPerson(personId);
  const actors = await app.data.people.byIds([...new Set(changes.flatMap(({ actorId }) => actorId ?? []))]);
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const masked = (email: string | null) => email && maskedEmail(email);
  const addresses = changes.map((change): OwnAddressChange => {
    const { id, day, actorId, was, became } = change;
    return { id, day, event: was === null && became === null ? 'changed' : eventOf(change), who: actorId === null ? null : (names.get(actorId) ?? ''), was: masked(was), became: masked(became) };
  });
  return { signedInSince: await daysSignedIn(app, personId), addresses: addresses.reverse() };
}
