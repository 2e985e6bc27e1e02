// Which dimension of a department to take up first, read from a release. One order: the list of HR, the head's page and every letter
// follow it, whoever reads.
import { dimension as libraryDimension } from '../../surveys/questions/question-library.ts';
import { rowOf, type HeatCell, type HeatMap } from '../map/heat-map.ts';
import { levelOf, type Level } from '../level.ts';
import { drawnNeeds } from './needs.ts';
import { aimOf, controlOf, deficitOf, inOrder, scoreOf, type Priority } from './priority.ts';
import { boundsOf, standingOf, usualTarget, type Standing, type TargetOf } from './standing.ts';
import { hasUnmetMust } from './unmet-must.ts';
import type { Wave } from '../wave.ts';

export interface ForWhom {
  readonly department: string;
  /** The dimension of the overall question, which is nobody's to take up by itself. */
  readonly overall: string;
  /** 75 for every dimension unless told. */
  readonly targetOf?: TargetOf;
}

/** What the order rests on: how a group stands, and how beside the rest. */
export type RankedCell = Pick<HeatCell, 'reading' | 'rest'>;

interface Rankable<Cell extends RankedCell> extends Pick<HeatMap, 'rows' | 'subjects'> {
  readonly cells: readonly (readonly (Cell | null)[])[];
}

export interface Ranked<Cell extends RankedCell = HeatCell> extends Priority {
  readonly cell: Cell;
  readonly level: Level;
  readonly standing: Standing;
}

/** Highest first. Where importance was not asked, every dimension counts as needed alike. */
export function prioritiesOf<Cell extends RankedCell>(wave: Wave, map: Rankable<Cell>, { department, overall, targetOf = usualTarget }: ForWhom): Ranked<Cell>[] {
  const row = rowOf(map, wave, department);
  const needs = drawnNeeds(wave, department);
  const ranked = map.subjects.flatMap(({ id }, column): Ranked<Cell>[] => {
    const cell = map.cells[row]?.[column];
    const level = cell && levelOf(cell.reading);
    if (!cell || !level || id === overall) return [];
    const flagged = hasUnmetMust(wave, id, cell.reading.group);
    const standing = standingOf({ cell, level, flagged }, targetOf(id));
    // What the company can do is HR's to do; what a department can do is its head's, whoever looks at the list.
    const control = controlOf(libraryDimension(id)?.defaultControllability ?? 'shared', department === wave.root ? 'hr' : 'manager');
    const factors = { need: needs ? (needs.get(id) ?? 0) : 1, ...shortfallOf(cell, level, targetOf(id)), control };
    return [{ dimension: id, ...factors, score: scoreOf(factors), flagged, cell, level, standing }];
  });
  return inOrder(ranked, (id) => libraryDimension(id)?.layer ?? 'social');
}

function shortfallOf(cell: RankedCell, level: Level, target: number): Pick<Priority, 'target' | 'deficit' | 'evidence'> {
  const index = cell.reading.moments.mean;
  const aim = aimOf(target, cell.rest ? index - cell.rest.points : null);
  const below = cell.rest?.arrow === 'down' && !cell.rest.exploratory;
  return { target: aim, deficit: deficitOf(index, aim), evidence: below ? 1 : boundsOf(level)[1] < target ? 0.75 : 0.5 };
}
