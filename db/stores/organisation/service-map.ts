import type { Kysely } from 'kysely';
import type { ServiceLink } from '#app/domain/organisation/service-map.ts';
import { storedServices } from '#app/domain/organisation/stored-services.ts';
import type { Tables } from '#db/schema/tables.ts';

const id = 'map';

export interface KeptServiceMap {
  readonly links: readonly ServiceLink[];
  /** 0 before anybody wrote any. */
  readonly revision: number;
}

export function serviceMapStore(db: Kysely<Tables>) {
  return {
    async get(): Promise<KeptServiceMap> {
      const row = await db.selectFrom('service_map').selectAll().executeTakeFirst();
      return row ? { ...storedServices.read(row.kept), revision: row.revision } : { links: [], revision: 0 };
    },

    /** False, and nothing written, where somebody changed it since `revision`. */
    async replace(links: readonly ServiceLink[], revision: number): Promise<boolean> {
      await db.insertInto('service_map').values({ id, revision: 0, kept: storedServices.write({ links: [] }) }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
      const result = await db.updateTable('service_map').set({ kept: storedServices.write({ links }), revision: revision + 1 }).where('revision', '=', revision).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
