import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { AddressChange } from '#app/domain/organisation/address-change.ts';
import type { AddressChangesTable } from '#db/schema/addresses.ts';
import type { Tables } from '#db/schema/tables.ts';
import { compiledOnce } from '#db/stores/compiled-once.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

function fromRow(row: Selectable<AddressChangesTable>): AddressChange {
  const { id, number, was, became, seals } = row;
  return { id, personId: row.person_id, number, day: row.day as Day, actorId: row.actor_id, was, became, seals, released: row.released === 1 };
}

function toRow(change: AddressChange): Selectable<AddressChangesTable> {
  const { id, number, day, was, became, seals, released } = change;
  return { id, person_id: change.personId, number, day, actor_id: change.actorId, was, became, seals, released: released ? 1 : 0 };
}

export function addressChangeStore(db: Kysely<Tables>) {
  const changesOf = compiledOnce(db, ['personId'], ({ personId }: { personId: string }) =>
    db.selectFrom('address_changes').selectAll().where('person_id', '=', personId).orderBy('number'));

  return {
    async addAll(changes: readonly AddressChange[]): Promise<void> {
      await inChunks(changes.map(toRow), 500, (rows) => db.insertInto('address_changes').values(rows).execute());
    },

    /** Of one person, the first one first. */
    async ofPerson(personId: string): Promise<AddressChange[]> {
      return (await changesOf({ personId })).map(fromRow);
    },

    /** Of all people since that many surveys had been sealed, but those released; each person's own in their order. */
    async unreleasedSince(seals: number): Promise<AddressChange[]> {
      const query = db.selectFrom('address_changes').selectAll().where('released', '=', 0).where('seals', '>=', seals);
      return (await query.orderBy('person_id').orderBy('number').execute()).map(fromRow);
    },

    /** People whose address of before was this one (folded), released changes left out. */
    async peopleOnceAt(email: string): Promise<string[]> {
      const rows = await db.selectFrom('address_changes').select('person_id').distinct().where('was', '=', email).where('released', '=', 0).execute();
      return rows.map((row) => row.person_id);
    },

    /** By person: how many changes there are, and the last address this person had, if any. */
    async standing(personIds: readonly string[]): Promise<Map<string, { readonly count: number; readonly last: string | null }>> {
      const standing = new Map<string, { count: number; last: string | null }>();
      await inChunks(personIds, 500, async (ids) => {
        const rows = await db.selectFrom('address_changes').select(['person_id', 'number', 'was', 'became']).where('person_id', 'in', ids).orderBy('number').execute();
        for (const row of rows) standing.set(row.person_id, { count: row.number + 1, last: row.became ?? row.was ?? standing.get(row.person_id)?.last ?? null });
      });
      return standing;
    },

    async release(personId: string): Promise<void> {
      await db.updateTable('address_changes').set({ released: 1 }).where('person_id', '=', personId).execute();
    },

    /** Forgets which addresses they were, of changes before that day and before that many sealings, where somebody has an address since. */
    async forgetAddresses(before: { readonly day: Day; readonly seals: number }): Promise<void> {
      await db
        .updateTable('address_changes')
        .set({ was: null, became: null })
        .where('day', '<', before.day)
        .where('seals', '<', before.seals)
        .where('person_id', 'in', db.selectFrom('people').select('id').where('email', 'is not', null))
        .execute();
    },
  };
}
