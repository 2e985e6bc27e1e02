// What is new about a plan, as one sentence at the top of its card: people come back for that and not for the plan.
import type { Day } from '../kernel/day.ts';
import { isUnderWay, type ActionPlan } from './action-plan.ts';
import { nextStep } from './plan-flags.ts';
import { isAwaited } from './promised.ts';
import { wasAgreed } from './promise-changes.ts';
import { isLate } from './step.ts';

export type News =
  | { readonly code: 'cancelled' | 'told' | 'measured' | 'finished' | 'agreed' | 'open'; readonly day: Day }
  | { readonly code: 'late-step' | 'late-promise'; readonly day: Day; readonly about: string }
  | { readonly code: 'note' | 'objections-answered'; readonly day: Day; readonly about: string };

export interface WrittenNote {
  readonly day: Day;
  readonly text: string;
}

/** `note`: the latest that somebody wrote. What is late comes before what was said about it; what ended comes before all. */
export function newsOf(plan: ActionPlan, note: WrittenNote | null, today: Day): News {
  const { days } = plan;
  if (plan.cancelled) return { code: 'cancelled', day: days.closed ?? days.updated };
  if (plan.result) return { code: 'told', day: plan.result.on };
  const promise = wasAgreed(plan) ? plan.promises.find((one) => isAwaited(one) && one.due < today) : undefined;
  if (promise) return { code: 'late-promise', day: promise.due, about: promise.text };
  if (plan.review) return { code: 'measured', day: plan.review.on };
  if (days.implemented) return { code: 'finished', day: days.implemented };
  const step = isUnderWay(plan) ? nextStep(plan) : null;
  if (step && isLate(step, today)) return { code: 'late-step', day: step.due, about: step.title };
  const answered = days.committed === null ? plan.consultation?.answer : null;
  if (answered) return { code: 'objections-answered', day: answered.on, about: answered.text };
  if (note) return { code: 'note', day: note.day, about: note.text };
  return days.committed ? { code: 'agreed', day: days.committed } : { code: 'open', day: days.consulted ?? days.created };
}
