// Past answers with one row per answer, of which nobody knows which belong together. They are counted while they are read.
import { badAnswer, inferredRange, valueOf, wholeNumber, type InferredRange, type Strictness } from './column.ts';
import type { PastOptions, PastReader } from './answers.ts';
import { departmentReader, type PastDepartmentColumn } from './department-column.ts';
import { itemOnScale, lowestAnswer, mostPoints, type PastItem } from './items.ts';
import { quoted, type PastProblems } from './problem.ts';

export interface PastLong {
  readonly layout: 'long';
  readonly departments: PastDepartmentColumn;
  /** By item and department number: people per point. */
  readonly items: readonly { readonly item: PastItem; readonly counts: readonly (readonly number[])[] }[];
}

interface Counting {
  /** Answers 0 … 11 as written, by department number. */
  readonly counts: number[][];
  readonly item: PastItem | null;
  readonly range: InferredRange;
}

/** Reads rows whose width was checked; the header's names are trimmed. */
export function longReader(header: readonly string[], options: PastOptions, problems: PastProblems): PastReader<PastLong> {
  let invalid = 0;
  const skip = options.skipInvalid ? () => void (invalid += 1) : null;
  const strictness: Strictness = { problems, skip };
  const at = { department: header.indexOf('department'), item: header.indexOf('item'), answer: header.indexOf('answer') };
  const departments = departmentReader(options.departments, problems);
  const items = new Map<string, Counting>();
  for (const item of options.items?.values() ?? []) items.set(item.id, counting(item.id, item, strictness));
  for (const { column } of options.cuts) {
    problems.add({ file: 'answers', line: 1, column: 1, code: 'cut-in-long', details: { name: quoted(column) } });
  }
  const itemOf = (id: string, line: number): Counting | null => {
    const known = items.get(id);
    if (known) return known;
    if (id === '' || options.items) {
      const code = id === '' ? 'no-item' : 'unknown-item';
      problems.add({ file: 'answers', line, column: at.item + 1, code, details: { value: quoted(id) } });
      return null;
    }
    const found = counting(id, options.scales?.has(id) ? itemOnScale(id, options.scales.get(id)!) : null, strictness);
    items.set(id, found);
    return found;
  };
  return {
    row: (line, cells) => {
      const department = departments.number(cells[at.department]!, line, at.department + 1);
      const item = itemOf(cells[at.item]!.trim(), line);
      if (item && department >= 0) count(item, cells[at.answer]!.trim(), { department, line, column: at.answer + 1, strictness });
    },
    finish: () => {
      const own = new Set(['department', 'item', 'answer', options.rowId]);
      const found = [...items].map(([id, counted]) => ({ id, item: counted.item ?? counted.range.finish(), counts: counted.counts }));
      const read = found.flatMap(({ item, counts }) => (item ? [{ item, counts: counts.map((cell) => pointsOf(item, cell)) }] : []));
      if (read.length === 0) problems.add({ file: 'answers', line: 1, column: 1, code: 'no-items', details: {} });
      const ignored = header.filter((name) => name !== '' && !own.has(name));
      return { read: { layout: 'long', departments: departments.finish(), items: read }, ignored, invalid };
    },
  };
}

function counting(id: string, item: PastItem | null, strictness: Strictness): Counting {
  return { counts: [], item, range: inferredRange(id, strictness) };
}

interface AnswerAt {
  readonly department: number;
  readonly line: number;
  readonly column: number;
  readonly strictness: Strictness;
}

function count({ item, range, counts }: Counting, text: string, { department, line, column, strictness }: AnswerAt): void {
  if (text === '') return;
  const answer = item ? known(text, item, { line, column, strictness }) : inferred(text, { line, column, strictness, range });
  if (answer === null || answer < 0) return;
  const cell = (counts[department] ??= new Array<number>(mostPoints + 1).fill(0));
  cell[answer]! += 1;
}

/** The answer as it is written; null for none. */
function known(text: string, item: PastItem, { line, column, strictness }: Omit<AnswerAt, 'department'>): number | null {
  const value = valueOf(text, item);
  if (value === null && strictness.skip) strictness.skip();
  else if (value === null) strictness.problems.add(badAnswer(text, item, { line, column }));
  return value === null || value < 0 ? null : value + lowestAnswer(item.points);
}

/** A column could be something else than a question, a named item cannot: here every answer has to be a point of a scale. */
function inferred(text: string, at: Omit<AnswerAt, 'department'> & { readonly range: InferredRange }): number | null {
  const { line, column, strictness, range } = at;
  const number = wholeNumber(text);
  if (number !== null && number <= mostPoints) return range.see(text, at);
  if (strictness.skip) strictness.skip();
  else strictness.problems.add({ file: 'answers', line, column, code: 'not-a-point', details: { value: quoted(text) } });
  return null;
}

function pointsOf(item: PastItem, cell: readonly number[]): number[] {
  const lowest = lowestAnswer(item.points);
  return cell.slice(lowest, lowest + item.points);
}
