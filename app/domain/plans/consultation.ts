// Objections to a draft: the whole block is asked once by sealed ballots, sees one result after five working days, and gets one answer
// before the plan binds anybody. Where too few people could answer to hide among them, they write with their name or not at all.
import { addDays, type Day } from '../kernel/day.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import type { ActionPlan } from './action-plan.ts';
import { changed, mayLead, type Act } from './plan-changes.ts';
import { concerns } from './plan-readers.ts';
import type { Standing } from './standing.ts';

export const consultationDays = 5;

/** `texts`: a scale and own words; `counts`: the scale alone; `words`: no sealed ballots, only words under a name. */
export const askings = ['texts', 'counts', 'words'] as const;
export type Asking = (typeof askings)[number];

export interface Consultation {
  /** Null where there are no sealed ballots. */
  readonly surveyId: string | null;
  readonly asking: Asking;
  /** Everybody of the department and below, on the day it was opened. */
  readonly people: number;
  /** The last day on which answers are taken. */
  readonly until: Day;
  /** Said once, to all; null while it is owed. */
  readonly answer: { readonly text: string; readonly by: string; readonly on: Day } | null;
}

/** `leastAsked`: people a block must have for a scale; `leastForWords`: for texts. */
export function askingOf(people: number, { leastAsked, leastForWords }: { readonly leastAsked: number; readonly leastForWords: number }): Asking {
  if (people < leastAsked) return 'words';
  return people < Math.max(leastAsked, leastForWords) ? 'counts' : 'texts';
}

/** The day before the fifth working day after this one: on that day the result is there, and the plan may be agreed. */
export const lastDayFrom = (opened: Day): Day => addDays(addWorkingDays(opened, consultationDays), -1);

export const isAsking = ({ state, consultation }: Pick<ActionPlan, 'state' | 'consultation'>, today: Day): boolean =>
  state === 'consulted' && consultation !== null && today <= consultation.until;

/** Those concerned, but for the one who reads it. */
export const mayObject = (plan: ActionPlan, who: Standing, today: Day): boolean =>
  isAsking(plan, today) && plan.ownerId !== who.personId && (concerns(plan, who) || who.leads.has(plan.departmentId));

export type AnswerRefusal = 'forbidden' | 'wrong-state' | 'answered-already' | 'still-in-consultation' | 'still-counting' | 'needs-answer';

/** `counted`: no result is on its way any more. An answer before the result would be none. */
export function answerObjections(plan: ActionPlan, act: Act, { text, counted }: { readonly text: string; readonly counted: boolean }): Outcome<ActionPlan, AnswerRefusal> {
  const { consultation } = plan;
  if (!mayLead(plan, act.who)) return refused('forbidden');
  if (plan.state !== 'consulted' || consultation === null) return refused('wrong-state');
  if (consultation.answer !== null) return refused('answered-already');
  if (isAsking(plan, act.today)) return refused('still-in-consultation', { days: consultationDays });
  if (!counted) return refused('still-counting');
  if (text.trim() === '') return refused('needs-answer');
  const answer = { text: text.trim(), by: act.who.personId, on: act.today };
  return done(changed(plan, act.today, { consultation: { ...consultation, answer } }));
}
