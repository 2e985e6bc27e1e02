// How important people call each area, where a survey had every area rated instead of three picked.
import { levelOf } from '../analysis/level.ts';
import { readFor } from '../analysis/readings.ts';
import type { Wave } from '../analysis/wave.ts';
import { dimensions } from '../surveys/questions/question-library.ts';
import { importanceRating } from '../surveys/questions/questions-of.ts';
import { levelView, type LevelView } from './figures-shown.ts';
import type { GroupView, Labels } from './labels.ts';

export interface RatedArea {
  readonly id: string;
  readonly label: string;
  readonly group: GroupView;
  /** 0: not important at all, 100: very important. */
  readonly level: LevelView;
}

/** The most important first; what too few answered is left out. */
export function ratedAreas({ wave, department, labels }: { readonly wave: Wave; readonly department: string; readonly labels: Labels }): RatedArea[] {
  const rated = dimensions.flatMap(({ id }) => {
    const item = `${importanceRating}${id}`;
    const reading = wave.release.items[item] ? readFor(wave, { kind: 'item', id: item }, department) : null;
    const level = reading && levelOf(reading);
    return reading && level ? [{ id, label: labels.dimension(id), group: labels.group(department, reading.group), level: levelView(level) }] : [];
  });
  return rated.sort((one, other) => other.level.index - one.level.index);
}
