// What becomes of a promise of an agreed plan. Who leads the plan or gave the word says so, also after the plan is finished:
// people wait for a promise until they are told.
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import type { Day } from '../kernel/day.ts';
import type { ActionPlan } from './action-plan.ts';
import { changed, mayLead, type Act } from './plan-changes.ts';
import { dropped, kept, renewed, type Promised, type PromiseRefusal } from './promised.ts';
import type { Standing } from './standing.ts';

export type PromiseFate =
  | { readonly how: 'kept' }
  | { readonly how: 'renewed'; readonly to: Day; readonly reason: string }
  | { readonly how: 'dropped'; readonly reason: string };

export type FateRefusal = 'forbidden' | 'not-found' | 'promise-not-agreed' | 'plan-changed' | PromiseRefusal;

export const mayDecideOn = (plan: ActionPlan, promise: Pick<Promised, 'by'>, who: Standing): boolean => mayLead(plan, who) || promise.by === who.personId;

/** Agreed once: whoever read it waits for it, also while the plan is written anew. */
export const wasAgreed = ({ days, version }: Pick<ActionPlan, 'days' | 'version'>): boolean => days.committed !== null || version > 1;

/** `seen`: the day the promise had on the page. */
export function settlePromise(plan: ActionPlan, act: Act & { readonly promiseId: string; readonly seen: Day; readonly fate: PromiseFate }): Outcome<ActionPlan, FateRefusal> {
  const promise = plan.promises.find((one) => one.id === act.promiseId);
  if (!promise) return refused('not-found');
  if (!mayDecideOn(plan, promise, act.who)) return refused('forbidden');
  if (!wasAgreed(plan)) return refused('promise-not-agreed');
  if (promise.due !== act.seen) return refused('plan-changed');
  const after = fated(promise, act.fate, { today: act.today, by: act.who.personId });
  if (!after.ok) return after;
  return done(changed(plan, act.today, { promises: plan.promises.map((one) => (one.id === promise.id ? after.value : one)) }));
}

function fated(promise: Promised, fate: PromiseFate, { today, by }: { today: Day; by: string }): Outcome<Promised, PromiseRefusal> {
  if (fate.how === 'kept') return kept(promise, today);
  return fate.how === 'dropped' ? dropped(promise, fate.reason) : renewed(promise, { to: fate.to, reason: fate.reason, on: today, by });
}

/** What an edit may do to promises: those that were agreed stay word for word, and new ones come beside them. */
export function promisesAfterEdit(plan: ActionPlan, wanted: Promised | null): Outcome<readonly Promised[], 'promise-is-agreed'> {
  if (!wanted) return done(plan.promises);
  const same = plan.promises.find((one) => one.text === wanted.text);
  if (same?.due === wanted.due) return done(plan.promises);
  if (!wasAgreed(plan)) return done([wanted]);
  return same ? refused('promise-is-agreed') : done([...plan.promises, wanted]);
}
