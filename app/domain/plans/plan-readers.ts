// Who may read a plan: those who are concerned. People see what their own department and the levels above it will do; nobody looks
// sideways into a department that has nothing to do with them.
import { isPublished, type ActionPlan } from './action-plan.ts';
import type { Issue } from './issue.ts';
import { mayLead } from './plan-changes.ts';
import type { Standing } from './standing.ts';

export function mayRead(plan: ActionPlan, who: Standing): boolean {
  if (mayLead(plan, who)) return true;
  if (!isPublished(plan)) return false;
  return concerns(plan, who) || plan.steps.some((step) => step.ownerId === who.personId);
}

/** A plan of the own department, of one above it, one it works along with, or one for what it depends on: its people were asked about that. */
export const concerns = (plan: Pick<ActionPlan, 'departmentId' | 'partners' | 'customers'>, who: Standing): boolean =>
  who.belongs.has(plan.departmentId) || [...plan.partners, ...plan.customers].some((id) => who.belongs.has(id));

/** A refusal is told to the people whose figure it was. */
export const mayReadAnswer = (issue: Pick<Issue, 'departmentId'>, who: Standing): boolean =>
  who.hr || who.leads.has(issue.departmentId) || who.belongs.has(issue.departmentId);
