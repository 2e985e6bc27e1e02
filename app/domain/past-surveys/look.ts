// What the columns of somebody else's export look like, without telling what anybody answered: counts, ranges and lengths. Nothing that
// fewer than k rows share is ever repeated from the file.
import { mostValues, personalLooks, type PersonalLooks } from './cuts.ts';
import { wholeNumber } from './column.ts';
import { scaleOfWords } from './labels.ts';
import { mostPoints } from './items.ts';

export interface ColumnLook {
  readonly name: string;
  readonly empty: number;
  /** Cells that are whole numbers. */
  readonly numbers: number;
  readonly texts: number;
  /** Of the whole numbers, codes apart; null where fewer than k are there. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Whether a tenth of them and more are above 5: a longer scale, and not a slip. */
  readonly aboveFive: boolean;
  /** Characters. */
  readonly longest: number;
  /** Counting stops one above the most that a cut can have. */
  readonly distinct: number;
  readonly looks: PersonalLooks | null;
  /** Texts among numbers, and numbers that no scale has, that at least k rows share: codes such as «N/A» or 99. */
  readonly codes: readonly string[];
  /** The library's scale whose words all texts are; null for other texts. */
  readonly words: string | null;
}

/** Of one cell: nothing of its content but how long it is. */
export type CellShape = { readonly kind: 'empty' } | { readonly kind: 'number' } | { readonly kind: 'text'; readonly length: number };

export interface PastLook {
  /** Header apart. */
  readonly rows: number;
  readonly columns: readonly ColumnLook[];
  /** The first rows, cell by cell. */
  readonly shapes: readonly (readonly CellShape[])[];
}

const shapesShown = 10;
const mostCodes = 5;
const longestCode = 40;
const longestKept = 200;

export interface LookReader {
  readonly row: (cells: readonly string[]) => void;
  readonly finish: () => PastLook;
}

export function lookReader(header: readonly string[], k: number): LookReader {
  const columns = header.map((name) => columnLook(name.trim(), k));
  const shapes: (readonly CellShape[])[] = [];
  let rows = 0;
  return {
    row: (cells) => {
      rows += 1;
      columns.forEach((column, at) => column.see((cells[at] ?? '').trim()));
      if (shapes.length < shapesShown) shapes.push(header.map((_, at) => shapeOf((cells[at] ?? '').trim())));
    },
    finish: () => ({ rows, columns: columns.map((column) => column.finish()), shapes }),
  };
}

function shapeOf(text: string): CellShape {
  if (text === '') return { kind: 'empty' };
  return wholeNumber(text) === null ? { kind: 'text', length: [...text].length } : { kind: 'number' };
}

/** From this share of points on, a column of numbers is a scale with a few codes. */
const usualShare = 0.5;

const isPoint = (text: string): boolean => {
  const number = wholeNumber(text);
  return number !== null && number >= 0 && number <= mostPoints;
};

export interface ColumnReader {
  readonly see: (text: string) => void;
  readonly finish: () => ColumnLook;
}

export function columnLook(name: string, k: number): ColumnReader {
  const seen = new Map<string, number>();
  let [empty, numbers, texts, lowest, highest, longest] = [0, 0, 0, Infinity, -Infinity, 0];
  let [points, above] = [0, 0];
  const remember = (text: string) => {
    const known = seen.get(text);
    if (known !== undefined || seen.size <= mostValues) seen.set(text, (known ?? 0) + 1);
  };
  return {
    see: (text) => {
      if (text === '') return void (empty += 1);
      remember(text.slice(0, longestKept));
      longest = Math.max(longest, text.length);
      const number = wholeNumber(text);
      if (number === null) return void (texts += 1);
      numbers += 1;
      lowest = Math.min(lowest, number);
      highest = Math.max(highest, number);
      if (number < 0 || number > mostPoints) return;
      points += 1;
      if (number > 5) above += 1;
    },
    finish: () => {
      const labels = [...seen.keys()];
      const isCode = (text: string) => !isPoint(text) && text.length <= longestCode && seen.get(text)! >= k;
      const isScale = numbers > texts && points >= k && points >= usualShare * numbers;
      const codes = isScale ? labels.filter(isCode).slice(0, mostCodes) : [];
      const ranged = isScale ? labels.filter((text) => wholeNumber(text) !== null && !codes.includes(text)).map(Number) : [];
      const [low, high] = isScale && labels.length <= mostValues ? [Math.min(...ranged), Math.max(...ranged)] : [lowest, highest];
      return {
        name,
        empty,
        numbers,
        texts,
        lowest: numbers >= k ? low : null,
        highest: numbers >= k ? high : null,
        aboveFive: above >= k && 10 * above >= points,
        longest,
        distinct: seen.size,
        looks: texts > numbers || labels.length === 0 ? personalLooks(name, labels) : null,
        codes,
        words: texts > numbers && labels.length <= mostValues ? scaleOfWords(labels) : null,
      };
    },
  };
}
