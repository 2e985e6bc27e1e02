// A combination that touches whatever k disjoint bases span rests on at least k people: outside of the first k − 1 bases an
// element is spanned by each of them, so each holds another element of the combination (Nagamochi and Ibaraki's argument for
// graphs, which holds in every matroid). What remains to be searched is only what vanishes on the span of the k-th basis.
import type { Code } from './code.ts';
import { addMultiple, inverse, times } from './field.ts';
import { isSure, type System } from './system.ts';

/** The combinations of everything published that are not yet known to rest on k people. */
export function packed(system: System, k: number, prime: number): Code {
  const layout = layoutOf(system);
  const left = Float64Array.from(system.weight, (weight, one) => (isSure(system, one) ? weight : 0));
  let basis = functionals(layout.coordinates, prime);
  let least = 0;
  for (let round = 0; round < k; round += 1) {
    basis = functionals(layout.coordinates, prime);
    pack(layout, basis, left, least);
    if (round === 0) least = basis.active;
  }
  return remaining(layout, basis);
}

interface Layout {
  readonly cellOf: Int32Array;
  readonly cells: number;
  /** By class, `width` entries each: the band coordinates it lies in, −1 for none. */
  readonly bandsOf: Int32Array;
  readonly width: number;
  readonly coordinates: number;
  /** By band of all tables after the cells: its coordinate, −1 where it follows from the cells and its sisters. */
  readonly coordinateOf: Int32Array;
  readonly order: Int32Array;
}

/** Linear forms on the band coordinates that vanish on a basis under construction; form l is column l of the matrix. */
interface Functionals {
  readonly prime: number;
  readonly matrix: Float64Array[];
  active: number;
  /** By cell: the class whose difference to the others counts, −1 for none yet. */
  referenceOf: Int32Array;
  readonly value: Float64Array;
}

function functionals(coordinates: number, prime: number): Functionals {
  const matrix = Array.from({ length: coordinates }, (_, row) => {
    const line = new Float64Array(coordinates);
    line[row] = 1;
    return line;
  });
  return { prime, matrix, active: coordinates, referenceOf: new Int32Array(0), value: new Float64Array(coordinates) };
}

function layoutOf(system: System): Layout {
  const classes = system.example.length;
  const width = system.tables.length - 1;
  const cellOf = system.example.map((person) => system.tables[0]!.bandOf[person]!);
  const bandsOf = new Int32Array(classes * width).fill(-1);
  const size: number[] = [];
  const coordinateOf: number[] = [];
  for (let table = 1; table <= width; table += 1) {
    const { bandOf, bands } = system.tables[table]!;
    const sizes = new Float64Array(bands);
    for (let one = 0; one < classes; one += 1) {
      const band = bandOf[system.example[one]!]!;
      if (band >= 0) sizes[band]! += system.weight[one]!;
    }
    const implied = isWholeCells(system, cellOf, bandOf) ? sizes.indexOf(Math.max(...sizes)) : -1;
    const coordinate = Int32Array.from(sizes, (count, band) => (band === implied ? -1 : size.push(count) - 1));
    coordinateOf.push(...coordinate);
    for (let one = 0; one < classes; one += 1) {
      const band = bandOf[system.example[one]!]!;
      if (band >= 0) bandsOf[one * width + table - 1] = coordinate[band]!;
    }
  }
  const cells = system.tables[0]!.bands;
  const order = fromRichToScarce(system, { cellOf, cells, bandsOf, width }, size);
  return { cellOf, cells, bandsOf, width, coordinates: size.length, coordinateOf: Int32Array.from(coordinateOf), order };
}

/** Whether the table covers every cell wholly or not at all: then one of its bands follows from the others. */
function isWholeCells(system: System, cellOf: Int32Array, bandOf: Int32Array): boolean {
  const inside = new Int8Array(system.tables[0]!.bands);
  return cellOf.every((cell, one) => {
    const here = bandOf[system.example[one]!]! < 0 ? 1 : 2;
    inside[cell] = inside[cell]! | here;
    return inside[cell] !== 3;
  });
}

