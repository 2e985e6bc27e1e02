// The daily life of a plan: a step moves, a day changes, something stands in the way, somebody writes how it goes.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { done, refused, together, type Outcome, type Refusal } from '#app/domain/kernel/outcome.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { BlockerKind } from '#app/domain/plans/blocker.ts';
import * as plans from '#app/domain/plans/plan-changes.ts';
import { changed, mayLead, type PlanRefusal } from '#app/domain/plans/plan-changes.ts';
import { titleOf } from '#app/domain/plans/planned-measure.ts';
import { isClosed } from '#app/domain/plans/action-plan.ts';
import type { StepStatus } from '#app/domain/plans/step.ts';
import type { App } from '#app/platform/app.server.ts';
import { changePlan, wouldRefuse, type ChangeRefusal } from './change-plan.server.ts';
import { personMeant } from './colleagues.server.ts';

type Changed<Code extends string = PlanRefusal> = Promise<Outcome<ActionPlan, Code | ChangeRefusal>>;

export interface OnStep {
  readonly planId: string;
  readonly stepId: string;
  /** The step's revision on the page. */
  readonly seen: number;
}

const titleOfStep = (plan: ActionPlan, stepId: string) => plan.steps.find((step) => step.id === stepId)?.title ?? '';

export const setStepStatus = (app: App, actor: Actor, input: OnStep & { readonly status: StepStatus }): Changed =>
  changePlan(app, actor, input.planId, {
    decide: (plan, act) => plans.setStepStatus(plan, { ...act, ...input }),
    entry: (plan) => ({ event: 'step-status', details: { step: titleOfStep(plan, input.stepId), status: input.status } }),
  });

export const moveStep = (app: App, actor: Actor, input: OnStep & { readonly to: Day; readonly reason: string }): Changed =>
  changePlan(app, actor, input.planId, {
    words: input.reason,
    decide: (plan, act) => plans.moveStep(plan, { ...act, ...input }),
    entry: (plan) => ({
      event: 'step-moved',
      text: input.reason,
      details: { step: titleOfStep(plan, input.stepId), from: plan.steps.find((step) => step.id === input.stepId)?.due ?? input.to, to: input.to },
    }),
  });

/** What would be refused of the day, whatever is said for it. */
export const wrongInMove = (app: App, actor: Actor, input: OnStep & { readonly to: Day }) => wouldRefuse(app, actor, input.planId, (plan, act) => plans.moveStep(plan, { ...act, ...input, reason: '–' }));

export interface AddedStep {
  readonly planId: string;
  readonly request: string;
  readonly title: string;
  /** An id, or what the person is called in the form. */
  readonly ownerId: string;
  readonly due: Day;
}

/** What would be refused of whose it is and when it is due. */
export async function wrongInStep(app: App, actor: Actor, input: AddedStep): Promise<readonly Refusal<PlanRefusal | 'no-such-person'>[]> {
  const plan = await app.data.plans.get(input.planId);
  const ownerId = await personMeant(app, actor, { departmentId: plan?.departmentId ?? '', written: input.ownerId });
  const step = { id: input.request, title: input.title, ownerId: ownerId ?? actor.personId, due: input.due };
  const found = await wouldRefuse(app, actor, input.planId, (before, act) => plans.addStep(before, { ...act, step }));
  return ownerId === null ? [refused('no-such-person'), ...found] : found;
}

export async function addStep(app: App, actor: Actor, input: AddedStep): Changed<PlanRefusal | 'no-such-person'> {
  const departmentId = (await app.data.plans.get(input.planId))?.departmentId ?? '';
  const ownerId = await personMeant(app, actor, { departmentId, written: input.ownerId });
  if (ownerId === null) return together(await wrongInStep(app, actor, input)) ?? refused('no-such-person');
  return changePlan(app, actor, input.planId, {
    words: input.title,
    decide: (plan, act) => plans.addStep(plan, { ...act, step: { id: input.request, title: input.title.trim(), ownerId, due: input.due } }),
    entry: () => ({ event: 'step-added', details: { step: input.title.trim(), due: input.due } }),
  });
}

export const reportBlocker = (
  app: App,
  actor: Actor,
  input: { readonly planId: string; readonly request: string; readonly kind: BlockerKind; readonly text: string },
): Changed =>
  changePlan(app, actor, input.planId, {
    words: input.text,
    decide: (plan, act) => plans.reportBlocker(plan, { ...act, blocker: { id: input.request, kind: input.kind, text: input.text } }),
    entry: () => ({ event: 'blocker-raised', text: input.text, details: { kind: input.kind } }),
  });

export const resolveBlocker = (
  app: App,
  actor: Actor,
  input: { readonly planId: string; readonly blockerId: string; readonly resolution: string },
): Changed =>
  changePlan(app, actor, input.planId, {
    words: input.resolution,
    decide: (plan, act) => plans.resolveBlocker(plan, { ...act, ...input }),
    entry: (plan) => ({ event: 'blocker-resolved', text: input.resolution, details: { blocker: plan.blockers.find((one) => one.id === input.blockerId)?.text ?? '' } }),
  });

export const countLeading = (
  app: App,
  actor: Actor,
  input: { readonly planId: string; readonly measureId: string; readonly now: number },
): Changed =>
  changePlan(app, actor, input.planId, {
    decide: (plan, act) => plans.countLeading(plan, { ...act, ...input }),
    entry: (plan) => {
      const counted = plan.measures.find((one) => one.id === input.measureId);
      return { event: 'counted', details: { name: counted?.leading?.name ?? (counted ? titleOf(counted).en : ''), now: String(input.now) } };
    },
  });

/** Those who lead the plan and those who own a step of it write in its diary. */
export const writeNote = (
  app: App,
  actor: Actor,
  input: { readonly planId: string; readonly request: string; readonly text: string },
): Changed<'forbidden' | 'plan-is-closed'> =>
  changePlan(app, actor, input.planId, {
    words: input.text,
    decide: (plan, act) => {
      const takesPart = mayLead(plan, act.who) || plan.steps.some((step) => step.ownerId === act.who.personId);
      if (!takesPart) return refused('forbidden');
      return isClosed(plan) ? refused('plan-is-closed') : done(changed(plan, act.today, {}));
    },
    entry: () => ({ event: 'note', text: input.text, request: input.request }),
  });
