// What the page of a plan is given, and how its forms find their own reply.
import type { Deed } from '#app/domain/plans/deed.ts';
import type { PlanPage } from '#app/domain/plans/plan-page.ts';
import type { FormReply } from '#app/text/form-reply.ts';

export interface PlanPart {
  readonly view: PlanPage;
  readonly reply: FormReply | undefined;
  /** What was done just now; null where nothing was, or where it was refused. */
  readonly did: Deed | null;
}

/** What a form of the page gets back: nothing, unless it was that form. */
export const replyTo = (reply: FormReply | undefined, intent: string) => (reply?.values['intent'] === intent ? reply : undefined);
