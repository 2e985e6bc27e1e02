// The entries of a plan's diary.
import type { PlanEvent, ProgressNote } from '#app/domain/plans/progress-note.ts';
import type { App } from '#app/platform/app.server.ts';

export interface Entry {
  readonly event: PlanEvent;
  readonly text?: string;
  readonly details?: ProgressNote['details'];
  /** Of the form it came with, so that a form sent twice is written down once. */
  readonly request?: string;
}

export function noteOf(app: App, planId: string, authorId: string | null, { event, text = '', details = {}, request }: Entry): ProgressNote {
  return { id: request ?? app.newId(), planId, at: app.today(), authorId, event, text: text.trim(), details };
}
