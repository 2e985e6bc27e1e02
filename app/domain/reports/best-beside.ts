// The highest of the departments beside one: those under the same department that have a number of their own and enough answers for it to
// stand for something. Nothing where none of them stands higher.
import { rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import { rungOf } from '../analysis/statistics/ladder.ts';
import type { Wave } from '../analysis/wave.ts';
import { rounded } from './figures-shown.ts';
import type { Labels } from './labels.ts';

export interface BestBeside {
  readonly department: string;
  readonly name: string;
  /** Whole index points. */
  readonly index: number;
}

interface Whose {
  readonly wave: Wave;
  readonly map: HeatMap;
  readonly department: string;
  readonly labels: Labels;
}

export function bestBeside({ wave, map, department, labels }: Whose, column: number): BestBeside | null {
  const own = rowOf(map, wave, department);
  const place = map.rows[own]?.place;
  const index = map.cells[own]?.[column]?.index ?? null;
  if (place === undefined || place === null || index === null) return null;
  const others = map.rows.flatMap((row, at) => {
    const cell = map.cells[at]?.[column];
    const isComparable = at !== own && row.place === place && row.department !== null && row.group.with.length === 0 && cell !== null && cell !== undefined && rungOf(cell.reading.moments.n).tests === 'full';
    return isComparable && cell.index !== null ? [{ id: row.department as string, index: rounded(cell.index) }] : [];
  });
  const best = others.sort((one, other) => other.index - one.index)[0];
  return best && best.index > rounded(index) ? { department: best.id, name: labels.department(best.id), index: best.index } : null;
}
