// Where the header stands, and which rows are no entries: titles above it, second and third headers below it, totals and notes. They are
// told as skipped with their lines, never dropped silently.
import type { ShapedTable, Skipped, SkippedAs, TableRow } from './table.ts';

/** How many cells of a row are column names that are known. */
export type KnownIn = (cells: readonly string[]) => number;

const isBlank = (cell: string | undefined) => (cell ?? '').replace(/[\u00a0\u200b\ufeff]/gu, ' ').trim() === '';
const filledIn = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (isBlank(cell) ? 0 : 1), 0);

/** A title stands within so many rows. */
const headWithin = 15;

const totalWord = /^(?:grand total|sub ?total|total|totals|sum|sums|count|average|mean|summe|gesamt|gesamtsumme|insgesamt|anzahl|somme|total général|suma|promedio|moyenne|durchschnitt|mittelwert|合计|总计|合計|總計|小计|小計|总数|總數|平均)\s*[:：=]?\s*[\d.,\s]*$/iu;

// ="00123" and '00124 keep a spreadsheet from taking the zeros; the marks are not part of what is meant.
function plain(cell: string): string {
  const formula = /^="(.*)"$/su.exec(cell.trim());
  if (formula) return (formula[1] as string).replaceAll('""', '"');
  return /^'[\d=+@-]/u.test(cell) ? cell.slice(1) : cell;
}

/** The width most rows have. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows.slice(0, 200)) counts.set(filledIn(cells), (counts.get(filledIn(cells)) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best), [0, 0])[0];
}

function headerAt(rows: readonly TableRow[], known: KnownIn): number {
  const first = rows.slice(0, headWithin);
  const scores = first.map(({ cells }) => known(cells));
  const best = Math.max(0, ...scores);
  if (best >= 2 || (best === 1 && scores[0] === 1)) return scores.indexOf(best);
  const width = usualWidth(rows);
  return Math.max(0, first.findIndex(({ cells }) => filledIn(cells) >= Math.max(Math.min(2, width), width * 0.6)));
}

const isImportIds = (cells: readonly string[]) => cells.filter((cell) => /^\s*\{"?ImportId/iu.test(cell)).length >= Math.max(1, filledIn(cells) / 2);
const isResponse = (cells: readonly string[]) => cells.some((cell) => /^(?:open-ended )?response$/iu.test(cell.trim()));

/** How many rows right below the header belong to it: Qualtrics writes two, SurveyMonkey one, whose first cells are empty. */
function secondHeaders(below: readonly TableRow[], known: KnownIn): number {
  const [second, third] = below;
  if (third && isImportIds(third.cells)) return 2;
  if (second && isImportIds(second.cells)) return 1;
  if (second && isBlank(second.cells[0]) && isResponse(second.cells)) return 1;
  return second && known(second.cells) >= Math.max(3, filledIn(second.cells) * 0.6) ? 1 : 0;
}

// Spreadsheets leave empty cells behind the last column; a row is as wide as what it says.
function trimmed(cells: readonly string[], width: number): readonly string[] {
  let last = cells.length;
  while (last > width && isBlank(cells[last - 1])) last -= 1;
  return cells.length === last ? cells : cells.slice(0, last);
}

/** Null where there is no row at all. Blank rows are left out without a word. */
export function shapeTable(all: readonly TableRow[], known: KnownIn = () => 0): ShapedTable | null {
  const skipped: Skipped[] = [];
  const skip = (row: TableRow, as: SkippedAs) => skipped.push({ ...row, as });
  const rows = all.filter(({ cells }) => filledIn(cells) > 0).map(({ line, cells }) => ({ line, cells: cells.map(plain) }));
  if (rows[0] && /^sep=.?$/iu.test(rows[0].cells.join('').trim())) skip(rows.shift() as TableRow, 'separator');
  const at = headerAt(rows, known);
  const head = rows[at];
  if (!head) return null;
  for (const row of rows.slice(0, at)) skip(row, 'title');
  const header = trimmed(head.cells, head.cells.findLastIndex((cell) => !isBlank(cell)) + 1).map((cell) => cell.trim());
  const below = rows.slice(at + 1);
  const second = secondHeaders(below, known);
  for (const row of below.slice(0, second)) skip(row, 'second-header');
  const entries: TableRow[] = [];
  const same = header.join('\u0000');
  const wide = header.length >= 3;
  below.slice(second).forEach((row, index, rest) => {
    const cells = trimmed(row.cells, header.length);
    const filled = filledIn(cells);
    const first = cells.find((cell) => !isBlank(cell)) ?? '';
    const few = wide && filled <= Math.max(2, header.length / 2);
    if ((few || (header.length > 1 && index === rest.length - 1)) && totalWord.test(first.trim())) skip(row, 'total');
    else if (header.length > 1 && cells.length === header.length && cells.map((cell) => cell.trim()).join('\u0000') === same) skip(row, 'again');
    else if (header.length >= 4 && filled === 1 && index >= rest.length - 3 && cells.length <= header.length) skip(row, 'note');
    else entries.push({ line: row.line, cells });
  });
  return { header, headerLine: head.line, rows: entries, skipped };
}
