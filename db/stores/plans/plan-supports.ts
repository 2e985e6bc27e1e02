import type { Kysely } from 'kysely';
import { refOf, storedSupport, type Support } from '#app/domain/plans/support.ts';
import type { Tables } from '#db/schema/tables.ts';

/** What plans rest on beside their figure. */
export function planSupportStore(db: Kysely<Tables>) {
  return {
    /** In the order of their names. */
    async ofPlan(planId: string): Promise<Support[]> {
      const rows = await db.selectFrom('plan_supports').select('content').where('plan_id', '=', planId).orderBy('ref').execute();
      return rows.map(({ content }) => storedSupport.read(content));
    },

    /** These and no others. */
    async replace(planId: string, supports: readonly Support[]): Promise<void> {
      await db.deleteFrom('plan_supports').where('plan_id', '=', planId).execute();
      const rows = supports.map((support) => ({ plan_id: planId, ref: refOf(support), content: storedSupport.write(support) }));
      if (rows.length > 0) await db.insertInto('plan_supports').values(rows).execute();
    },

    /** From every plan: what is removed is gone everywhere. */
    async removeRef(ref: string): Promise<void> {
      await db.deleteFrom('plan_supports').where('ref', '=', ref).execute();
    },
  };
}
