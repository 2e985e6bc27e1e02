// How wide the columns of a table on paper are: an office lays them out as the file says, so the file has to know what stands in them.
import { piecesOf, widthOf } from './picture-text.ts';
import type { Section, Table } from './document.ts';

/** Points. */
export interface Laid {
  readonly widths: readonly number[];
  /** Of the letters in it. */
  readonly size: number;
}

/** A4 less margins of 22 mm, upright and on its side; points. */
const sheet = { upright: 470, onItsSide: 717 } as const;
/** Left and right of a cell together; points. */
const margins = 5;
/** Columns, and letters that let so many stand beside each other. */
const sizes = [
  [9, 6.5],
  [6, 7.5],
  [0, 8.5],
] as const;
/** A table of more columns is read on its side alone. */
const upright = 12;

/** Whether a section holds a table that no upright page is wide enough for: its page lies on its side. */
export const onItsSide = ({ blocks }: Pick<Section, 'blocks'>): boolean => blocks.some((block) => block.kind === 'table' && block.columns.length > upright);

/** A table on a page of A4; `side`: the page lies on its side. */
export function laidOut(table: Pick<Table, 'columns' | 'rows'>, side: boolean): Laid {
  const size = sizes.find(([columns]) => table.columns.length > columns)?.[1] ?? sizes[0][1];
  return { widths: columnWidths(table, { room: side ? sheet.onItsSide : sheet.upright, size, margins }), size };
}

export interface Sheet {
  /** Of the whole table; the unit of every length here. */
  readonly room: number;
  readonly size: number;
  readonly margins: number;
}

/** Further than this a text is better broken than its column made wider: about sixty letters. */
const longest = 36;
/** How much wider the letters of a head are. */
const bold = 1.1;
/** Digits are wider than letters on average, and half a number is another number. */
const digits = 1.25;
const isNumber = (piece: string): boolean => /^[-−–\d.,%]+$/.test(piece);
/** Chinese breaks anywhere, and a head of four signs one below the other is not read. */
const unbroken = 4;
/** A word longer than this is broken: no checksum takes a table for itself. */
const longestWord = 12;

/**
 * Whole lengths, one per column, together at most the room: first each column's longest word, then the rest in proportion to what its
 * longest text would still take, as a browser lays a table out (CSS 2.1, 17.5.2.2).
 */
export function columnWidths({ columns, rows }: Pick<Table, 'columns' | 'rows'>, { room, size, margins }: Sheet): number[] {
  const needed = columns.map(({ head }, at) => {
    const texts = [{ text: head, letters: size * bold }, ...rows.map((row) => ({ text: row[at]?.text ?? '', letters: size }))];
    const word = Math.max(...texts.map(({ text, letters }) => Math.max(Math.min(widthOf(text, letters), unbroken * letters), ...piecesOf(text).map((piece) => widthOf(piece.trimEnd(), letters) * (isNumber(piece.trimEnd()) ? digits : 1)))));
    const whole = Math.max(...texts.map(({ text, letters }) => widthOf(text, letters)));
    const least = Math.min(word, longestWord * size) + margins;
    return { least, wished: Math.max(Math.min(whole, longest * size) + margins, least) };
  });
  const least = needed.reduce((sum, one) => sum + one.least, 0);
  if (least >= room) return needed.map((one) => Math.floor((one.least * room) / least));
  const wish = needed.reduce((sum, one) => sum + one.wished - one.least, 0);
  return needed.map((one) => Math.floor(one.least + ((room - least) * (wish === 0 ? 1 / needed.length : (one.wished - one.least) / wish))));
}
