// The goal a new plan begins with, so that it can be agreed as it stands: a rise that the next survey could tell from chance or, where
// only an unlikely leap could show in the score, a count. A plan that promises less than can be seen is judged by luck.
import { whole } from '../kernel/rounding.ts';
import type { Evidence } from './evidence.ts';

/** Index points: departments seldom rise by more from one survey to the next, so no plan begins with such a promise. */
const mostRise = 15;

/** 0–100, whole points; null where a count has to stand for it. */
export function suggestedIndex(evidence: Pick<Evidence, 'index' | 'smallestChange'> | null): number | null {
  if (evidence === null || evidence.smallestChange > mostRise) return null;
  // Judged from the figure as it was released, which may lie above the printed one.
  const index = Math.max(Math.ceil(evidence.index + evidence.smallestChange), whole(evidence.index) + 1);
  return index > 100 ? null : index;
}
