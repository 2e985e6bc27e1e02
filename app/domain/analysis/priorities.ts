// Which dimension of a department to take up first, read from a release.
import { dimension as libraryDimension } from '../surveys/question-library.ts';
import { rowOf, type HeatCell, type HeatMap } from './heat-map.ts';
import { discoveryRate } from './false-discovery.ts';
import { levelOf } from './level.ts';
import { drawnNeeds } from './needs.ts';
import { hasUnmetMust } from './planks.ts';
import { controlOf, deficitOf, inOrder, scoreOf, targetOf, type Priority, type PriorityFactors, type Reader } from './priority.ts';
import { usualTarget, type TargetOf } from './yardsticks.ts';
import type { Wave } from './wave.ts';

export interface ForWhom {
  readonly department: string;
  readonly reader: Reader;
  /** The dimension of the overall question, which is nobody's to take up by itself. */
  readonly overall: string;
  /** The target HR set for a dimension; the usual one unless told. */
  readonly targetOf?: TargetOf;
}

/** Highest first. Where importance was not asked, every dimension counts as needed alike. */
export function prioritiesOf(wave: Wave, map: HeatMap, { department, reader, overall, targetOf: targetFor = () => usualTarget }: ForWhom): Priority[] {
  const row = rowOf(map, wave, department);
  const needs = drawnNeeds(wave, department);
  const priorities = map.subjects.flatMap(({ id }, column) => {
    const cell = map.cells[row]?.[column];
    if (!cell || cell.index === null || id === overall) return [];
    const control = controlOf(libraryDimension(id)?.defaultControllability ?? 'shared', reader);
    const factors: PriorityFactors = { need: needs ? (needs.get(id) ?? 0) : 1, ...shortfallOf(cell, targetFor(id)), control };
    return [{ dimension: id, target: targetOf(othersOf(cell), targetFor(id)), ...factors, score: scoreOf(factors), flagged: hasUnmetMust(wave, id, cell.reading.group) }];
  });
  return inOrder(priorities, (id) => libraryDimension(id)?.layer ?? 'social');
}

const othersOf = ({ reading, rest }: HeatCell): number | null => (rest ? reading.moments.mean - rest.points : null);

function shortfallOf(cell: HeatCell, set: number): Pick<PriorityFactors, 'deficit' | 'evidence'> {
  const index = cell.reading.moments.mean;
  const others = othersOf(cell);
  const level = levelOf(cell.reading);
  const clear = level !== null && level.interval[1] < targetOf(others, set);
  const below = cell.rest !== null && cell.rest.points < 0 && cell.rest.q <= discoveryRate;
  return { deficit: deficitOf(index, others, set), evidence: below ? 1 : clear ? 0.75 : 0.5 };
}
