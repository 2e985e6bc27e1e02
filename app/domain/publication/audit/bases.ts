// A faster exact search where the code holds disjoint bases: a combination of fewer than k people meets some of them in few columns
// only, so that sums of few rows of their systematic forms are all that can be too light (after Brouwer and Zimmermann).
import { copied, reduced, type Code } from './code.ts';
import { addMultiple, inverse, times } from './field.ts';
import { isSure, peopleIn, type System } from './system.ts';

export interface Search {
  /** The classes of a violating combination, null where none was found. */
  readonly found: readonly number[] | null;
  readonly steps: number;
  readonly outOfBudget: boolean;
}

/** Exact search of a smaller code. */
export type Exactly = (code: Code, budget: number) => Search;

/** Rows whose sums are tried one by one rather than searched. */
const mostTried = 3;

/** Null where bases promise no faster search, or where a ballot may be a person's second; then nothing is known. */
export function searchedByBases(system: System, code: Code, { k, budget }: { k: number; budget: number }, exactly: Exactly): Search | null {
  if (!code.columns.every((classes) => classes.every((one) => isSure(system, one)))) return null;
  const forms = disjointForms(system, code, k);
  const { inFull, inPart, cost } = cheapest(forms, k);
  if (cost > budget) return null;
  const people = code.columns.map((classes) => peopleIn(system, classes));
  let steps = 0;
  for (const form of forms) {
    const most = Math.min(form.free, isFull(form) ? inFull : inPart);
    for (let size = isFull(form) ? 1 : 0; size <= most; size += 1) {
      const search = sumsOf(form, size, k, (rows) => {
        return rows.rows.length > mostTried ? exactly(copied(rows), budget - steps) : tried(rows, people, k);
      });
      steps += search.steps;
      if (search.found) return { ...search, steps: Math.ceil(steps) };
      if (search.outOfBudget || steps > budget) return { found: null, steps: Math.ceil(steps), outOfBudget: true };
    }
  }
  return { found: null, steps: Math.ceil(steps + 1), outOfBudget: false };
}

/** A systematic form; the own columns of its first `free` rows belong to a basis or part of one that shares nobody with the others. */
interface Form {
  readonly code: Code;
  readonly free: number;
}

const isFull = ({ code, free }: Form): boolean => free === code.rows.length;

/** As many full bases as fit, and what is left for a last one. */
function disjointForms(system: System, code: Code, k: number): Form[] {
  const left = code.columns.map((classes) => peopleIn(system, classes));
  const forms: Form[] = [];
  while (forms.length < k) {
    const order = [...left.keys()].sort((a, b) => Math.min(1, left[b]!) - Math.min(1, left[a]!) || left[b]! - left[a]! || a - b);
    const form = { ...copied(code) };
    const own = reduced(form, order);
    const free = own.filter((column) => left[column]! > 0).length;
    if (free === 0) break;
    forms.push({ code: form, free });
    if (free < own.length) break;
    for (const column of own) left[column]! -= 1;
  }
  return forms;
}

/**
 * The cheapest bounds that no combination of k − 1 people can exceed everywhere: more than `inFull` columns in every full basis and
 * more than `inPart` in the last would be k or more.
 */
function cheapest(forms: readonly Form[], k: number): { inFull: number; inPart: number; cost: number } {
  const full = forms.filter(isFull);
  const part = forms.find((form) => !isFull(form));
  const rows = forms[0]!.code.rows.length;
  let best = { inFull: 0, inPart: 0, cost: Infinity };
  for (let inFull = 0; inFull < k; inFull += 1) {
    const inPart = k - 1 - full.length * (inFull + 1);
    if ((inPart >= 0 && !part) || inFull >= rows || (part && inPart >= part.free)) continue;
    const dimension = part ? rows - part.free + Math.max(0, inPart) : 0;
    const costOfPart = part && inPart >= 0 ? combinations(part.free, inPart) * Math.max(1, dimension) ** 2 : 0;
    const cost = (full.length * combinations(rows, inFull) * k ** Math.max(0, inFull - 1)) / 10 + costOfPart / 4;
    if (cost < best.cost) best = { inFull, inPart, cost };
  }
  return best;
}

