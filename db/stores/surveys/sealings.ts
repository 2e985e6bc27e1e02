import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

const anchor = { survey_id: '', position: 0 };

/** Which survey was sealed before which, and nothing about when: what changed «since it was sealed» is told by counting. */
export function sealingStore(db: Kysely<Tables>) {
  // Whoever counts holds this row until the end of the transaction: a change and a sealing at the same moment come one after the other.
  const hold = () => db.insertInto('sealings').values(anchor).onConflict((conflict) => conflict.column('survey_id').doUpdateSet({ position: 0 })).execute();

  const latest = async (): Promise<number> => {
    const row = await db.selectFrom('sealings').select((select) => select.fn.max('position').as('position')).executeTakeFirst();
    return Number(row?.position ?? 0);
  };

  return {
    /** How many surveys have been sealed; inside a transaction none is sealed until it ends. */
    async count(): Promise<number> {
      await hold();
      return latest();
    },

    async add(surveyId: string): Promise<void> {
      await hold();
      await db.insertInto('sealings').values({ survey_id: surveyId, position: (await latest()) + 1 }).execute();
    },

    /** From 1; 0 for a survey that was sealed before this was counted. */
    async positionOf(surveyId: string): Promise<number> {
      const row = await db.selectFrom('sealings').select('position').where('survey_id', '=', surveyId).executeTakeFirst();
      return row?.position ?? 0;
    },
  };
}
