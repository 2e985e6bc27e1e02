// What people say to a draft under their own name, and the one answer that all of them get.
import type { Actor } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { answerObjections, isAsking, mayObject, type AnswerRefusal } from '#app/domain/plans/consultation.ts';
import { mayRead } from '#app/domain/plans/plan-readers.ts';
import type { App } from '#app/platform/app.server.ts';
import { changePlan, type ChangeRefusal } from './change-plan.server.ts';
import { everythingSaid } from './consultation-view.server.ts';
import { placeOf } from './place-of-actor.server.ts';

export interface ByName {
  readonly planId: string;
  /** Of the form, so that one sent twice is written once. */
  readonly request: string;
  readonly text: string;
}

export type ObjectionRefusal = 'not-found' | 'forbidden' | 'consultation-over';

/** To the one who owns the plan today; HR reads it too, nobody else does. */
export async function objectByName(app: App, actor: Actor, { planId, request, text }: ByName): Promise<Outcome<null, ObjectionRefusal>> {
  const { who } = await placeOf(app, actor);
  const plan = await app.data.plans.get(planId);
  if (!plan || !mayRead(plan, who)) return refused('not-found');
  if (!isAsking(plan, app.today())) return refused('consultation-over');
  if (!mayObject(plan, who, app.today())) return refused('forbidden');
  await app.data.objections.add({ id: request, planId, version: plan.version, authorId: who.personId, toId: plan.ownerId, day: app.today(), text: text.trim() });
  return done(null);
}

/** Once, to everybody who was asked. */
export async function answerToAll(app: App, actor: Actor, planId: string, text: string): Promise<Outcome<ActionPlan, AnswerRefusal | ChangeRefusal>> {
  const plan = await app.data.plans.get(planId);
  const counted = plan !== null && (await everythingSaid(app, plan));
  return changePlan(app, actor, planId, {
    words: text,
    decide: (now, act) => answerObjections(now, act, { text, counted }),
    entry: () => ({ event: 'objections-answered', text }),
  });
}