/** Classes whose sets are all large come first, so that a basis takes people of small sets only where it needs them. */
function fromRichToScarce(
  system: System,
  { cellOf, cells, bandsOf, width }: Pick<Layout, 'cellOf' | 'cells' | 'bandsOf' | 'width'>,
  size: readonly number[],
): Int32Array {
  const inCell = new Float64Array(cells);
  cellOf.forEach((cell, one) => (inCell[cell]! += system.weight[one]!));
  const smallest = Float64Array.from(cellOf, (cell) => inCell[cell]!);
  for (let one = 0; one < cellOf.length; one += 1) {
    for (let at = one * width; at < (one + 1) * width; at += 1) {
      if (bandsOf[at]! >= 0) smallest[one] = Math.min(smallest[one]!, size[bandsOf[at]!]!);
    }
  }
  return Int32Array.from(cellOf.keys()).sort((a, b) => smallest[b]! - smallest[a]! || a - b);
}

/** Fills one basis greedily from the people that are left; stops once only `least` forms survive, which nothing can remove. */
function pack(layout: Layout, basis: Functionals, left: Float64Array, least: number): void {
  basis.referenceOf = new Int32Array(layout.cells).fill(-1);
  let missing = new Set(layout.cellOf).size;
  for (const one of layout.order) {
    if (left[one]! < 1) continue;
    const cell = layout.cellOf[one]!;
    if (basis.referenceOf[cell]! < 0) {
      basis.referenceOf[cell] = one;
      missing -= 1;
    } else if (basis.active === least || !taken(layout, basis, one, basis.referenceOf[cell]!)) {
      if (basis.active === least && missing === 0) return;
      continue;
    }
    left[one]! -= 1;
  }
}

/** Takes a class into the basis if some form sees it beside its cell's reference; that form is used up. */
function taken(layout: Layout, basis: Functionals, one: number, reference: number): boolean {
  const { matrix, prime, active } = basis;
  const value = evaluated(layout, basis, one, reference);
  let pivot = 0;
  while (pivot < active && value[pivot] === 0) pivot += 1;
  if (pivot === active) return false;
  const scale = prime - inverse(value[pivot]!, prime);
  value[pivot] = 0;
  for (let form = 0; form < active; form += 1) if (value[form] !== 0) value[form] = times(value[form]!, scale, prime);
  const factors = value.subarray(0, active);
  for (const line of matrix) {
    const used = line[pivot]!;
    if (used !== 0) addMultiple(line.subarray(0, active), used, factors, prime);
    line[pivot] = line[active - 1]!;
  }
  basis.active -= 1;
  return true;
}

/** What every active form is on a class, less its value on the reference (−1 for none). */
function evaluated(layout: Layout, basis: Functionals, one: number, reference: number): Float64Array {
  const { bandsOf, width } = layout;
  const { matrix, value, prime, active } = basis;
  value.fill(0, 0, active);
  for (let table = 0; table < width; table += 1) {
    const here = bandsOf[one * width + table]!;
    const there = reference < 0 ? -1 : bandsOf[reference * width + table]!;
    if (here === there) continue;
    if (here >= 0) {
      const line = matrix[here]!;
      for (let form = 0; form < active; form += 1) value[form]! += line[form]!;
    }
    if (there >= 0) {
      const line = matrix[there]!;
      for (let form = 0; form < active; form += 1) value[form]! -= line[form]!;
    }
  }
  for (let form = 0; form < active; form += 1) {
    const entry = value[form]!;
    if (entry !== 0) value[form] = entry - Math.floor(entry / prime) * prime;
  }
  return value;
}

/** The surviving forms on the classes they see, and the sums of cells that found no reference. */
function remaining(layout: Layout, basis: Functionals): Code {
  const { active, prime, referenceOf } = basis;
  const open = new Map<number, number>();
  layout.cellOf.forEach((cell) => referenceOf[cell]! < 0 && !open.has(cell) && open.set(cell, active + open.size));
  const columns: { one: number; values: Float64Array }[] = [];
  for (const [one, cell] of layout.cellOf.entries()) {
    const values = evaluated(layout, basis, one, referenceOf[cell]!).slice(0, active);
    if (open.has(cell) || values.some((value) => value !== 0)) columns.push({ one, values });
  }
  const rows = Array.from({ length: active + open.size }, () => new Float64Array(columns.length));
  columns.forEach(({ one, values }, column) => {
    values.forEach((value, form) => (rows[form]![column] = value));
    const sum = open.get(layout.cellOf[one]!);
    if (sum !== undefined) rows[sum]![column] = 1;
  });
  const carried = rows.map((_, form) =>
    Float64Array.from(layout.coordinateOf, (at) => (form < active && at >= 0 ? basis.matrix[at]![form]! : 0)),
  );
  return { prime, rows, carried, columns: columns.map(({ one }) => [one]) };
}
