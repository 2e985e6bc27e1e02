// A dimension in one group with the questions behind it.
import { rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import { levelOf } from '../analysis/level.ts';
import { favourableOfDimension, type Subject } from '../analysis/readings.ts';
import { bestBeside, type BestBeside } from './best-beside.ts';
import { changeOfDimension, judgedView, levelView, shareView, type DifferenceView, type LevelView, type ShareView } from './figures-shown.ts';
import type { GroupView } from './labels.ts';
import { outsideViews, type OutsideView } from './outside-view.ts';
import type { Looked } from './question-view.ts';

export interface DimensionView {
  readonly id: string;
  readonly label: string;
  readonly group: GroupView;
  readonly level: LevelView;
  readonly favourable: ShareView | null;
  readonly rest: DifferenceView;
  readonly change: DifferenceView;
  /** The question that was compared, where the dimension's questions are others than before. */
  readonly changeOf: string | null;
  /** What HR set, in index points; null where nobody set one. */
  readonly target: number | null;
  readonly outside: readonly OutsideView[];
  /** Of the departments beside it; null for who may not read that one. */
  readonly best: BestBeside | null;
}

export function dimensionView(looked: Looked, map: HeatMap, subject: Subject): DimensionView[] {
  const { wave, department, labels } = looked;
  const column = map.subjects.findIndex(({ id }) => id === subject.id);
  const cell = map.cells[rowOf(map, wave, department)]?.[column];
  const level = cell && levelOf(cell.reading);
  if (!cell || !level) return [];
  const favourable = favourableOfDimension(wave, subject.id, cell.reading.group);
  return [
    {
      id: subject.id,
      label: labels.dimension(subject.id),
      group: labels.group(department, cell.reading.group),
      level: levelView(level),
      favourable: favourable && shareView(favourable.favourable, favourable.answers, null),
      rest: judgedView(cell.rest, cell.restBroken),
      change: changeOfDimension(cell, level.index),
      changeOf: cell.basis?.kind === 'item' && subject.kind === 'dimension' ? labels.questionText(cell.basis.id) : null,
      target: looked.yardsticks?.targets[subject.id] ?? null,
      outside: outsideViews(looked.yardsticks, subject),
      best: bestBeside({ wave, map, department, labels }, column),
    },
  ];
}
