// The change of a question as its release judged it, or the one true reason why there is none.
import { changeOf } from '../analysis/changes/comparability.ts';
import { rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import { isEnough } from '../analysis/changes/question-claims.ts';
import type { Wave } from '../analysis/wave.ts';
import { judgedView, movedView, unflaggedView, type DifferenceView } from './figures-shown.ts';

export interface WhoseQuestion {
  readonly wave: Wave;
  readonly earlier: Wave | undefined;
  /** Null where answers of a file are not linked: there nothing is compared. */
  readonly map: HeatMap | null;
  readonly department: string;
}

/** `index`: the question's index, beside which the change is printed. */
export function questionChange({ wave, earlier, map, department }: WhoseQuestion, id: string, index: number): DifferenceView {
  if (map === null) return judgedView(null, earlier ? 'not-linked' : 'first-wave');
  const row = rowOf(map, wave, department);
  const alone = map.alone.get(id)?.[row];
  if (alone) return movedView(alone.change, index, alone.broken);
  const judged = map.questions[row]?.get(id)?.change;
  if (judged) return movedView(judged, index);
  const { difference, broken, before, now } = changeOf(earlier, wave, { kind: 'item', id }, department);
  if (broken !== null || !difference) return judgedView(null, broken ?? 'too-few');
  return isEnough(before, now) ? unflaggedView(difference.points) : judgedView(null, 'few-for-question');
}
