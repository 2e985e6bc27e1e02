// Plans as a report tells them: what was agreed for these people, what was measured of it, and what was promised. Who may read a plan
// is asked as its page asks it.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { isPublished, type ActionPlan } from '#app/domain/plans/action-plan.ts';
import { inWholePoints, type EffectReview } from '#app/domain/plans/effect-review.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { mayRead } from '#app/domain/plans/plan-readers.ts';
import { statusOfPromise } from '#app/domain/plans/promised.ts';
import type { PlanSaid } from '#app/domain/reports/document/report-parts.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';
import { dimensionName, titleSaid } from './plan-words.server.ts';

interface Wanted {
  /** The department and all below it, as the survey had them. */
  readonly within: ReadonlySet<string>;
  readonly language: Language;
  /** Plans at work in these days and promises due in them alone; both days count. */
  readonly during?: { readonly from: string; readonly to: string };
}

/** In the order in which they were agreed. */
export async function plansSaid(app: App, actor: Actor, { within, language, during }: Wanted): Promise<PlanSaid[]> {
  const { who, departments } = await placeOf(app, actor);
  const plans = await app.data.planDuties.ofDepartments([...within]);
  return plans
    .filter((plan) => within.has(plan.departmentId) && isPublished(plan) && mayRead(plan, who) && (!during || isAtWork(plan, during)))
    .sort((one, other) => (one.days.created < other.days.created ? -1 : one.days.created > other.days.created ? 1 : one.id < other.id ? -1 : 1))
    .map((plan) => ({
      title: titleSaid(textOf(language), plan),
      area: dimensionName(plan.dimension, language),
      department: nameIn(departments, plan.departmentId),
      state: plan.state,
      ...measuredOf(plan),
      told: plan.result?.text ?? null,
      promises: planIn(plan, language).promises.filter(({ due }) => !during || (due >= during.from && due <= during.to)).map((promise) => ({ text: promise.text, due: promise.due, status: statusOfPromise(promise, app.today()) })),
    }));
}

const isAtWork = ({ days }: ActionPlan, { from, to }: NonNullable<Wanted['during']>): boolean => days.created <= to && (days.closed === null || days.closed >= from);

function measuredOf({ review }: ActionPlan): Pick<PlanSaid, 'verdict' | 'moved'> {
  if (!review) return { verdict: null, moved: null };
  const points = review.effect && inWholePoints(review.effect);
  return { verdict: verdictOf(review), moved: points && { from: points.from, to: points.to } };
}

const verdictOf = ({ verdict, early }: EffectReview): string => (verdict === 'no-clear-change' ? (early ? 'cannot-tell-yet' : 'cannot-tell') : verdict);