/** Searches the sums of `size` free rows, each with a factor other than 0, and any of the rows that are not free. */
function sumsOf({ code, free }: Form, size: number, k: number, exactly: (rows: Code) => Search): Search {
  const supports = code.rows.map(supportOf);
  const bound = supports.slice(free);
  const boundRows = code.rows.slice(free);
  const boundCarried = code.carried.slice(free);
  let steps = 0;
  for (const chosen of choices(free, size)) {
    if (seenOnce(chosen.map((row) => supports[row]!), bound) >= k) continue;
    const rows = [...chosen.map((row) => code.rows[row]!), ...boundRows];
    const carried = [...chosen.map((row) => code.carried[row]!), ...boundCarried];
    const search = exactly({ ...code, rows, carried });
    steps += search.steps;
    if (search.found || search.outOfBudget) return { ...search, steps };
  }
  return { found: null, steps, outOfBudget: false };
}

function tried(rows: Code, people: readonly number[], k: number): Search {
  const columns = lightest(rows.rows, people, k - 1, rows.prime);
  return { found: columns && columns.flatMap((column) => rows.columns[column]!), steps: 0.2, outOfBudget: false };
}

/** The columns of a non-zero sum of few rows with at most `most` people: of columns with more people than that one must vanish. */
function lightest(rows: readonly Float64Array[], people: readonly number[], most: number, prime: number): number[] | null {
  const needed: number[] = [];
  let sum = 0;
  for (let column = 0; column < people.length && sum <= most; column += 1) {
    if (rows.every((row) => row[column] === 0)) continue;
    needed.push(column);
    sum += people[column]!;
  }
  if (sum <= most) return needed;
  if (rows.length === 1) return null;
  for (const column of needed) {
    const found = lightest(vanishingOn(rows, column, prime), people, most, prime);
    if (found) return found;
  }
  return null;
}

function vanishingOn(rows: readonly Float64Array[], column: number, prime: number): Float64Array[] {
  const pivot = rows.find((row) => row[column] !== 0)!;
  const scale = inverse(pivot[column]!, prime);
  return rows.flatMap((row) => {
    if (row === pivot) return [];
    if (row[column] === 0) return [row];
    const changed = row.slice();
    addMultiple(changed, prime - times(row[column]!, scale, prime), pivot, prime);
    return [changed];
  });
}

/** The columns of a row as bits. */
function supportOf(row: Float64Array): Int32Array {
  const bits = new Int32Array((row.length + 31) >> 5);
  row.forEach((entry, column) => {
    if (entry !== 0) bits[column >> 5]! |= 1 << (column & 31);
  });
  return bits;
}

/** Columns that only one of the rows sees, and none of the others that may be added: no sum of all the rows cancels there. */
function seenOnce(rows: readonly Int32Array[], added: readonly Int32Array[]): number {
  let columns = 0;
  const words = rows[0]?.length ?? 0;
  for (let word = 0; word < words; word += 1) {
    let [once, more] = [0, 0];
    for (const bits of added) more |= bits[word]!;
    for (const bits of rows) {
      more |= once & bits[word]!;
      once = (once | bits[word]!) & ~more;
    }
    columns += bitsIn(once);
  }
  return columns;
}

/** Population count of 32 bits (Warren, Hacker's Delight, 5–2). */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** All ascending choices; the list is the same object each time. */
function* choices(of: number, size: number): Generator<readonly number[]> {
  const chosen = Array.from({ length: size }, (_, index) => index);
  while (size <= of) {
    yield chosen;
    let last = size - 1;
    while (last >= 0 && chosen[last] === of - size + last) last -= 1;
    if (last < 0) return;
    chosen[last]! += 1;
    for (let next = last + 1; next < size; next += 1) chosen[next] = chosen[next - 1]! + 1;
  }
}

function combinations(of: number, size: number): number {
  return Array.from({ length: size }, (_, index) => (of - index) / (index + 1)).reduce((product, factor) => product * factor, 1);
}
