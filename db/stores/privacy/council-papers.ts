import type { Kysely } from 'kysely';
import type { CouncilPaper, PaperFacts } from '#app/domain/privacy/council-paper.ts';
import { storedPaper } from '#app/domain/privacy/stored-paper.ts';
import type { Tables } from '#db/schema/tables.ts';

export function councilPaperStore(db: Kysely<Tables>) {
  return {
    /** Latest first. */
    async listed(): Promise<Pick<CouncilPaper, 'number' | 'day'>[]> {
      return db.selectFrom('council_papers').select(['number', 'day']).orderBy('number', 'desc').execute();
    },

    async get(number: number): Promise<CouncilPaper | null> {
      const row = await db.selectFrom('council_papers').selectAll().where('number', '=', number).executeTakeFirst();
      return row ? { number: row.number, day: row.day, facts: storedPaper.read(row.facts) } : null;
    },

    /** The number it got; of two at the same moment one gets the next, and one that is there already has its own. */
    async add({ id, day, facts }: { readonly id: string; readonly day: string; readonly facts: PaperFacts }): Promise<number> {
      for (;;) {
        const before = await db.selectFrom('council_papers').select('number').where('id', '=', id).executeTakeFirst();
        if (before) return before.number;
        const last = await db.selectFrom('council_papers').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst();
        const number = (last?.number ?? 0) + 1;
        const added = await db.insertInto('council_papers').values({ id, number, day, facts: storedPaper.write(facts) }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
        if (added.numInsertedOrUpdatedRows === 1n) return number;
      }
    },
  };
}
