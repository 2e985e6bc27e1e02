import type { Kysely } from 'kysely';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { PlansTable } from '#db/schema/plans.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedPlan } from '#app/domain/plans/stored-plan.ts';

const fromRow = (row: Pick<PlansTable, 'content'>) => storedPlan.read(row.content);

function toRow(plan: ActionPlan) {
  const { id, state, revision } = plan;
  return { id, issue_id: plan.issueId, department_id: plan.departmentId, state, revision, content: storedPlan.write(plan) };
}

export function planStore(db: Kysely<Tables>) {
  const ordered = () => db.selectFrom('plans').select('content').orderBy('id');
  return {
    async get(id: string): Promise<ActionPlan | null> {
      const row = await db.selectFrom('plans').select('content').where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async byRequest(request: string): Promise<ActionPlan | null> {
      const row = await db.selectFrom('plans').select('content').where('request', '=', request).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async all(): Promise<ActionPlan[]> {
      return (await ordered().execute()).map(fromRow);
    },

    async ofDepartment(departmentId: string): Promise<ActionPlan[]> {
      return (await ordered().where('department_id', '=', departmentId).execute()).map(fromRow);
    },

    /** False, and nothing written, where this request made its plan before. */
    async add(plan: ActionPlan, request: string): Promise<boolean> {
      const result = await db
        .insertInto('plans')
        .values({ ...toRow(plan), request })
        .onConflict((conflict) => conflict.column('request').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    /** Writes the plan only over the revision that was read; false if somebody else changed it since. */
    async replace(plan: ActionPlan, seen: number): Promise<boolean> {
      const { id, ...row } = toRow(plan);
      const result = await db.updateTable('plans').set(row).where('id', '=', id).where('revision', '=', seen).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    /** Keeps a plan as it was agreed, for good; the first copy of a version stays. */
    async keepVersion(plan: ActionPlan): Promise<void> {
      await db
        .insertInto('plan_versions')
        .values({ plan_id: plan.id, version: plan.version, content: storedPlan.write(plan) })
        .onConflict((conflict) => conflict.columns(['plan_id', 'version']).doNothing())
        .execute();
    },

    /** Earlier versions, the first one first. */
    async versions(planId: string): Promise<ActionPlan[]> {
      const rows = await db.selectFrom('plan_versions').select('content').where('plan_id', '=', planId).orderBy('version').execute();
      return rows.map(fromRow);
    },

    /** Earlier versions of all plans; of one plan the first one first. */
    async allVersions(): Promise<ActionPlan[]> {
      const rows = await db.selectFrom('plan_versions').select('content').orderBy('plan_id').orderBy('version').execute();
      return rows.map(fromRow);
    },
  };
}
