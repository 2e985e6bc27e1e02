// Against a flood that keeps everybody else from answering. It counts per survey and knows nothing about who sends: a limit by
// address would have to remember addresses. On the ballot's way only ballots whose paper verifies are counted.

export interface FloodLimit {
  /** False when there were too many lately. */
  admits(survey: string): boolean;
  /** From now on the survey has a limit of its own; before, all unknown ones share one. */
  know(survey: string): void;
}

export interface Rate {
  /** Requests at once after a quiet while. */
  readonly burst: number;
  readonly perSecond: number;
}

/** Enough for a company of ten thousand that answers within the hour it is asked. */
const usualRate: Rate = { burst: 5_000, perSecond: 250 };

/** Verifying costs 0.05 ms, less than reading the body did, and is done at once: an honest ballot waits behind a flood and is not
 * refused because of it. Beyond this rate, a quarter of a processor, everybody is refused alike, and the page offers to try again. */
export const verifyingRate: Rate = { burst: 5_000, perSecond: 5_000 };

export function floodLimit(now: () => Date, { burst, perSecond }: Rate = usualRate): FloodLimit {
  const bucket = () => ({ tokens: burst, at: now().getTime() });
  const shared = bucket();
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    admits(survey) {
      const one = buckets.get(survey) ?? shared;
      const at = now().getTime();
      one.tokens = Math.min(burst, one.tokens + ((at - one.at) / 1000) * perSecond);
      one.at = at;
      if (one.tokens < 1) return false;
      one.tokens -= 1;
      return true;
    },
    know(survey) {
      if (!buckets.has(survey)) buckets.set(survey, bucket());
    },
  };
}
