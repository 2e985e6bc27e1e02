import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { ActionPlan, PlanState } from '#app/domain/plans/action-plan.ts';
import type { PlanStanding } from '#app/domain/plans/board.ts';
import { storedPlan } from '#app/domain/plans/stored-plan.ts';
import type { Tables } from '#db/schema/tables.ts';

/** Where plans wait for what the next survey says: nothing is to be done, and their owner still wants to know when. */
const waiting: readonly PlanState[] = ['consulted', 'implemented', 'monitoring', 'reviewed'];

/** Plans as lines and duties: what lists and calendars need without reading every plan. */
export function planDutyStore(db: Kysely<Tables>) {
  const read = ({ content }: { readonly content: string }): ActionPlan => storedPlan.read(content);
  return {
    /** Every plan by department, state and what it is about. */
    async standings(): Promise<PlanStanding[]> {
      const rows = await db.selectFrom('plans').innerJoin('issues', 'issues.id', 'plans.issue_id').select(['plans.id', 'plans.department_id', 'plans.state', 'issues.about']).orderBy('plans.id').execute();
      return rows.map(({ id, department_id, state, about }) => ({ planId: id, departmentId: department_id, state: state as PlanState, dimension: (JSON.parse(about) as string[])[1] ?? '' }));
    },

    /** Plans in which this person still has something to do, and those of their own that wait for a survey. */
    async plansAsking(personId: string): Promise<ActionPlan[]> {
      const rows = await db
        .selectFrom('plans')
        .select('content')
        .where(({ or, and, eb, exists, selectFrom }) => {
          const own = selectFrom('plan_duties').select('position').whereRef('plan_duties.plan_id', '=', 'plans.id').where('person_id', '=', personId);
          return or([exists(own.where('open', '=', 1)), and([eb('state', 'in', waiting), exists(own.where('kind', '=', 'plan'))])]);
        })
        .orderBy('id')
        .execute();
      return rows.map(read);
    },

    async ofDepartments(departments: readonly string[]): Promise<ActionPlan[]> {
      if (departments.length === 0) return [];
      return (await db.selectFrom('plans').select('content').where('department_id', 'in', [...departments]).orderBy('id').execute()).map(read);
    },

    /** How many open steps are late, by department; departments without any are left out. */
    async lateSteps(today: Day): Promise<ReadonlyMap<string, number>> {
      const rows = await db
        .selectFrom('plan_duties')
        .innerJoin('plans', 'plans.id', 'plan_duties.plan_id')
        .select((row) => ['plans.department_id', row.fn.countAll<number>().as('count')])
        .where('plan_duties.kind', '=', 'step')
        .where('open', '=', 1)
        .where('due', '<', today)
        .groupBy('plans.department_id')
        .execute();
      return new Map(rows.map(({ department_id, count }) => [department_id, Number(count)]));
    },

    /** Plans with a promise that somebody waits for and that is due by this day. */
    async withPromisesUntil(day: Day): Promise<ActionPlan[]> {
      const rows = await db
        .selectFrom('plans')
        .select('content')
        .where(({ exists, selectFrom }) => exists(selectFrom('plan_duties').select('position').whereRef('plan_duties.plan_id', '=', 'plans.id').where('kind', '=', 'promise').where('open', '=', 1).where('due', '<=', day)))
        .orderBy('id')
        .execute();
      return rows.map(read);
    },
  };
}
