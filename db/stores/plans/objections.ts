import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Objection } from '#app/domain/plans/objection.ts';
import type { ObjectionsTable } from '#db/schema/plans.ts';
import type { Tables } from '#db/schema/tables.ts';

const fromRow = ({ id, plan_id, version, author_id, to_id, day, text }: Selectable<ObjectionsTable>): Objection => ({ id, planId: plan_id, version, authorId: author_id, toId: to_id, day: day as Day, text });

/** Written once, never changed. */
export function objectionStore(db: Kysely<Tables>) {
  return {
    /** One sent twice is written once. */
    async add({ id, planId, version, authorId, toId, day, text }: Objection): Promise<void> {
      await db.insertInto('objections').values({ id, plan_id: planId, version, author_id: authorId, to_id: toId, day, text }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
    },

    /** By day; inside a day in no order that means anything. */
    async ofPlan(planId: string, version: number): Promise<Objection[]> {
      const rows = await db.selectFrom('objections').selectAll().where('plan_id', '=', planId).where('version', '=', version).orderBy('day').orderBy('id').execute();
      return rows.map(fromRow);
    },
  };
}
