// The life of a plan, one verb per arrow. Each says who may and what has to be true before; a refusal is a code with its numbers.
import { addDays, type Day } from '../kernel/day.ts';
import { done, refused, type Outcome, type Refusal } from '../kernel/outcome.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { groundsOf } from './achievement.ts';
import { isClosed, type ActionPlan, type PublishedResult } from './action-plan.ts';
import { fitsCause, type CauseRefusal } from './cause-rules.ts';
import { consultationDays, type Consultation } from './consultation.ts';
import type { EffectReview } from './effect-review.ts';
import type { Issue } from './issue.ts';
import { changed, mayLead, openSteps, type Act } from './plan-changes.ts';
import { isSmall, mostMeasures } from './planned-measure.ts';
import { whole } from '../kernel/rounding.ts';

export type StateRefusal =
  | 'forbidden' | 'wrong-state' | 'needs-cause' | 'needs-fact' | 'needs-measure' | 'too-many-measures' | 'still-in-consultation'
  | 'needs-hr' | 'needs-target' | 'target-below-now' | 'target-day-is-past' | 'needs-step' | 'needs-leading-indicator' | 'needs-count' | 'steps-are-open' | 'too-early'
  | 'needs-because' | 'needs-result' | 'not-improved' | 'needs-lesson' | 'needs-reason' | 'objections-unanswered' | CauseRefusal;

type Decision = Outcome<ActionPlan, StateRefusal>;

/** An effect needs time: the wave that judges a plan closes at least four weeks after it was implemented. */
const daysBeforeReview = 28;

function guarded(plan: ActionPlan, act: Act, states: readonly ActionPlan['state'][]): Decision {
  if (!mayLead(plan, act.who)) return refused('forbidden');
  return states.includes(plan.state) ? done(plan) : refused('wrong-state');
}

type Missing = Refusal<StateRefusal>;

/** What has to be whole before it can be agreed. */
type Agreeable = Pick<ActionPlan, 'measures' | 'promises' | 'target'> & { readonly steps: readonly unknown[] };

function unexplained(plan: Pick<ActionPlan, 'measures'>, issue: Pick<Issue, 'cause' | 'facts'>): Missing[] {
  const missing: Missing[] = [];
  if (issue.cause === null) missing.push(refused('needs-cause'));
  if (issue.facts.length === 0) missing.push(refused('needs-fact'));
  if (plan.measures.length === 0) missing.push(refused('needs-measure'));
  if (plan.measures.length > mostMeasures) missing.push(refused('too-many-measures', { most: mostMeasures }));
  return missing;
}

/** Shows the draft to those concerned before it binds anybody. `consultation`: how they are asked; null where nobody is. */
export function showDraft(plan: ActionPlan, issue: Issue, act: Act & { readonly consultation?: Consultation | null }): Decision {
  const allowed = guarded(plan, act, ['draft']);
  if (!allowed.ok) return allowed;
  const [missing] = unexplained(plan, issue);
  return missing ?? done(changed(plan, act.today, { state: 'consulted', consultation: act.consultation ?? null, days: { ...plan.days, consulted: act.today } }));
}

/** What is in the department's own hands and small, its head starts alone and at once. */
export const isSmallPlan = (plan: Pick<ActionPlan, 'measures' | 'partners'>): boolean =>
  plan.partners.length === 0 && plan.measures.every(isSmall);

/** Small effort needs no consultation; everything else waits five working days for objections. */
export const needsConsultation = (plan: Pick<ActionPlan, 'measures'>): boolean => plan.measures.some((one) => one.effort !== 'S');

/** A goal nearer than chance can tell needs something that can be counted besides the score. */
function needsLeading(plan: Pick<ActionPlan, 'target' | 'measures'>, { evidence }: Pick<Issue, 'evidence'>): boolean {
  const index = plan.target?.index ?? null;
  const visible = index !== null && evidence !== null && index - evidence.index >= evidence.smallestChange;
  return !visible && !plan.measures.some((one) => one.leading !== null);
}

function unbound(plan: Agreeable, issue: Pick<Issue, 'evidence'>, today: Day): Missing[] {
  const { evidence } = issue;
  const missing: Missing[] = [];
  if (plan.target === null) missing.push(refused('needs-target'));
  else if (plan.target.index !== null && evidence !== null && plan.target.index <= evidence.index) missing.push(refused('target-below-now', { index: whole(evidence.index) }));
  else if (plan.target.by <= today) missing.push(refused('target-day-is-past'));
  if (plan.steps.length === 0) missing.push(refused('needs-step'));
  if (needsLeading(plan, issue)) missing.push((plan.target?.index ?? null) === null || evidence === null ? refused('needs-count') : refused('needs-leading-indicator', { points: evidence.smallestChange }));
  return missing;
}

/** Everything that has to be added before the plan can be agreed, in the order of the form. */
export function missingIn(plan: Agreeable, issue: Pick<Issue, 'cause' | 'facts' | 'evidence'>, today: Day): Missing[] {
  const unsaid = unexplained(plan, issue);
  const fits = issue.cause === null || plan.measures.length === 0 ? null : fitsCause(issue.cause, { facts: issue.facts, measures: plan.measures, promises: plan.promises });
  return [...unsaid, ...(fits === null || fits.ok ? [] : [fits]), ...unbound(plan, issue, today)];
}

/** The first day on which a plan that was shown may be agreed; today for small effort that nobody was asked about. */
export const agreeableFrom = (plan: ActionPlan, today: Day): Day =>
  plan.consultation !== null ? addDays(plan.consultation.until, 1) : needsConsultation(plan) ? addWorkingDays(plan.days.consulted ?? today, consultationDays) : today;

