// A step of participation in words: from where to where the true share may lie.
import { highestIn } from './participation-steps.ts';

/** Per cent, whole numbers; `to` is null for «that many or more». */
export interface ShownStep {
  readonly from: number;
  readonly to: number | null;
}

export function shownStep(rounded: number, step: number): ShownStep {
  const highest = highestIn(step);
  return { from: rounded, to: rounded >= highest ? null : Math.min(rounded + step, highest) };
}
