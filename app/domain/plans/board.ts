// HR's board: departments by what became of what their people said, from an answer that is owed to an effect that was measured. Departments
// stand in the order of the tree: sorted by a figure they would be a ranking of those who lead them.
import { daysBetween, type Day } from '../kernel/day.ts';
import { isClosed, type ActionPlan, type PlanState } from './action-plan.ts';
import { isUnresolved, levelOf, type Blocker } from './blocker.ts';
import type { Part } from './follow-through.ts';
import type { OverdueAnswer } from './overdue-answers.ts';
import type { Promised, PromiseStatus } from './promised.ts';

export const boardStages = ['owed', 'planned', 'under-way', 'done', 'measured'] as const;
export type BoardStage = (typeof boardStages)[number];

/** A plan as a line of a list. */
export interface PlanStanding {
  readonly planId: string;
  readonly departmentId: string;
  readonly state: PlanState;
  readonly dimension: string;
}

/** What was given up stands nowhere. */
const stages: Readonly<Record<PlanState, Exclude<BoardStage, 'owed'> | null>> = {
  draft: 'planned',
  consulted: 'planned',
  committed: 'under-way',
  'in-progress': 'under-way',
  blocked: 'under-way',
  implemented: 'done',
  monitoring: 'done',
  reviewed: 'measured',
  'closed-achieved': 'measured',
  'closed-not-achieved': 'measured',
  cancelled: null,
};

const stageOfPlan = (state: PlanState): Exclude<BoardStage, 'owed'> | null => stages[state];

export interface BoardRow {
  readonly departmentId: string;
  readonly counts: Readonly<Record<BoardStage, number>>;
  /** Of the answers that are owed, how many days the oldest is late; 0 where none is. */
  readonly daysLate: number;
  readonly lateSteps: number;
}

interface Material {
  readonly owed: readonly OverdueAnswer[];
  readonly plans: readonly Pick<PlanStanding, 'departmentId' | 'state'>[];
  /** By department. */
  readonly lateSteps: ReadonlyMap<string, number>;
}

/** Departments with something on the board, in the order given. */
export function boardRows({ owed, plans, lateSteps }: Material, order: readonly string[], today: Day): BoardRow[] {
  const rows = new Map<string, { counts: Record<BoardStage, number>; daysLate: number }>();
  const rowOf = (id: string) => {
    const row = rows.get(id) ?? { counts: { owed: 0, planned: 0, 'under-way': 0, done: 0, measured: 0 }, daysLate: 0 };
    rows.set(id, row);
    return row;
  };
  for (const { departmentId, due } of owed) {
    const row = rowOf(departmentId);
    row.counts.owed += 1;
    row.daysLate = Math.max(row.daysLate, daysBetween(due, today));
  }
  for (const { departmentId, state } of plans) {
    const stage = stageOfPlan(state);
    if (stage !== null) rowOf(departmentId).counts[stage] += 1;
  }
  return order.flatMap((departmentId) => {
    const row = rows.get(departmentId);
    return row ? [{ departmentId, ...row, lateSteps: lateSteps.get(departmentId) ?? 0 }] : [];
  });
}

export interface StandingBlocker {
  readonly plan: Pick<ActionPlan, 'id' | 'title' | 'departmentId' | 'ownerId'>;
  readonly blocker: Blocker;
  readonly level: 0 | 1 | 2 | 3;
  /** Calendar days it has stood there. */
  readonly days: number;
}

/** What stands in the way now: the highest level first, then the oldest. */
export function standingBlockers(plans: readonly ActionPlan[], today: Day): StandingBlocker[] {
  return plans
    .filter((plan) => !isClosed(plan))
    .flatMap((plan) => plan.blockers.filter(isUnresolved).map((blocker) => ({ plan, blocker, level: levelOf(blocker, today), days: daysBetween(blocker.raisedOn, today) })))
    .sort((one, other) => other.level - one.level || other.days - one.days)
    .map(({ plan: { id, title, departmentId, ownerId }, ...one }) => ({ ...one, plan: { id, title, departmentId, ownerId } }));
}

/** A department's own figure of the latest survey, with those it is counted with. */
export interface BoardScore {
  readonly index: number;
  readonly with: readonly string[];
}

export interface ShownRow extends BoardRow {
  readonly name: string;
  /** The department above, to tell apart what has one name twice; empty for the company. */
  readonly within: string;
  readonly followThrough: Part;
  /** Null where nothing is published about it. */
  readonly score: BoardScore | null;
}

export interface BoardPage {
  readonly rows: readonly ShownRow[];
  /** Departments with something that were found, and all there are of them. */
  readonly found: number;
  readonly withSomething: number;
  /** Open departments about which there is nothing. */
  readonly rest: number;
  /** Over all departments. */
  readonly totals: Readonly<Record<BoardStage, number>>;
  readonly page: number;
  readonly pages: number;
  readonly blockers: readonly (Omit<StandingBlocker, 'plan'> & { readonly plan: Pick<ActionPlan, 'id' | 'title'>; readonly departmentName: string; /** Who answers it now; null: HR. */ readonly answers: string | null })[];
  readonly moreBlockers: number;
  readonly promises: readonly { readonly promise: Promised; readonly status: PromiseStatus; readonly planId: string; readonly departmentName: string; readonly by: string | null }[];
  readonly morePromises: number;
  /** Of the survey the scores are from; null before the first. */
  readonly survey: { readonly id: string; readonly title: string; readonly closed: Day } | null;
  readonly today: Day;
}