/** None for what came from no figure. */
function baselineOf({ evidence }: Pick<Issue, 'evidence'>): ActionPlan['baseline'] {
  if (evidence === null) return null;
  const { index, n, low, high, releaseHash, smallestChange } = evidence;
  return { index, n, low, high, releaseHash, smallestChange };
}

/** Freezes the baseline and publishes «what we will do». A plan of small measures may come straight from its draft. */
export function commit(plan: ActionPlan, issue: Issue, act: Act): Decision {
  const allowed = guarded(plan, act, ['draft', 'consulted']);
  if (!allowed.ok) return allowed;
  const [missing] = missingIn(plan, issue, act.today);
  if (missing) return missing;
  if (!isSmallPlan(plan) && !act.who.hr) return refused('needs-hr');
  if (agreeableFrom(plan, act.today) > act.today) return refused('still-in-consultation', { days: consultationDays });
  if (plan.consultation !== null && plan.consultation.answer === null) return refused('objections-unanswered');
  const days = { ...plan.days, consulted: plan.days.consulted ?? act.today, committed: act.today };
  return done(changed(plan, act.today, { state: 'committed', baseline: baselineOf(issue), customers: (issue.evidence?.customers ?? []).map(({ id }) => id), days }));
}

export function finish(plan: ActionPlan, act: Act): Decision {
  const allowed = guarded(plan, act, ['in-progress']);
  if (!allowed.ok) return allowed;
  const left = openSteps(plan).length;
  if (left > 0) return refused('steps-are-open', { n: left });
  return done(changed(plan, act.today, { state: 'implemented', days: { ...plan.days, implemented: act.today } }));
}

/** The first day on which a closing survey can say something about this plan; null before it is implemented. */
export const reviewableFrom = ({ days }: Pick<ActionPlan, 'days'>): Day | null =>
  days.implemented === null ? null : addDays(days.implemented, daysBeforeReview);

/** The system waits for the next wave; nobody has to do anything. */
export const monitor = (plan: ActionPlan, today: Day): Decision =>
  plan.state === 'implemented' ? done(changed(plan, today, { state: 'monitoring' })) : refused('wrong-state');

/** Judged once, by a survey that closed late enough; «not measurable» has to say why. */
export function judged(plan: ActionPlan, review: EffectReview, wave: { readonly closed: Day }): Decision {
  if (plan.state !== 'monitoring' && plan.state !== 'implemented') return refused('wrong-state');
  if (wave.closed < (reviewableFrom(plan) ?? wave.closed)) return refused('too-early');
  if (review.verdict === 'not-measurable' && review.because === '') return refused('needs-because');
  return done(changed(plan, review.on, { state: 'reviewed', review }));
}

/** Whether a second reading may still replace the first one, whatever was decided meanwhile. */
export const isReadAgain = ({ state, review, earlyReview }: Pick<ActionPlan, 'state' | 'review' | 'earlyReview'>): boolean =>
  review?.early === true && earlyReview === null && (state === 'reviewed' || state === 'closed-achieved' || state === 'closed-not-achieved');

/** The wave after the first one says it once more, and for good; the first reading stays to be read. */
export function judgedAgain(plan: ActionPlan, review: EffectReview): Decision {
  if (!isReadAgain(plan)) return refused('wrong-state');
  if (review.verdict === 'not-measurable' && review.because === '') return refused('needs-because');
  return done(changed(plan, review.on, { review: { ...review, early: false }, earlyReview: plan.review }));
}

/** Not by the owner alone, and only together with the result that goes to the people who were asked. */
export function close(
  plan: ActionPlan,
  act: Act,
  how: { readonly achieved: boolean; readonly result: Pick<PublishedResult, 'text' | 'next'>; readonly lesson: string },
): Decision {
  if (!act.who.hr || plan.review === null) return refused(act.who.hr ? 'wrong-state' : 'forbidden');
  if (plan.state !== 'reviewed') return refused('wrong-state');
  if (how.result.text.trim() === '') return refused('needs-result');
  const grounds = how.achieved ? groundsOf(plan) : [];
  if (how.achieved && grounds.length === 0) return refused('not-improved');
  if (!how.achieved && how.lesson.trim() === '') return refused('needs-lesson');
  const result = { text: how.result.text.trim(), next: how.result.next.trim(), on: act.today, by: act.who.personId, grounds };
  const state = how.achieved ? 'closed-achieved' : 'closed-not-achieved';
  return done(changed(plan, act.today, { state, result, lesson: how.lesson.trim(), days: { ...plan.days, closed: act.today } }));
}

/** Once more from the start with what was learnt; the caller keeps the old version to be read. */
export function beginAnew(plan: ActionPlan, act: Act): Decision {
  const allowed = guarded(plan, act, ['reviewed']);
  if (!allowed.ok) return allowed;
  const days = { created: plan.days.created, consulted: null, committed: null, started: null, implemented: null, closed: null, updated: act.today };
  return done(changed(plan, act.today, { state: 'draft', version: plan.version + 1, baseline: null, customers: [], consultation: null, review: null, earlyReview: null, target: null, steps: [], days }));
}

/** HR alone, with a reason those concerned can read. An unpublished draft its own writers may throw away. */
export function giveUp(plan: ActionPlan, act: Act, reason: string): Decision {
  if (isClosed(plan)) return refused('wrong-state');
  const own = plan.state === 'draft' && mayLead(plan, act.who);
  if (!act.who.hr && !own) return refused('forbidden');
  if (reason.trim() === '') return refused('needs-reason');
  const cancelled = { reason: reason.trim(), by: act.who.personId };
  return done(changed(plan, act.today, { state: 'cancelled', cancelled, days: { ...plan.days, closed: act.today } }));
}
