// One thing that one person does by one day. Every change of its day is kept with its reason: a plan that moves quietly is a plan
// that nobody follows.
import type { Day } from '../kernel/day.ts';
import { done, refused, together, type Outcome } from '../kernel/outcome.ts';

export const stepStatuses = ['todo', 'doing', 'blocked', 'done', 'dropped'] as const;
export type StepStatus = (typeof stepStatuses)[number];

export interface DueChange {
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly due: Day;
  readonly status: StepStatus;
  readonly doneOn: Day | null;
  /** Where one can see that it was done; empty where nobody said. */
  readonly evidence: string;
  readonly dueChanges: readonly DueChange[];
  /** Counts changes of this step, so that two people at once do not overwrite each other. */
  readonly revision: number;
}

export type NewStep = Pick<Step, 'id' | 'title' | 'ownerId' | 'due'>;

export const newStep = (step: NewStep): Step => ({ ...step, status: 'todo', doneOn: null, evidence: '', dueChanges: [], revision: 1 });

export const isOpen = ({ status }: Pick<Step, 'status'>): boolean => status === 'todo' || status === 'doing' || status === 'blocked';

export const isLate = (step: Pick<Step, 'status' | 'due'>, today: Day): boolean => isOpen(step) && step.due < today;

export const originalDue = (step: Step): Day => step.dueChanges[0]?.from ?? step.due;

const touched = (step: Step): Step => ({ ...step, revision: step.revision + 1 });

export function withStatus(step: Step, status: StepStatus, today: Day): Step {
  return { ...touched(step), status, doneOn: status === 'done' ? today : null };
}

export type DueRefusal = 'needs-reason' | 'same-day' | 'day-is-past' | 'step-is-closed';

export function withDue(step: Step, change: Omit<DueChange, 'from'>): Outcome<Step, DueRefusal> {
  if (!isOpen(step)) return refused('step-is-closed');
  const wrong = together<DueRefusal>([
    change.to === step.due ? refused('same-day') : change.to < change.on ? refused('day-is-past') : null,
    change.reason.trim() === '' ? refused('needs-reason') : null,
  ]);
  return wrong ?? done({ ...touched(step), due: change.to, dueChanges: [...step.dueChanges, { ...change, from: step.due }] });
}
