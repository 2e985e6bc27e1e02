// A wave of the programme that cannot go ahead as it stands: which one, and everything that is in its way. Kept while it lasts, so that it
// can be said of what the time has passed that it was left out, and why.
import * as v from 'valibot';
import type { Day } from '../../kernel/day.ts';
import type { Details } from '../../kernel/outcome.ts';
import { stored } from '../../kernel/stored.ts';

/** What is in the way, as a code with its values. */
export interface InTheWay {
  readonly because: string;
  readonly details: Details;
}

export interface HeldWave {
  /** Of the programme. */
  readonly programmeId: string;
  readonly number: number;
  /** Its draft, or the survey itself; null where nothing could be drafted. */
  readonly surveyId: string | null;
  /** On which it is to open, or was. */
  readonly due: Day;
  readonly reasons: readonly InTheWay[];
  /** The day on which its time had passed; null while it can still be asked. */
  readonly leftOut: Day | null;
}

export const storedReasons = stored<{ readonly reasons: readonly InTheWay[] }>({
  noun: 'what is in the way of a wave',
  shape: v.object({ reasons: v.array(v.object({ because: v.string(), details: v.record(v.string(), v.union([v.string(), v.number()])) })) }),
});
