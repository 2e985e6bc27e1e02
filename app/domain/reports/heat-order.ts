// Which rows of the map are drawn, and in which order. A company of a thousand departments is folded by its tree and drawn in parts:
// nobody compares a thousand rows, and everybody may reach each of them.
import type { HeatMap } from '../analysis/map/heat-map.ts';
import type { HeatRow } from '../analysis/map/heat-rows.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import type { GroupView } from './labels.ts';

/** Below a department up to so many rows stand open; a larger branch begins folded. */
export const rowsAtOnce = 40;

export interface HeatOrder {
  /** `tree`, `name`, `look` or the id of a column; with a minus before it the other way round. */
  readonly sort: string;
  /** Part of a department's name; empty for all. */
  readonly find: string;
  /** Departments that stand the other way than they begin: folded, or open in a large branch. */
  readonly turned: readonly string[];
  /** From one; null for the whole table. */
  readonly part: number | null;
}

export const asItBegins: HeatOrder = { sort: 'tree', find: '', turned: [], part: 1 };

/** What the order goes by beside the tree. */
export interface Standing {
  /** Names are in its order. */
  readonly language: Language;
  group(row: number): GroupView;
  /** Null where nothing is shown; undefined where there is no such column. */
  index(row: number, column: string): number | null | undefined;
  /** The lower, the sooner somebody should look. */
  look(row: number): number;
}

export interface RowShown {
  readonly at: number;
  /** Rows below it; null where there are none or the order is not the tree's. */
  readonly below: { readonly rows: number; readonly open: boolean } | null;
}

export interface RowsShown {
  readonly rows: readonly RowShown[];
  /** Rows there are to see, the company aside. */
  readonly total: number;
  readonly part: number;
  readonly parts: number;
  /** False for an order nobody knows: the tree's stands instead. */
  readonly known: boolean;
}

/** `department`: the one looked at, with everything below it. The company always comes first: it is what one compares with. */
export function rowsShown(wave: Wave, map: HeatMap, department: string, { order, standing }: { order: HeatOrder; standing: Standing }): RowsShown {
  const branch = rowsBelow(wave, map, department);
  const wanted = order.find.trim().toLocaleLowerCase();
  const found = wanted === '' ? branch : branch.filter((at) => namesOf(standing.group(at)).includes(wanted));
  const sorted = sortedRows(found, order.sort, standing);
  const folded = wanted === '' && order.part !== null && (sorted === null || order.sort.endsWith('tree'));
  const rows = folded ? foldedRows(wave, map, { branch, turned: new Set(order.turned), department }) : (sorted ?? found).map((at) => ({ at, below: null }));
  const parts = order.part === null ? 1 : Math.max(1, Math.ceil(rows.length / rowsAtOnce));
  const part = Math.min(Math.max(1, order.part ?? 1), parts);
  const drawn = order.part === null ? rows : rows.slice((part - 1) * rowsAtOnce, part * rowsAtOnce);
  return { rows: [{ at: 0, below: null }, ...drawn], total: rows.length, part, parts, known: sorted !== null };
}

const namesOf = ({ names, with: others }: GroupView): string => [...names, ...others].map(({ name }) => name).join('\n').toLocaleLowerCase();

const placeOf = (wave: Wave, row: HeatRow): number => wave.tree.indexOf.get(row.department ?? row.place ?? '') ?? -1;

function rowsBelow(wave: Wave, map: HeatMap, department: string): number[] {
  const place = wave.tree.indexOf.get(department) ?? 0;
  const end = wave.tree.end[place] ?? 0;
  return map.rows.flatMap((row, at) => {
    const index = placeOf(wave, row);
    return at > 0 && index >= place && index < end ? [at] : [];
  });
}

/** Null for an order that there is not. Rows without a figure come last, whichever way. */
function sortedRows(rows: readonly number[], sort: string, standing: Standing): readonly number[] | null {
  const back = sort.startsWith('-');
  const by = back ? sort.slice(1) : sort;
  const turn = back ? -1 : 1;
  if (by === 'tree') return rows;
  if (by === 'name') {
    const names = new Map(rows.map((at) => [at, standing.group(at).names[0]?.name ?? '']));
    const { compare } = new Intl.Collator(standing.language, { numeric: true });
    return rows.toSorted((one, other) => turn * compare(names.get(one) ?? '', names.get(other) ?? ''));
  }
  const figure = by === 'look' ? (at: number) => standing.look(at) : (at: number) => standing.index(at, by);
  if (figure(0) === undefined) return null;
  const figures = new Map(rows.map((at) => [at, figure(at) ?? null]));
  return rows.toSorted((one, other) => {
    const [a, b] = [figures.get(one) ?? null, figures.get(other) ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return turn * (a - b);
  });
}

interface Folding {
  readonly branch: readonly number[];
  readonly turned: ReadonlySet<string>;
  readonly department: string;
}

function foldedRows(wave: Wave, map: HeatMap, { branch, turned, department }: Folding): RowShown[] {
  const begins = branch.length <= rowsAtOnce;
  const rowOfPlace = new Map(branch.flatMap((at) => (map.rows[at]?.department ? [[placeOf(wave, map.rows[at] as HeatRow), at] as const] : [])));
  const aboveOf = new Map(branch.map((at) => [at, rowAbove(wave, map.rows[at] as HeatRow, rowOfPlace)]));
  const below = new Map<number, number>();
  for (const at of branch) for (let above = aboveOf.get(at); above !== undefined; above = aboveOf.get(above)) below.set(above, (below.get(above) ?? 0) + 1);
  // The department one looks at stands open: whoever looks at it wants to see what is in it.
  const isOpen = (at: number) => map.rows[at]?.department === department || begins !== turned.has(map.rows[at]?.id ?? '');
  const open = new Set<number>();
  return branch.flatMap((at) => {
    const above = aboveOf.get(at);
    if (above !== undefined && !open.has(above)) return [];
    if (isOpen(at)) open.add(at);
    const rows = below.get(at) ?? 0;
    return [{ at, below: rows === 0 || map.rows[at]?.department === department ? null : { rows, open: isOpen(at) } }];
  });
}

/** The row of the nearest department above that has one: a department with one child is one row with it. */
function rowAbove(wave: Wave, row: HeatRow, rowOfPlace: ReadonlyMap<number, number>): number | undefined {
  const place = placeOf(wave, row);
  for (let index = row.department === null ? place : (wave.tree.parent[place] ?? -1); index >= 0; index = wave.tree.parent[index] ?? -1) {
    const above = rowOfPlace.get(index);
    if (above !== undefined) return above;
  }
  return undefined;
}
