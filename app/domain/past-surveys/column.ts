// One question's answers as they are read, one small number per respondent. Where nobody says how many points a question has, a column
// is a question when all its answers are whole numbers, and the largest answer is its highest point.
import { lowestAnswer, mostPoints, type PastItem } from './items.ts';
import { pointOf, type PastScale } from './scale.ts';
import { quoted, type PastProblem, type PastProblems } from './problem.ts';

export interface Where {
  readonly line: number;
  readonly column: number;
}

export interface ReadColumn {
  /** Each call is the next respondent. */
  readonly read: (text: string, where: Where) => void;
  /** Values from 0, −1 no answer; null when the column is no question. Reports what only the whole column tells. */
  readonly finish: () => { readonly item: PastItem; readonly values: Int16Array } | null;
}

export interface Strictness {
  readonly problems: PastProblems;
  /** Called for an answer out of range when such answers are treated as none; null when they are problems. */
  readonly skip: (() => void) | null;
}

/** The whole number a text says («4», «4.0»), or null. */
export function wholeNumber(text: string): number | null {
  return /^[+-]?\d{1,9}(\.0+)?$/.test(text) ? Number(text) : null;
}

export function badAnswer(text: string, item: Pick<PastItem, 'id' | 'points' | 'scale'>, where: Where): PastProblem {
  const lowest = item.scale?.labels[0] ?? lowestAnswer(item.points);
  const highest = item.scale?.labels.at(-1) ?? (item.points === mostPoints ? mostPoints - 1 : item.points);
  return { file: 'answers', ...where, code: 'bad-answer', details: { value: quoted(text), item: quoted(item.id), lowest, highest } };
}

/** The value of an answer to a known item: from 0, −1 for none; null when it is no answer to this item. */
export function valueOf(text: string, item: PastItem): number | null {
  if (text === '' || item.none.has(text)) return -1;
  if (item.scale) return rememberedPoint(text, item, item.scale);
  const number = wholeNumber(text);
  if (number === null) return null;
  // «0.0» is the code «0», as «4.0» is the answer 4.
  if (item.none.has(String(number))) return -1;
  const value = number - lowestAnswer(item.points);
  return value >= 0 && value < item.points ? value : null;
}

/** Most columns hold a dozen different texts, a hundred thousand times. */
const remembered = new WeakMap<PastItem, Map<string, number | null>>();
const mostTexts = 1000;

function rememberedPoint(text: string, item: PastItem, scale: PastScale): number | null {
  const known = remembered.get(item) ?? new Map<string, number | null>();
  remembered.set(item, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const point = pointOf(text, { ...item, scale });
  const value = point === null ? null : point - 1;
  if (known.size < mostTexts) known.set(text, value);
  return value;
}

export function knownColumn(item: PastItem, { problems, skip }: Strictness): ReadColumn {
  const values = growingBytes();
  return {
    read: (text, where) => {
      const value = valueOf(text, item);
      if (value === null && skip) skip();
      else if (value === null) problems.add(badAnswer(text, item, where));
      values.push(value ?? -1);
    },
    finish: () => ({ item, values: Int16Array.from(values.all()) }),
  };
}

const blank = -128;

export function inferredColumn(id: string, strictness: Strictness): ReadColumn {
  const values = growingBytes();
  const range = inferredRange(id, strictness);
  return {
    read: (text, where) => {
      if (range.isOther()) return;
      values.push(text === '' ? blank : range.see(text, where));
      if (range.isOther()) values.drop();
    },
    finish: () => {
      const item = range.finish();
      if (!item) return null;
      const lowest = lowestAnswer(item.points);
      const fits = (answer: number) => answer - lowest >= 0 && answer - lowest < item.points;
      return { item, values: Int16Array.from(values.all(), (answer) => (fits(answer) ? answer - lowest : -1)) };
    },
  };
}

export interface InferredRange {
  /** True once something was seen that no scale has. */
  readonly isOther: () => boolean;
  /** The answer, at most 11 and at least −100; what may turn out to be out of range is remembered. */
  readonly see: (text: string, where: Where) => number;
  readonly finish: () => PastItem | null;
}

/** Whether these are answers depends on the largest one, which is known at the end only. */
interface Doubtful {
  count: number;
  readonly first: { readonly text: string; readonly where: Where }[];
}

/** As many as anybody is told of. */
const mostRemembered = 200;

/** The item that a column's answers make. */
export function inferredRange(id: string, { problems, skip }: Strictness): InferredRange {
  let other = false;
  let seen = 0;
  let largest = 0;
  const doubtful = new Map<number, Doubtful>();
  const remember = (answer: number, text: string, where: Where) => {
    const known = doubtful.get(answer) ?? { count: 0, first: [] };
    known.count += 1;
    if (known.first.length < mostRemembered) known.first.push({ text, where: { ...where } });
    doubtful.set(answer, known);
  };
  return {
    isOther: () => other,
    see: (text, where) => {
      const answer = wholeNumber(text);
      if (answer === null || answer > mostPoints) {
        other = true;
        return blank;
      }
      seen += 1;
      largest = Math.max(largest, answer);
      const kept = Math.max(answer, -100);
      if (answer < 1 || answer === mostPoints) remember(kept, text, where);
      return kept;
    },
    finish: () => {
      if (other || seen === 0) return null;
      const item = { id, dimension: id, points: Math.max(2, largest), reverse: false, none: new Set<string>() };
      for (const [answer, { count, first }] of doubtful) {
        if (valueOf(String(answer), item) !== null) continue;
        for (let at = 0; at < count; at += 1) {
          const { text, where } = first[at] ?? first.at(-1)!;
          if (skip) skip();
          else problems.add(badAnswer(text, item, where));
        }
      }
      return item;
    },
  };
}

interface GrowingBytes {
  readonly push: (value: number) => void;
  readonly all: () => Int8Array;
  readonly drop: () => void;
}

function growingBytes(): GrowingBytes {
  let bytes = new Int8Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === bytes.length) {
        const larger = new Int8Array(2 * length);
        larger.set(bytes);
        bytes = larger;
      }
      bytes[length] = value;
      length += 1;
    },
    all: () => bytes.subarray(0, length),
    drop: () => {
      bytes = new Int8Array(1);
      length = 0;
    },
  };
}
