// What the page of a plan is given, and how its forms find their own reply.
import type { Day } from '#app/domain/kernel/day.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import type { DatedNote } from './diary.tsx';
import type { Reply } from '../forms/use-validated-form.ts';
import type { Agreeing } from './agreeing.tsx';

export interface PlanView extends Omit<Agreeing, 'hr'> {
  readonly issue: Issue;
  readonly notes: readonly DatedNote[];
  readonly versions: readonly ActionPlan[];
  readonly words: { readonly dimension: string; readonly measures: Readonly<Record<string, string>>; readonly counted: Readonly<Record<string, string>> };
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly reviewableFrom: Day | null;
  readonly requests: { readonly note: string; readonly step: string; readonly blocker: string };
  readonly names: Readonly<Record<string, string>>;
  readonly me: { readonly personId: string; readonly leads: boolean; readonly hr: boolean; readonly takesPart: boolean };
}

export interface PlanPart {
  readonly view: PlanView;
  readonly reply: Reply | undefined;
}

/** What a form of the page gets back: nothing, unless it was that form. */
export const replyTo = (reply: Reply | undefined, intent: string) => (reply?.values['intent'] === intent ? reply : undefined);
