// What somebody says to a draft under their own name: read by the one it was written to and by HR, and by nobody who came later.
import type { Day } from '../kernel/day.ts';
import type { Standing } from './standing.ts';

export interface Objection {
  readonly id: string;
  readonly planId: string;
  /** Of the plan when it was written. */
  readonly version: number;
  readonly authorId: string;
  /** The plan's owner on that day. */
  readonly toId: string;
  readonly day: Day;
  readonly text: string;
}

/** Whoever wrote it sees that it arrived. */
export const mayReadObjection = ({ authorId, toId }: Pick<Objection, 'authorId' | 'toId'>, who: Pick<Standing, 'personId' | 'hr'>): boolean =>
  who.hr || who.personId === toId || who.personId === authorId;
