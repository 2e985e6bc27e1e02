// The one figure that stands for the whole: the overall question, asked before all others so that nothing primes it.
import { waveBefore } from '../analysis/changes/comparability.ts';
import type { HeatMap } from '../analysis/map/heat-map.ts';
import { levelOf } from '../analysis/level.ts';
import { weightedSatisfaction } from '../analysis/priorities/needs.ts';
import { readFor, sharesOf, type Subject } from '../analysis/readings.ts';
import type { Wave } from '../analysis/wave.ts';
import { levelView, rounded, shareView, type DifferenceView, type LevelView, type ShareView } from './figures-shown.ts';
import type { Labels, Named } from './labels.ts';
import { questionChange } from './question-change.ts';

export interface OverallView {
  readonly text: string;
  /** On this question also counted with. */
  readonly beyond: readonly Named[];
  readonly level: LevelView;
  readonly favourable: ShareView;
  readonly change: DifferenceView;
  /** Index weighted by what people call important; null where it was not asked. */
  readonly weighted: number | null;
}

/** The question that stands for the whole: asked first in every core pulse. */
export const overallItem = 'OUT-01';
/** Its dimension, which is shown for itself and is nobody's short plank. */
export const overallDimension = 'outcome';

/** Its change is a member of the families of the map; `map` null where nothing is compared. */
export function overallView(waves: readonly Wave[], map: HeatMap | null, department: string, labels: Labels): OverallView | null {
  const wave = waves.at(-1) as Wave;
  const subject: Subject = { kind: 'item', id: overallItem };
  const item = wave.release.items[overallItem];
  const reading = readFor(wave, subject, department);
  const level = reading && levelOf(reading);
  if (!item || !reading?.counts || !level) return null;
  const base = wave.base === null ? null : wave.group(wave.base, department);
  const weighted = weightedSatisfaction(wave, department);
  return {
    text: labels.questionText(overallItem),
    beyond: base ? labels.beyond(reading.group, base) : [],
    level: levelView(level),
    favourable: shareView(sharesOf(item, reading.counts).favourable, reading.moments.n, null),
    change: questionChange({ wave, earlier: waveBefore(waves), map, department }, overallItem, level.index),
    weighted: weighted === null ? null : rounded(weighted),
  };
}
