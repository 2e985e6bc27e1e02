// Outside values as HR writes them, one a line: what it is about, the index, where it comes from, the year. A value that nobody can look
// up, or about something this company never asked, would be compared with figures it says nothing about.
import type { OutsideValue } from '../analysis/priorities/yardsticks.ts';
import type { Subject } from '../analysis/readings.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { numberTyped } from '../kernel/typed-number.ts';

/** Something that was asked, with every name it goes by. */
export interface AskedSubject {
  readonly subject: Subject;
  /** As the reader calls it. */
  readonly label: string;
  readonly names: readonly string[];
}

export interface OutsideRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const longestSource = 120;
const mostOutside = 500;
const earliestYear = 1990;

export type OutsideRefusal = 'outside-columns' | 'outside-not-asked' | 'outside-range' | 'outside-no-source' | 'outside-source-long' | 'outside-no-year' | 'outside-missing-year' | 'outside-twice' | 'outside-many';

interface Known {
  readonly asked: readonly AskedSubject[];
  /** No value can be of a later one. */
  readonly year: number;
}

/** Refused with the first line that is wrong, and with how many more are. Empty lines, and a first line of heads, are passed over. */
export function outsideIn(rows: readonly OutsideRow[], known: Known): Outcome<readonly OutsideValue[], OutsideRefusal> {
  const written = rows.filter(({ cells }, at) => cells.some((cell) => cell.trim() !== '') && !(at === 0 && isHead(cells)));
  if (written.length > mostOutside) return refused('outside-many', { most: mostOutside, n: written.length });
  const subjects = subjectsByName(known.asked);
  const seen = new Map<string, number>();
  const read = written.map((row) => {
    const value = valueIn(row, known, subjects);
    if (!value.ok) return value;
    const key = JSON.stringify([value.value.subject, value.value.source, value.value.year]);
    const before = seen.get(key);
    if (before !== undefined) return refused('outside-twice', { line: row.line, before });
    seen.set(key, row.line);
    return value;
  });
  const wrong = read.filter((one) => !one.ok);
  const [first] = wrong;
  if (first) return refused(first.because, { ...first.details, more: wrong.length - 1 });
  return done(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** A dimension goes before a question of the same name. */
function subjectsByName(asked: readonly AskedSubject[]): ReadonlyMap<string, Subject> {
  const byName = new Map<string, Subject>();
  for (const { subject, names } of asked) for (const name of names.map(folded)) if (!byName.has(name)) byName.set(name, subject);
  return byName;
}

/** A line of heads: nothing in it is a number, though a value has two. */
export const isHead = (cells: readonly string[]): boolean => cells.length >= 4 && cells.every((cell) => !/\d/.test(cell));

function valueIn({ line, cells }: OutsideRow, { asked, year: latest }: Known, subjects: ReadonlyMap<string, Subject>): Outcome<OutsideValue, OutsideRefusal> {
  if (cells.length > 4) return refused('outside-columns', { line, n: cells.length });
  const [about = '', value = '', source = '', year = ''] = cells.map((cell) => cell.normalize('NFKC').trim());
  const subject = subjects.get(folded(about));
  if (!subject) return refused('outside-not-asked', { line, about, example: asked[0]?.label ?? '' });
  const index = numberTyped(cells[1] ?? '') ?? Number.NaN;
  if (!(index >= 0 && index <= 100)) return refused('outside-range', { line, value });
  if (source === '') return refused('outside-no-source', { line });
  if (source.length > longestSource) return refused('outside-source-long', { line, most: longestSource });
  if (year === '') return refused('outside-missing-year', { line, from: earliestYear, to: latest });
  const written = /^\d{4}$/.test(year) ? Number(year) : Number.NaN;
  if (!(written >= earliestYear && written <= latest)) return refused('outside-no-year', { line, value: year, from: earliestYear, to: latest });
  return done({ subject, index, source, year: written });
}
