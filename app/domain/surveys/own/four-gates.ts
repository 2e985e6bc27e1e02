// Before anything is asked: is it important, can it be measured, can somebody do something about it, is there anything to compare it with?
// What nobody can act on raises hopes and disappoints them, so it is parked with a reason and a day on which it is looked at again.
import type { Day } from '../../kernel/day.ts';
import { done, refused, together, type Outcome } from '../../kernel/outcome.ts';
import type { OwnerRole } from '../questions/library-item.ts';

export const ownerRoles: readonly OwnerRole[] = ['hr', 'manager', 'executive'];
/** Its own earlier figures, the rest of the company, or what others reached. */
export const comparisons = ['past', 'rest', 'outside'] as const;
export type Comparison = (typeof comparisons)[number];

/** Characters. */
export const longestGateText = 500;

export interface PassedGates {
  /** How one knows that it matters to people. */
  readonly important: string;
  /** What could be done where the answers are poor. */
  readonly controllable: string;
  readonly owner: OwnerRole;
  readonly comparable: Comparison;
  readonly on: Day;
}

export interface Parked {
  readonly reason: string;
  /** When it is looked at again. */
  readonly review: Day;
}

export interface GateWishes {
  readonly decision: 'ask' | 'park';
  readonly important: string;
  /** At least four of five of those asked can answer it; none is asked for words that nobody counts. */
  readonly measurable: boolean;
  readonly controllable: string;
  readonly owner: OwnerRole | null;
  readonly comparable: Comparison | null;
  readonly reason: string;
  readonly review: Day | null;
}

export type GateRefusal = 'gate-important' | 'gate-measurable' | 'gate-controllable' | 'gate-owner' | 'gate-comparable' | 'gate-reason' | 'gate-review';

export type Decided = { readonly gates: PassedGates; readonly parked: null } | { readonly gates: null; readonly parked: Parked };

/** `field` in a refusal names the field that is meant. `ofBackground`: each group of its tables stands beside all the others, so that nothing else has to be named. */
export function throughGates(wishes: GateWishes, today: Day, ofBackground = false): Outcome<Decided, GateRefusal> {
  const { important, controllable, owner, reason, review } = wishes;
  const comparable = ofBackground ? 'rest' : wishes.comparable;
  if (wishes.decision === 'park') {
    const unsaid = reason.trim() === '' ? refused<GateRefusal>('gate-reason', { field: 'reason' }) : null;
    const undated = review === null || review <= today ? refused<GateRefusal>('gate-review', { field: 'review', today }) : null;
    return together([unsaid, undated]) ?? done({ gates: null, parked: { reason: reason.trim(), review: review as Day } });
  }
  const shut = (is: boolean, field: keyof GateWishes & string) => (is ? refused(`gate-${field}` as GateRefusal, { field }) : null);
  const wrong = together([
    shut(important.trim() === '', 'important'), shut(!wishes.measurable, 'measurable'), shut(controllable.trim() === '', 'controllable'), shut(owner === null, 'owner'), shut(comparable === null, 'comparable'),
  ]);
  return wrong ?? done({ gates: { important: important.trim(), controllable: controllable.trim(), owner: owner as OwnerRole, comparable: comparable as Comparison, on: today }, parked: null });
}
