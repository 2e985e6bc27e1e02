import type { Kysely } from 'kysely';
import type { SecondaryFigure } from '#app/domain/plans/secondary.ts';
import { storedSecondary } from '#app/domain/plans/stored-secondary.ts';
import type { Tables } from '#db/schema/tables.ts';

const id = 'secondary';

export interface KeptSecondary {
  readonly figures: readonly SecondaryFigure[];
  /** 0 before anybody brought any. */
  readonly revision: number;
}

export function secondaryStore(db: Kysely<Tables>) {
  return {
    async get(): Promise<KeptSecondary> {
      const row = await db.selectFrom('secondary_figures').selectAll().executeTakeFirst();
      return row ? { ...storedSecondary.read(row.kept), revision: row.revision } : { figures: [], revision: 0 };
    },

    /** False, and nothing written, where somebody changed them since `revision`. */
    async replace(figures: readonly SecondaryFigure[], revision: number): Promise<boolean> {
      await db.insertInto('secondary_figures').values({ id, revision: 0, kept: storedSecondary.write({ figures: [] }) }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
      const result = await db.updateTable('secondary_figures').set({ kept: storedSecondary.write({ figures }), revision: revision + 1 }).where('revision', '=', revision).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
