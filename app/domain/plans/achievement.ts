// What a plan may be called achieved for: the figure that was promised, of the score or of what was counted, is reached, or the score is
// (probably) better. Which of them it was is always said.
import type { ActionPlan } from './action-plan.ts';
import { leadingMet } from './planned-measure.ts';

export const grounds = ['score-better', 'score-probably-better', 'score-clearly-reached', 'score-reached', 'count-reached'] as const;
export type Ground = (typeof grounds)[number];

/** Empty before it was measured, and where nothing was achieved. */
export function groundsOf({ review, measures }: Pick<ActionPlan, 'review' | 'measures'>): Ground[] {
  if (!review) return [];
  const holds: Readonly<Record<Ground, boolean>> = {
    'score-better': review.verdict === 'improved',
    'score-probably-better': review.verdict === 'probably-improved',
    'score-clearly-reached': review.reached === 'clearly',
    'score-reached': review.reached === 'as-printed',
    'count-reached': leadingMet(measures),
  };
  return grounds.filter((ground) => holds[ground]);
}
