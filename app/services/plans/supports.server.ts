// What a plan can rest on beside its figure, and what it does rest on.
import type { Actor } from '#app/domain/access/actor.ts';
import { secondaryOf } from '#app/domain/plans/secondary.ts';
import { mayLead } from '#app/domain/plans/plan-changes.ts';
import { mayReadSupport, refOf, type Support } from '#app/domain/plans/support.ts';
import type { App } from '#app/platform/app.server.ts';
import { placeOf } from './place-of-actor.server.ts';

const mostInquiries = 12;
const mostFigures = 8;

export interface OfferedSupports {
  readonly offered: readonly { readonly ref: string; readonly support: Support }[];
  /** Refs of those the plan rests on. */
  readonly chosen: readonly string[];
}

/** The latest of a department. `planId`: with what this plan rests on already; null for a new one. */
export async function offeredSupports(app: App, departmentId: string, planId: string | null): Promise<OfferedSupports> {
  const there = planId === null ? [] : await app.data.planSupports.ofPlan(planId);
  const all = new Map([...there, ...(await supportsThere(app, departmentId))].map((support) => [refOf(support), support]));
  return { offered: [...all].map(([ref, support]) => ({ ref, support })), chosen: there.map(refOf) };
}

/** The same for the form of a plan that is there; nothing for an unknown one. */
export async function offeredForPlan(app: App, planId: string): Promise<OfferedSupports> {
  const plan = await app.data.plans.get(planId);
  return plan ? offeredSupports(app, plan.departmentId, planId) : { offered: [], chosen: [] };
}

async function supportsThere(app: App, departmentId: string): Promise<Support[]> {
  const inquiries = (await app.data.inquiries.ofDepartments([departmentId])).slice(0, mostInquiries);
  const figures = secondaryOf((await app.data.secondary.get()).figures, departmentId).slice(0, mostFigures);
  return [...inquiries.map((inquiry) => ({ kind: 'inquiry' as const, inquiry })), ...figures.map((figure) => ({ kind: 'figure' as const, figure }))];
}

/** Whatever else was sent is no offer of its department and is left out. `planId`: null for a new plan. */
export async function chosenSupports(app: App, departmentId: string, { planId, refs }: { readonly planId: string | null; readonly refs: readonly string[] }): Promise<Support[]> {
  const { offered } = await offeredSupports(app, departmentId, planId);
  return offered.filter(({ ref }) => refs.includes(ref)).map(({ support }) => support);
}

/** Makes a plan that is there rest on these; who may not lead it changes nothing. */
export async function restPlanOn(app: App, actor: Actor, planId: string, refs: readonly string[]): Promise<void> {
  const plan = await app.data.plans.get(planId);
  if (!plan || !mayLead(plan, (await placeOf(app, actor)).who)) return;
  const supports = await chosenSupports(app, plan.departmentId, { planId, refs });
  await app.data.transaction((stores) => stores.planSupports.replace(planId, supports));
}

interface ShownSupports {
  readonly supports: readonly Support[];
  /** How many more stay with those who lead. */
  readonly kept: number;
}

export async function supportsOf(app: App, actor: Actor, planId: string): Promise<ShownSupports> {
  const { who } = await placeOf(app, actor);
  const k = (await app.data.organisation.get())?.k ?? Infinity;
  const all = await app.data.planSupports.ofPlan(planId);
  const supports = all.filter((support) => mayReadSupport(support, who, k));
  return { supports, kept: all.length - supports.length };
}
