// The heat map as a table: a company of hundreds of departments is walked level by level, because nobody compares four hundred rows.
import type { HeatCell, HeatMap, HeatRow } from '../analysis/heat-map.ts';
import type { Wave } from '../analysis/wave.ts';
import { judgedView, rounded, type DifferenceView } from './figures-shown.ts';
import type { GroupView, Labels, Named } from './labels.ts';
import { likelyView, type LikelyView } from './look-first-view.ts';

export type Compared = 'rest' | 'before';

export interface HeatCellView {
  readonly n: number;
  readonly index: number;
  readonly difference: DifferenceView;
  /** On this question also counted with. */
  readonly beyond: readonly Named[];
  /** Likely below the company, beside what is proved. */
  readonly likely: LikelyView | null;
}

export interface HeatRowView {
  readonly id: string;
  readonly group: GroupView;
  /** The department to look into; null where there is nothing finer. */
  readonly opens: string | null;
  readonly depth: number;
  readonly cells: readonly (HeatCellView | null)[];
}

export interface HeatView {
  readonly compared: Compared;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly HeatRowView[];
}

const mostRowsAtOnce = 40;

export interface HeatLook {
  readonly department: string;
  readonly compared: Compared;
}

export function heatView(wave: Wave, map: HeatMap, labels: Labels, look: HeatLook): HeatView {
  const rows = rowsBelow(wave, map, look.department);
  return {
    compared: look.compared,
    columns: map.subjects.map(({ id }) => ({ id, label: labels.dimension(id) })),
    rows: rows.map((at) => rowView(map, at, { wave, labels, look })),
  };
}

function rowsBelow(wave: Wave, map: HeatMap, department: string): number[] {
  const place = wave.tree.indexOf.get(department) ?? 0;
  const inside = (row: HeatRow) => {
    const index = wave.tree.indexOf.get(row.department ?? row.place ?? '') ?? -1;
    return index >= place && index < (wave.tree.end[place] ?? 0);
  };
  const all = map.rows.flatMap((row, at) => (at === 0 || inside(row) ? [at] : []));
  if (all.length <= mostRowsAtOnce) return all;
  return all.filter((at) => at === 0 || map.rows[at]?.department === department || map.rows[at]?.place === department);
}

interface Looking {
  readonly wave: Wave;
  readonly labels: Labels;
  readonly look: HeatLook;
}

function rowView(map: HeatMap, at: number, { wave, labels, look }: Looking): HeatRowView {
  const row = map.rows[at] as HeatRow;
  return {
    id: row.id,
    group: row.department === null ? labels.pool(row.group) : labels.group(row.department, row.group),
    opens: row.department !== null && row.department !== look.department && at > 0 ? row.department : null,
    depth: Math.max(0, row.depth - (wave.tree.depth[wave.tree.indexOf.get(look.department) ?? 0] ?? 0)),
    cells: (map.cells[at] ?? []).map((cell) => cell && cellView(cell, row, { wave, labels, look })),
  };
}

function cellView(cell: HeatCell, row: HeatRow, { wave, labels, look }: Looking): HeatCellView | null {
  if (cell.index === null) return null;
  const difference = look.compared === 'rest' ? judgedView(cell.rest) : judgedView(cell.change, cell.broken);
  return { n: cell.reading.moments.n, index: rounded(cell.index), difference, beyond: labels.beyond(cell.reading.group, row.group), likely: likelyView(wave, cell) };
}
