// A new plan from an issue. Few at a time, because a department that promises five things keeps none.
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { done, refused, together, type Outcome, type Refusal } from '../kernel/outcome.ts';
import { isClosed, mostOpenPlans, type ActionPlan, type PlanTerms } from './action-plan.ts';
import { planned, type Issue, type IssueRefusal } from './issue.ts';
import { mostMeasures, type PlannedMeasure } from './planned-measure.ts';
import { translationsOf, type SaidIn } from './plan-texts.ts';
import type { Promised } from './promised.ts';
import type { Standing } from './standing.ts';
import { newStep, type NewStep } from './step.ts';

export interface PlanDraft extends PlanTerms {
  readonly id: string;
  readonly ownerId: string;
  readonly measures: readonly PlannedMeasure[];
  readonly steps: readonly NewStep[];
  readonly promises: readonly Promised[];
  /** Departments that work along and therefore see it. */
  readonly partners?: readonly string[];
  /** The language of its words; null where nobody said. */
  readonly written?: Language | null;
  /** The same in further languages. */
  readonly said?: SaidIn;
}

export type NewPlanRefusal = IssueRefusal | 'too-many-plans' | 'planned-already' | 'too-many-measures' | 'day-is-past' | 'as-many-lines' | 'needs-title-too';

interface Situation {
  readonly who: Standing;
  readonly today: Day;
  /** Plans of the department, closed ones included. */
  readonly others: readonly ActionPlan[];
}

function noRoomFor({ dimension }: Pick<Issue, 'dimension'>, others: Situation['others']): Refusal<NewPlanRefusal> | null {
  const open = others.filter((plan) => !isClosed(plan));
  if (open.some((plan) => plan.dimension === dimension)) return refused('planned-already');
  return open.length >= mostOpenPlans ? refused('too-many-plans', { most: mostOpenPlans }) : null;
}

/** The plan and its issue, which counts as answered from now on. */
export function draftPlan(
  issue: Issue,
  draft: PlanDraft,
  { who, today, others }: Situation,
): Outcome<{ readonly plan: ActionPlan; readonly issue: Issue }, NewPlanRefusal> {
  const { said = {}, written = null, ...rest } = draft;
  const steps = draft.steps.map(newStep);
  const translations = translationsOf({ ...draft, steps }, said);
  const answered = planned(issue, who, today);
  const wrong = together<NewPlanRefusal>([
    answered.ok ? null : answered,
    noRoomFor(issue, others),
    draft.measures.length > mostMeasures ? refused('too-many-measures', { most: mostMeasures }) : null,
    draft.steps.some((step) => step.due < today) ? refused('day-is-past') : null,
    translations.ok ? null : translations,
  ]);
  if (wrong) return wrong;
  if (!answered.ok) return answered;
  if (!translations.ok) return translations;
  const plan: ActionPlan = {
    ...rest,
    written,
    translations: translations.value,
    steps,
    issueId: issue.id,
    departmentId: issue.departmentId,
    dimension: issue.dimension,
    state: 'draft',
    version: 1,
    revision: 1,
    partners: [...new Set(draft.partners ?? [])].filter((id) => id !== issue.departmentId),
    customers: [],
    baseline: null,
    blockers: [],
    review: null,
    earlyReview: null,
    result: null,
    cancelled: null,
    lesson: '',
    consultation: null,
    days: { created: today, consulted: null, committed: null, started: null, implemented: null, closed: null, updated: today },
  };
  return done({ plan, issue: answered.value });
}
