// Where the people file is taken from by itself each night, and what may go in without a person: what would be asked about on the page of
// an import waits for somebody who looks.
import type { Day } from '../kernel/day.ts';
import type { LocalTime } from '../kernel/local-time.ts';
import type { DifferenceShown } from './difference-shown.ts';

/** Bytes of a people file, however it comes. A hundred thousand people take about ten million. */
export const largestFile = 32 * 1024 * 1024;

export const sourceKinds = ['off', 'folder', 'address'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface PeopleSource {
  readonly kind: SourceKind;
  /** The name of a file within the folder that the operator opened, or an https address. */
  readonly place: string;
  /** A header with a secret that is sent with the question; both empty for none. */
  readonly header: string;
  readonly secret: string;
  /** Of the company's clock, 0–23. */
  readonly hour: number;
  /** In per cent of those who are here: more leavers than that wait for a person. */
  readonly leavers: number;
}

export const usualSource: PeopleSource = { kind: 'off', place: '', header: '', secret: '', hour: 2, leavers: 5 };

/** Why a file was not had. */
export const fetchRefusals = ['file-missing', 'outside-folder', 'no-folder', 'own-network', 'answered', 'no-answer', 'too-large', 'empty', 'not-https', 'moved'] as const;
export type FetchRefusal = (typeof fetchRefusals)[number];

/** Why a file waits for a person. */
export type Waiting = 'problems' | 'leavers' | 'departments' | 'addresses' | 'ids';

export interface Counts {
  readonly joined: number;
  readonly left: number;
  readonly moved: number;
  readonly changed: number;
}

/** How it went the last time. No name stands in it. */
export interface Standing {
  readonly day: Day;
  readonly outcome: 'taken' | 'nothing' | 'unchanged' | 'waits' | 'failed';
  readonly counts: Counts | null;
  readonly waiting: readonly Waiting[];
  readonly failure: FetchRefusal | 'fault' | null;
  /** What the other side answered, where it did: a status such as 500. */
  readonly status: number | null;
  /** SHA-256 of the file, null where none was had. */
  readonly digest: string | null;
  /** Of people and departments when it was compared. */
  readonly version: number;
}

interface Reviewed {
  readonly difference: DifferenceShown | null;
  /** Something has to be said first, rows would stay out, or nothing can come in. */
  readonly asked: boolean;
  readonly badRows: number;
  readonly stopped: boolean;
  readonly readdressed: number;
}

export function countsOf({ joined, left, moved, changed }: DifferenceShown): Counts {
  return { joined: joined.count, left: left.count, moved: moved.count, changed: changed.count };
}

/** What keeps a file from going in by itself; empty where nothing does. An address is what somebody signs in with: whoever can write the
 * file must not be able to turn it to a letter box of their own at night. */
export function waitingFor({ difference, asked, badRows, stopped, readdressed }: Reviewed, leavers: number): Waiting[] {
  const reasons: Waiting[] = [];
  if (asked || stopped || badRows > 0 || difference === null) reasons.push('problems');
  if (difference && difference.shareLeaving * 100 > leavers) reasons.push('leavers');
  if (difference && [difference.departmentsGone, difference.departmentsRenamed, difference.departmentsMerged].some(({ count }) => count > 0)) reasons.push('departments');
  if (difference && difference.renumbered > 0) reasons.push('ids');
  if (readdressed > 0) reasons.push('addresses');
  return reasons;
}

export function changesNothing(difference: DifferenceShown): boolean {
  const { joined, left, moved, changed, departmentsNew, departmentsGone, departmentsChanged } = difference;
  return [joined, left, moved, changed, departmentsNew, departmentsGone, departmentsChanged].every(({ count }) => count === 0);
}

/** Once a day, from its hour on; `last`: the day of the last try. */
export function isSourceDue({ kind, hour }: PeopleSource, last: Day | null, now: LocalTime): boolean {
  return kind !== 'off' && now.minute >= hour * 60 && (last === null || last < now.day);
}
