// The heat map as a table: colour is the level on a scale that never moves, a mark is evidence, type tells how many answered.
import type { HeatCell, HeatMap } from '../analysis/map/heat-map.ts';
import type { HeatRow } from '../analysis/map/heat-rows.ts';
import { rungOf } from '../analysis/statistics/ladder.ts';
import type { Wave } from '../analysis/wave.ts';
import { changeOfDimension, judgedView, rounded, type DifferenceView } from './figures-shown.ts';
import { asItBegins, rowsShown, type HeatOrder, type RowShown, type Standing } from './heat-order.ts';
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
  /** Rows folded away below it; null where nothing can be folded. */
  readonly below: RowShown['below'];
  readonly cells: readonly (HeatCellView | null)[];
}

export interface HeatView {
  readonly compared: Compared;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly HeatRowView[];
  /** Rows there are, the company aside, and which part of them is drawn. */
  readonly total: number;
  readonly part: number;
  readonly parts: number;
  readonly order: HeatOrder;
  /** False where an order was asked for that there is not. */
  readonly known: boolean;
}

export interface HeatLook {
  readonly department: string;
  readonly compared: Compared;
  readonly order?: HeatOrder;
  /** The lower, the sooner somebody should look at a row. */
  readonly lookFirst?: (map: HeatMap, row: number) => number;
}

/** Borders of the seven colours: symmetrical about the middle of the scale, the last one begins at the target of 75. */
const steps = [25, 35, 45, 55, 65, 75] as const;

/** 1 … 7 for an index 0 … 100. */
export const stepOf = (index: number): number => 1 + steps.filter((border) => index >= border).length;

/** How firmly a number is written: by the same steps at which more may be said of it. */
export function weightOf(n: number): 'few' | 'some' | 'many' {
  const rung = rungOf(n);
  return rung.items ? 'many' : rung.tests === 'full' ? 'some' : 'few';
}

export function heatView(wave: Wave, map: HeatMap, labels: Labels, look: HeatLook): HeatView {
  const order = look.order ?? asItBegins;
  const standing = standingOf(map, labels, look.lookFirst ?? lowestFirst);
  const { rows, ...shown } = rowsShown(wave, map, look.department, { order, standing });
  return {
    compared: look.compared,
    columns: map.subjects.map(({ id }) => ({ id, label: labels.dimension(id) })),
    rows: rows.map((row) => rowView(map, row, { wave, labels, look })),
    ...shown,
    order: shown.known ? order : { ...order, sort: 'tree' },
  };
}

/** What is surely below the rest first, the furthest foremost; then by the lowest level. */
export function lowestFirst(map: HeatMap, row: number): number {
  const cells = (map.cells[row] ?? []).filter((cell) => cell !== null);
  const sure = cells.flatMap(({ rest }) => (rest?.arrow === 'down' ? [rest.points] : []));
  return sure.length > 0 ? Math.min(...sure) - 100 : Math.min(101, ...cells.flatMap(({ index }) => index ?? []));
}

function standingOf(map: HeatMap, labels: Labels, look: (map: HeatMap, row: number) => number): Standing {
  const columns = new Map(map.subjects.map(({ id }, column) => [id, column]));
  return {
    language: labels.language,
    group: (at) => groupOfRow(map.rows[at] as HeatRow, labels),
    index: (at, id) => (columns.has(id) ? (map.cells[at]?.[columns.get(id) as number]?.index ?? null) : undefined),
    look: (at) => look(map, at),
  };
}

export const groupOfRow = (row: HeatRow, labels: Labels): GroupView => (row.department === null ? labels.pool(row.group) : labels.group(row.department, row.group));

interface Looking {
  readonly wave: Wave;
  readonly labels: Labels;
  readonly look: HeatLook;
}

function rowView(map: HeatMap, { at, below }: RowShown, { wave, labels, look }: Looking): HeatRowView {
  const row = map.rows[at] as HeatRow;
  return { ...rowHead(wave, row, look.department, labels), below, cells: (map.cells[at] ?? []).map((cell) => cell && cellView(cell, row, { wave, labels, look })) };
}

/** A row without its cells. */
export function rowHead(wave: Wave, row: HeatRow, department: string, labels: Labels): Omit<HeatRowView, 'below' | 'cells'> {
  return {
    id: row.id,
    group: groupOfRow(row, labels),
    opens: row.department !== null && row.department !== department && row.place !== null ? row.department : null,
    depth: Math.max(0, row.depth - (wave.tree.depth[wave.tree.indexOf.get(department) ?? 0] ?? 0)),
  };
}

export function cellView(cell: HeatCell, row: HeatRow, { wave, labels, look }: Looking): HeatCellView | null {
  if (cell.index === null) return null;
  const difference = look.compared === 'rest' ? judgedView(cell.rest, cell.restBroken) : changeOfDimension(cell, cell.index);
  return { n: cell.reading.moments.n, index: rounded(cell.index), difference, beyond: labels.beyond(cell.reading.group, row.group), likely: likelyView(wave, cell) };
}
