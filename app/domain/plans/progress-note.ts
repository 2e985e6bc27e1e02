// The diary of a plan: what people write and what happened, only ever added to.
export type PlanEvent =
  | 'created' | 'edited' | 'consulted' | 'committed' | 'step-status' | 'step-moved' | 'step-added' | 'blocker-raised'
  | 'blocker-resolved' | 'promise-kept' | 'promise-renewed' | 'promise-dropped' | 'counted' | 'implemented' | 'monitoring'
  | 'reviewed' | 'reviewed-again' | 'closed' | 'replanned' | 'cancelled' | 'note' | 'objections-answered';

export interface ProgressNote {
  readonly id: string;
  readonly planId: string;
  /** The day; of an instant no more than that is kept. */
  readonly at: string;
  /** Null for what the system did. */
  readonly authorId: string | null;
  readonly event: PlanEvent;
  /** What somebody wrote; empty where nothing was said. */
  readonly text: string;
  /** Values for the sentence of the event, as they were then. */
  readonly details: Readonly<Record<string, string>>;
}
