// Changes to a plan that leave its state alone, or move it only because work began, stopped or went on.
import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { isClosed, isUnderWay, type ActionPlan, type PlanTerms } from './action-plan.ts';
import { isUnresolved, mayResolve, type Blocker } from './blocker.ts';
import { mostMeasures, type PlannedMeasure } from './planned-measure.ts';
import { translationsOf, type SaidIn } from './plan-texts.ts';
import type { Promised } from './promised.ts';
import type { Standing } from './standing.ts';
import { isOpen, newStep, withDue, withStatus, type DueRefusal, type NewStep, type Step, type StepStatus } from './step.ts';

export type PlanRefusal =
  | 'forbidden' | 'not-found' | 'plan-is-closed' | 'plan-changed' | 'not-under-way' | 'too-many-measures' | 'blocker-is-resolved'
  | 'needs-blocker-text' | 'in-consultation' | 'as-many-lines' | 'needs-title-too' | DueRefusal;

export type PlanDecision = Outcome<ActionPlan, PlanRefusal>;

export interface Act {
  readonly who: Standing;
  readonly today: Day;
}

/** The accountable owner, the head of the department or of one above it, and HR. */
export const mayLead = (plan: Pick<ActionPlan, 'ownerId' | 'departmentId'>, who: Standing): boolean =>
  who.hr || plan.ownerId === who.personId || who.leads.has(plan.departmentId);

const mayWorkOn = (plan: ActionPlan, step: Step, who: Standing): boolean => step.ownerId === who.personId || mayLead(plan, who);

export const changed = (plan: ActionPlan, today: Day, change: Partial<ActionPlan>): ActionPlan => ({
  ...plan,
  ...change,
  revision: plan.revision + 1,
  days: { ...plan.days, ...change.days, updated: today },
});

interface StepAct extends Act {
  readonly stepId: string;
  /** The step's revision the person saw. */
  readonly seen: number;
}

function stepFor(plan: ActionPlan, act: StepAct): Outcome<Step, PlanRefusal> {
  const step = plan.steps.find((one) => one.id === act.stepId);
  if (!step) return refused('not-found');
  if (!mayWorkOn(plan, step, act.who)) return refused('forbidden');
  return isClosed(plan) ? refused('plan-is-closed') : done(step);
}

const isFresh = (step: Step, act: StepAct): boolean => step.revision === act.seen;

const withStep = (plan: ActionPlan, step: Step) => plan.steps.map((one) => (one.id === step.id ? step : one));

/** The first step that begins puts the plan in progress. What is so already is no refusal: a finger taps twice. */
export function setStepStatus(plan: ActionPlan, act: StepAct & { readonly status: StepStatus }): PlanDecision {
  const found = stepFor(plan, act);
  if (!found.ok) return found;
  if (found.value.status === act.status) return done(plan);
  if (!isFresh(found.value, act)) return refused('plan-changed');
  if (!isUnderWay(plan)) return refused('not-under-way');
  const steps = withStep(plan, withStatus(found.value, act.status, act.today));
  const begins = plan.state === 'committed' && act.status !== 'todo';
  if (!begins) return done(changed(plan, act.today, { steps }));
  return done(changed(plan, act.today, { steps, state: 'in-progress', days: { ...plan.days, started: act.today } }));
}

export function moveStep(plan: ActionPlan, act: StepAct & { readonly to: Day; readonly reason: string }): PlanDecision {
  const found = stepFor(plan, act);
  if (!found.ok) return found;
  if (!isFresh(found.value, act)) return refused('plan-changed');
  const moved = withDue(found.value, { to: act.to, reason: act.reason.trim(), on: act.today, by: act.who.personId });
  return moved.ok ? done(changed(plan, act.today, { steps: withStep(plan, moved.value) })) : moved;
}

export function addStep(plan: ActionPlan, act: Act & { readonly step: NewStep }): PlanDecision {
  if (!mayLead(plan, act.who)) return refused('forbidden');
  if (plan.steps.some((step) => step.id === act.step.id)) return done(plan);
  if (!isUnderWay(plan) && plan.state !== 'draft' && plan.state !== 'consulted') return refused('plan-is-closed');
  if (act.step.due < act.today) return refused('day-is-past');
  return done(changed(plan, act.today, { steps: [...plan.steps, newStep(act.step)], version: plan.version + (isUnderWay(plan) ? 1 : 0) }));
}

