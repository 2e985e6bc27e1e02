// A step of participation in words: from where to where the true share may lie.
import { highestShown } from './participation-steps.ts';

/** Per cent, whole numbers; `to` is null for «that many or more». */
export interface ShownStep {
  readonly from: number;
  readonly to: number | null;
}

/** `step` is 5 for the company and 10 for a department. */
export function shownStep(rounded: number, step: number): ShownStep {
  return { from: rounded, to: rounded >= highestShown ? null : Math.min(rounded + step, highestShown) };
}
