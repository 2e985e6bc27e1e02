import type { Kysely } from 'kysely';
import { noYardsticks, type Yardsticks } from '#app/domain/analysis/priorities/yardsticks.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedYardsticks } from '#app/domain/analysis/priorities/stored-yardsticks.ts';

const id = 'yardsticks';

export interface KeptYardsticks extends Yardsticks {
  /** 0 before anybody set any. */
  readonly revision: number;
}

export function yardstickStore(db: Kysely<Tables>) {
  return {
    async get(): Promise<KeptYardsticks> {
      const row = await db.selectFrom('yardsticks').selectAll().executeTakeFirst();
      return row ? { ...storedYardsticks.read(row.kept), revision: row.revision } : { ...noYardsticks, revision: 0 };
    },

    /** False, and nothing written, where somebody changed them since `revision`. */
    async replace({ targets, outside }: Yardsticks, revision: number): Promise<boolean> {
      const kept = storedYardsticks.write({ targets, outside });
      await db.insertInto('yardsticks').values({ id, revision: 0, kept: storedYardsticks.write(noYardsticks) }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
      const result = await db.updateTable('yardsticks').set({ kept, revision: revision + 1 }).where('revision', '=', revision).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
