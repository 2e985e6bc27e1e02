// What stops a plan, by name and with an age: unanswered it climbs one level every five working days, so that it reaches somebody
// who can remove it.
import type { Day } from '../kernel/day.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import type { Standing } from './standing.ts';

export const blockerKinds = ['resource', 'decision', 'other-department', 'policy', 'people', 'outside'] as const;
export type BlockerKind = (typeof blockerKinds)[number];

export interface Blocker {
  readonly id: string;
  readonly kind: BlockerKind;
  readonly text: string;
  readonly raisedBy: string;
  readonly raisedOn: Day;
  readonly resolvedOn: Day | null;
  readonly resolution: string;
}

export const isUnresolved = (one: Blocker): boolean => one.resolvedOn === null;

const daysPerLevel = 5;

/** 0 with those who work on it, 1 manager, 2 HR, 3 executives. */
export function levelOf(one: Blocker, today: Day): 0 | 1 | 2 | 3 {
  const waited = workingDaysBetween(one.raisedOn, one.resolvedOn ?? today);
  return Math.min(3, Math.floor(waited / daysPerLevel)) as 0 | 1 | 2 | 3;
}

/** A manager resolves up to level 1, whoever leads the company and HR anything; whoever raised it may say that it is gone. */
export function mayResolve(one: Blocker, departmentId: string, who: Standing, today: Day): boolean {
  if (who.hr || who.personId === one.raisedBy) return true;
  return who.leads.has(departmentId) && (who.executive === true || levelOf(one, today) <= 1);
}
