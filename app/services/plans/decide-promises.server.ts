// Promises: what was promised to whom by when, and what became of it. Late and dropped ones stand in the same list as kept ones.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import * as promises from '#app/domain/plans/promise-changes.ts';
import { mayDecideOn, wasAgreed, type FateRefusal, type PromiseFate } from '#app/domain/plans/promise-changes.ts';
import type { ListedPromise, PromisePage, PromiseRegister } from '#app/domain/plans/promise-page.ts';
import { isAwaited, statusOfPromise, type Promised } from '#app/domain/plans/promised.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import type { ProgressNote } from '#app/domain/plans/progress-note.ts';
import { mayRead } from '#app/domain/plans/plan-readers.ts';
import { mayLead } from '#app/domain/plans/plan-changes.ts';
import type { App } from '#app/platform/app.server.ts';
import { changePlan, wouldRefuse, type ChangeRefusal } from './change-plan.server.ts';
import { plansOf } from './plan-list.server.ts';
import { namesOf } from './plan-page.server.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';

const listedPromise = (plan: ActionPlan, promise: Promised, { departmentName, today }: { departmentName: string; today: Day }): ListedPromise => ({
  promise,
  status: statusOfPromise(promise, today),
  plan: { id: plan.id, title: plan.title },
  departmentName,
});

/** Of agreed plans this person leads; HR sees all. What is still awaited comes first, by its day. */
export async function promiseRegister(app: App, actor: Actor, language: Language): Promise<PromiseRegister> {
  const { who, departments } = await placeOf(app, actor);
  const plans = (await plansOf(app, who)).map((plan) => planIn(plan, language)).filter((plan) => wasAgreed(plan) && plan.promises.some((one) => mayLead(plan, who) || mayDecideOn(plan, one, who)));
  const today = app.today();
  const promises = plans.flatMap((plan) => plan.promises.map((one) => listedPromise(plan, one, { departmentName: nameIn(departments, plan.departmentId), today })));
  const byDay = (one: ListedPromise, other: ListedPromise) => (one.promise.due < other.promise.due ? -1 : one.promise.due > other.promise.due ? 1 : 0);
  const awaited = promises.filter(({ promise }) => isAwaited(promise)).sort(byDay);
  const settled = promises.filter(({ promise }) => !isAwaited(promise)).sort((one, other) => byDay(other, one));
  return { promises: [...awaited, ...settled], names: await namesOf(app, promises.map(({ promise }) => promise.by)) };
}

/** For whoever may read the plan. */
export async function promisePage(app: App, actor: Actor, { planId, promiseId, language }: { planId: string; promiseId: string; language: Language }): Promise<Outcome<PromisePage, 'not-found'>> {
  const { who, departments } = await placeOf(app, actor);
  const found = await app.data.plans.get(planId);
  const plan = found && planIn(found, language);
  const promise = plan?.promises.find((one) => one.id === promiseId);
  if (!plan || !promise || !(mayRead(plan, who) || promise.by === who.personId)) return refused('not-found');
  const today = app.today();
  return done({
    ...listedPromise(plan, promise, { departmentName: nameIn(departments, plan.departmentId), today }),
    deciding: isAwaited(promise) && wasAgreed(plan) && mayDecideOn(plan, promise, who),
    names: await namesOf(app, [promise.by, ...(promise.renewals ?? []).map((one) => one.by)]),
    today,
  });
}

export interface OnPromise {
  readonly planId: string;
  readonly promiseId: string;
  /** The day the promise had on the page. */
  readonly seen: Day;
  readonly fate: PromiseFate;
}

/** What would be refused of the day until which it is promised anew, whatever is said for it. */
export const wrongInRenewal = (app: App, actor: Actor, { planId, promiseId, seen, to }: Omit<OnPromise, 'fate'> & { readonly to: Day }) =>
  wouldRefuse(app, actor, planId, (plan, act) => promises.settlePromise(plan, { ...act, promiseId, seen, fate: { how: 'renewed', to, reason: '–' } }));

const events = { kept: 'promise-kept', renewed: 'promise-renewed', dropped: 'promise-dropped' } as const satisfies Record<PromiseFate['how'], ProgressNote['event']>;

export const settlePromise = (app: App, actor: Actor, { planId, promiseId, seen, fate }: OnPromise): Promise<Outcome<ActionPlan, FateRefusal | ChangeRefusal>> =>
  changePlan(app, actor, planId, {
    ...(fate.how !== 'kept' && { words: fate.reason }),
    decide: (plan, act) => promises.settlePromise(plan, { ...act, promiseId, seen, fate }),
    entry: (before) => ({
      event: events[fate.how],
      text: fate.how === 'kept' ? '' : fate.reason,
      details: { promise: before.promises.find((one) => one.id === promiseId)?.text ?? '', ...(fate.how === 'renewed' && { from: seen, to: fate.to }) },
    }),
  });
