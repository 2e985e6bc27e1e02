// What the columns of somebody else's export look like, without telling what anybody answered: counts, ranges and lengths. Nothing that
// fewer than k rows share is ever repeated from the file.
import { mostValues, personalLooks, type PersonalLooks } from './cuts.ts';
import { numberIn } from './answer-text.ts';
import { namesComments, plainHeader } from './headers.ts';
import { nothingSeen, scaleSeen, type ScaleSeen } from './scale-seen.ts';

export interface ColumnLook {
  readonly name: string;
  readonly empty: number;
  /** Cells that are numbers, however they are written. */
  readonly numbers: number;
  readonly texts: number;
  /** Of the numbers; null where fewer than k are there. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Characters. */
  readonly longest: number;
  /** Counting stops one above the most that a cut can have. */
  readonly distinct: number;
  readonly looks: PersonalLooks | null;
  readonly seen: ScaleSeen;
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
  return numberIn(text) === null ? { kind: 'text', length: [...text].length } : { kind: 'number' };
}

export interface ColumnReader {
  readonly see: (text: string) => void;
  readonly finish: () => ColumnLook;
}

export function columnLook(name: string, k: number): ColumnReader {
  const seen = new Map<string, number>();
  let [empty, numbers, texts, lowest, highest, longest] = [0, 0, 0, Infinity, -Infinity, 0];
  const remember = (text: string) => {
    const known = seen.get(text);
    if (known !== undefined || seen.size <= mostValues) seen.set(text, (known ?? 0) + 1);
  };
  return {
    see: (text) => {
      if (text === '') return void (empty += 1);
      remember(text.slice(0, longestKept));
      longest = Math.max(longest, text.length);
      const number = numberIn(text)?.value;
      if (number === undefined) return void (texts += 1);
      numbers += 1;
      lowest = Math.min(lowest, number);
      highest = Math.max(highest, number);
    },
    finish: () => {
      const labels = [...seen.keys()];
      const looks = texts > numbers || labels.length === 0 ? personalLooks(name, labels) : null;
      const answers = labels.length <= mostValues ? scaleSeen(name, seen, k) : nothingSeen;
      // However many wrote the same: a comment or a name is no word of a scale.
      const isPersonal = looks !== null || namesComments(plainHeader(name));
      return {
        name,
        empty,
        numbers,
        texts,
        lowest: numbers >= k ? lowest : null,
        highest: numbers >= k ? highest : null,
        longest,
        distinct: seen.size,
        looks,
        seen: isPersonal ? { ...answers, unknown: [] } : answers,
      };
    },
  };
}
