import type { Kysely, Selectable } from 'kysely';
import type { MachineToken, Scope } from '#app/domain/access/machine-token.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { MachineTokensTable } from '#db/schema/machine-tokens.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

function fromRow(row: Selectable<MachineTokensTable>): MachineToken {
  const { id, name, hash } = row;
  return { id, name, hash, scopes: row.scopes.split(' ') as Scope[], madeBy: row.made_by, madeOn: row.made_on as Day, lastDay: row.last_day as Day, usedOn: row.used_on as Day | null };
}

export function machineTokenStore(db: Kysely<Tables>) {
  return {
    /** Null for an unknown one and for one whose last day is over. */
    async byHash(hash: string, today: Day): Promise<MachineToken | null> {
      const row = await db.selectFrom('machine_tokens').selectAll().where('hash', '=', hash).where('last_day', '>=', today).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** Those that still run, the latest first. */
    async running(today: Day): Promise<MachineToken[]> {
      const rows = await db.selectFrom('machine_tokens').selectAll().where('last_day', '>=', today).orderBy('made_on', 'desc').orderBy('id').execute();
      return rows.map(fromRow);
    },

    /** False where it is there already: a form was sent twice. */
    async add({ id, name, scopes, hash, madeBy, madeOn, lastDay }: MachineToken): Promise<boolean> {
      const row = { id, name, scopes: scopes.join(' '), hash, made_by: madeBy, made_on: madeOn, last_day: lastDay, used_on: null };
      const added = await db.insertInto('machine_tokens').values(row).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },

    /** True for the first use of a day. */
    async use(id: string, today: Day): Promise<boolean> {
      const used = await db
        .updateTable('machine_tokens')
        .set({ used_on: today })
        .where('id', '=', id)
        .where((where) => where.or([where('used_on', 'is', null), where('used_on', '<', today)]))
        .executeTakeFirst();
      return used.numUpdatedRows === 1n;
    },

    /** The one that is gone now; null where there was none. */
    async remove(id: string): Promise<MachineToken | null> {
      const row = await db.deleteFrom('machine_tokens').where('id', '=', id).returningAll().executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async removeOf(personIds: readonly string[]): Promise<void> {
      await inChunks(personIds, 500, (ids) => db.deleteFrom('machine_tokens').where('made_by', 'in', ids).execute());
    },

    async removeEnded(today: Day): Promise<void> {
      await db.deleteFrom('machine_tokens').where('last_day', '<', today).execute();
    },
  };
}