/** Work that cannot go on stops the plan until the last blocker is gone. */
export function reportBlocker(plan: ActionPlan, act: Act & { readonly blocker: Pick<Blocker, 'id' | 'kind' | 'text'> }): PlanDecision {
  const takesPart = plan.steps.some((step) => step.ownerId === act.who.personId);
  if (!takesPart && !mayLead(plan, act.who)) return refused('forbidden');
  if (plan.blockers.some((one) => one.id === act.blocker.id)) return done(plan);
  if (!isUnderWay(plan)) return refused('not-under-way');
  if (act.blocker.text.trim() === '') return refused('needs-blocker-text');
  const blocker = { ...act.blocker, text: act.blocker.text.trim(), raisedBy: act.who.personId, raisedOn: act.today, resolvedOn: null, resolution: '' };
  return done(changed(plan, act.today, { blockers: [...plan.blockers, blocker], state: 'blocked' }));
}

export function resolveBlocker(plan: ActionPlan, act: Act & { readonly blockerId: string; readonly resolution: string }): PlanDecision {
  const blocker = plan.blockers.find((one) => one.id === act.blockerId);
  if (!blocker) return refused('not-found');
  if (!mayResolve(blocker, plan.departmentId, act.who, act.today)) return refused('forbidden');
  if (!isUnresolved(blocker)) return refused('blocker-is-resolved');
  const resolved = { ...blocker, resolvedOn: act.today, resolution: act.resolution.trim() };
  const blockers = plan.blockers.map((one) => (one.id === resolved.id ? resolved : one));
  const goesOn = plan.state === 'blocked' && !blockers.some(isUnresolved);
  return done(changed(plan, act.today, { blockers, state: goesOn ? stateOfWork(plan) : plan.state }));
}

const stateOfWork = (plan: ActionPlan) => (plan.days.started !== null ? 'in-progress' : 'committed');

export interface PlanText extends PlanTerms {
  readonly ownerId: string;
  /** Those of before, where nothing is said of them. */
  readonly partners?: readonly string[];
  readonly measures: readonly PlannedMeasure[];
  readonly promises: readonly Promised[];
  /** As before, where nothing is said of them. */
  readonly written?: Language | null;
  readonly said?: SaidIn;
}

/** After commitment an edit is a new version; the caller keeps the old one. `seen`: the plan's revision the person saw. */
export function edit(plan: ActionPlan, act: Act & { readonly text: PlanText; readonly seen: number }): PlanDecision {
  if (!mayLead(plan, act.who)) return refused('forbidden');
  if (isClosed(plan) || plan.state === 'reviewed' || plan.state === 'monitoring') return refused('plan-is-closed');
  if (plan.revision !== act.seen) return refused('plan-changed');
  // What people are being asked about must not change under their hands.
  if (plan.state === 'consulted' && plan.consultation !== null && act.today <= plan.consultation.until) return refused('in-consultation');
  if (act.text.measures.length > mostMeasures) return refused('too-many-measures', { most: mostMeasures });
  const { said, ...text } = act.text;
  // What is said of a promise is said of one that came beside those of before.
  const isNew = ({ id }: Promised) => !plan.promises.some((one) => one.id === id);
  const promises = [...text.promises.filter(isNew), ...text.promises.filter((one) => !isNew(one))];
  const translations = said ? translationsOf({ ...text, promises, steps: plan.steps }, said, plan.translations) : done(plan.translations);
  if (!translations.ok) return translations;
  return done(changed(plan, act.today, { ...text, translations: translations.value, version: plan.version + (plan.days.committed === null ? 0 : 1) }));
}

/** A leading indicator as counted today. */
export function countLeading(plan: ActionPlan, act: Act & { readonly measureId: string; readonly now: number }): PlanDecision {
  if (!mayLead(plan, act.who)) return refused('forbidden');
  if (isClosed(plan)) return refused('plan-is-closed');
  const known = plan.measures.find((one) => one.id === act.measureId);
  if (!known?.leading) return refused('not-found');
  const counted = { ...known, leading: { ...known.leading, now: act.now } };
  return done(changed(plan, act.today, { measures: plan.measures.map((one) => (one.id === counted.id ? counted : one)) }));
}

/** Steps that still have to be done or dropped before the plan counts as implemented. */
export const openSteps = (plan: Pick<ActionPlan, 'steps'>): readonly Step[] => plan.steps.filter(isOpen);
