import type { Kysely } from 'kysely';
import type { ActionPlan, PlanState } from '#app/domain/plans/action-plan.ts';
import type { PlansTable } from '#db/schema/plans.ts';
import type { Tables } from '#db/schema/tables.ts';
import { dutiesOf } from '#app/domain/plans/duties.ts';
import { storedPlan } from '#app/domain/plans/stored-plan.ts';

const fromRow = (row: Pick<PlansTable, 'content'>) => storedPlan.read(row.content);

function toRow(plan: ActionPlan) {
  const { id, state, revision } = plan;
  return { id, issue_id: plan.issueId, department_id: plan.departmentId, state, revision, content: storedPlan.write(plan) };
}

/** Whose plans: of these departments, of those they work along with or depend on, and those in which this person has something to do. */
export interface Concerned {
  readonly departments: readonly string[];
  readonly personId: string;
}

export function planStore(db: Kysely<Tables>) {
  async function writeDuties(plan: ActionPlan): Promise<void> {
    const plan_id = plan.id;
    await db.deleteFrom('plan_duties').where('plan_id', '=', plan_id).execute();
    await db.insertInto('plan_duties').values(dutiesOf(plan).map(({ kind, personId, due, open }, position) => ({ plan_id, position, kind, person_id: personId, due, open: Number(open) }))).execute();
    await db.deleteFrom('plan_partners').where('plan_id', '=', plan_id).execute();
    const partners = [...new Set([...plan.partners, ...plan.customers])].map((department_id) => ({ plan_id, department_id }));
    if (partners.length > 0) await db.insertInto('plan_partners').values(partners).execute();
  }
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

    async inStates(states: readonly PlanState[]): Promise<ActionPlan[]> {
      return (await ordered().where('state', 'in', [...states]).execute()).map(fromRow);
    },

    async concerning({ departments, personId }: Concerned): Promise<ActionPlan[]> {
      const rows = await ordered()
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            exists(selectFrom('plan_duties').select('position').whereRef('plan_duties.plan_id', '=', 'plans.id').where('person_id', '=', personId)),
            ...(departments.length === 0 ? [] : [eb('department_id', 'in', [...departments]), exists(selectFrom('plan_partners').select('plan_id').whereRef('plan_partners.plan_id', '=', 'plans.id').where('plan_partners.department_id', 'in', [...departments]))]),
          ]),
        )
        .execute();
      return rows.map(fromRow);
    },

    /** In which anything is still to be done: a step, a promise, or the plan itself. */
    async withOpenDuties(): Promise<ActionPlan[]> {
      const rows = await ordered().where(({ exists, selectFrom }) => exists(selectFrom('plan_duties').select('position').whereRef('plan_duties.plan_id', '=', 'plans.id').where('open', '=', 1))).execute();
      return rows.map(fromRow);
    },

    /** To be called in a transaction. False, and nothing written, where this request made its plan before. */
    async add(plan: ActionPlan, request: string): Promise<boolean> {
      const result = await db
        .insertInto('plans')
        .values({ ...toRow(plan), request })
        .onConflict((conflict) => conflict.column('request').doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) return false;
      await writeDuties(plan);
      return true;
    },

    /** To be called in a transaction. Writes the plan only over the revision that was read; false if somebody else changed it since. */
    async replace(plan: ActionPlan, seen: number): Promise<boolean> {
      const { id, ...row } = toRow(plan);
      const result = await db.updateTable('plans').set(row).where('id', '=', id).where('revision', '=', seen).executeTakeFirst();
      if (result.numUpdatedRows !== 1n) return false;
      await writeDuties(plan);
      return true;
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
