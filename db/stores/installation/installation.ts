import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

const id = 'installation';

export interface Lease {
  readonly holder: string;
  /** Who had it before and is known to be dead; null where nobody is. */
  readonly dead: string | null;
  /** ISO instants. */
  readonly now: string;
  readonly until: string;
}

export function installationStore(db: Kysely<Tables>) {
  return {
    /** Null until a server has served this database. */
    async key(): Promise<string | null> {
      return (await db.selectFrom('installation').select('key').executeTakeFirst())?.key ?? null;
    },

    async setKey(key: string): Promise<void> {
      await db
        .insertInto('installation')
        .values({ id, key, holder: null, held_until: null })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ key }))
        .execute();
    },

    /** Whether somebody holds it at this instant. */
    async isHeld(now: string): Promise<boolean> {
      return (await db.selectFrom('installation').select('id').where('holder', 'is not', null).where('held_until', '>', now).executeTakeFirst()) !== undefined;
    },

    /** Takes or prolongs the lease; false while somebody else holds it. */
    async hold({ holder, dead, now, until }: Lease): Promise<boolean> {
      const result = await db
        .updateTable('installation')
        .set({ holder, held_until: until })
        .where((row) => row.or([row('holder', 'is', null), row('held_until', '<=', now), row('holder', 'in', dead === null ? [holder] : [holder, dead])]))
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    async letGo(holder: string): Promise<void> {
      await db.updateTable('installation').set({ holder: null, held_until: null }).where('holder', '=', holder).execute();
    },
  };
}
