// What the page of a plan is given, and how its forms find their own reply.
import type { PlanPage } from '#app/domain/plans/plan-page.ts';
import type { FormReply } from '#app/text/form-reply.ts';

export interface PlanPart {
  readonly view: PlanPage;
  readonly reply: FormReply | undefined;
}

/** What a form of the page gets back: nothing, unless it was that form. */
export const replyTo = (reply: FormReply | undefined, intent: string) => (reply?.values['intent'] === intent ? reply : undefined);
