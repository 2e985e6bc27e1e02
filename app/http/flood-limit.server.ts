// Against a flood that keeps everybody else from answering. It counts requests per survey and knows nothing about who sends
// them: a limit by address would have to remember addresses.

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
export const usualRate: Rate = { burst: 5_000, perSecond: 250 };

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
