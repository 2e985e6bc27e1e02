// Past answers with one row per respondent. A row whose answers are all empty is still a ballot.
import { cutColumn, whyNotACut, type CutColumn } from './cuts.ts';
import { inferredColumn, knownColumn, type ReadColumn } from './column.ts';
import { itemOnScale, type PastItem } from './items.ts';
import { departmentReader, type PastDepartmentColumn } from './department-column.ts';
import type { PastOptions, PastReader } from './answers.ts';
import { namesPeople, plainHeader } from './headers.ts';
import { quoted, type PastProblems } from './problem.ts';

export interface PastWide {
  readonly layout: 'wide';
  readonly departments: PastDepartmentColumn;
  readonly items: readonly { readonly item: PastItem; readonly values: Int16Array }[];
  readonly cuts: readonly { readonly question: string; readonly scope: string | null; readonly labels: readonly string[]; readonly values: Int16Array }[];
}

interface Columns {
  readonly department: number;
  readonly items: readonly { readonly at: number; readonly column: ReadColumn }[];
  readonly cuts: readonly { readonly at: number; readonly name: string; readonly scope: string | null; readonly column: CutColumn }[];
  readonly ignored: string[];
}

/** Reads rows whose width was checked; the header's names are trimmed. */
export function wideReader(header: readonly string[], options: PastOptions, problems: PastProblems): PastReader<PastWide> {
  let invalid = 0;
  const skip = options.skipInvalid ? () => void (invalid += 1) : null;
  const columns = columnsOf(header, options, { problems, skip });
  const departments = departmentReader(options.departments, problems);
  const place = { line: 0, column: 0 };
  return {
    row: (line, cells) => {
      place.line = line;
      departments.read(cells[columns.department]!, line, columns.department + 1);
      for (const { at, column } of columns.items) {
        place.column = at + 1;
        column.read(cells[at]!.trim(), place);
      }
      for (const { at, column } of columns.cuts) column.read(cells[at]!.trim());
    },
    finish: () => {
      const found = columns.items.map(({ at, column }) => ({ name: header[at]!, read: column.finish() }));
      const items = found.flatMap(({ read }) => read ?? []);
      const ignored = [...columns.ignored, ...found.flatMap(({ name, read }) => (read ? [] : [name]))];
      if (items.length === 0) problems.add({ file: 'answers', line: 1, column: 1, code: 'no-items', details: {} });
      const cuts = columns.cuts.map(({ at, name, scope, column }) => {
        const { labels, values } = column.finish();
        const why = whyNotACut(name, labels);
        if (why) problems.add({ file: 'answers', line: 1, column: at + 1, code: why.code, details: { name: quoted(name), looks: why.looks } });
        return { question: name, scope, labels, values };
      });
      return { read: { layout: 'wide', departments: departments.finish(), items, cuts }, ignored, invalid };
    },
  };
}

function columnsOf(
  header: readonly string[],
  options: PastOptions,
  strictness: { readonly problems: PastProblems; readonly skip: (() => void) | null },
): Columns {
  const { problems } = strictness;
  const at = (name: string): number => {
    const found = header.indexOf(name);
    if (found < 0) problems.add({ file: 'answers', line: 1, column: 1, code: 'missing-column', details: { name: quoted(name) } });
    return found;
  };
  const cuts = options.cuts.map(({ column: name, scope }) => ({ at: at(name), name, scope, column: cutColumn() })).filter((cut) => cut.at >= 0);
  const department = header.indexOf('department');
  const taken = new Set([department, ...cuts.map((cut) => cut.at)]);
  if (options.rowId !== null) taken.add(header.indexOf(options.rowId));
  for (const column of options.apart) taken.add(column);
  const free = header.map((name, column) => ({ name, column })).filter(({ name, column }) => name !== '' && !taken.has(column));
  if (!options.items) {
    // Nine people have the ids 1 to 9, which would make a scale of nine points.
    const ids = free.filter(({ name }) => namesPeople(plainHeader(name)));
    const { scales, onlyScales = false } = options;
    for (const name of scales?.keys() ?? []) at(name);
    const isLeft = (one: (typeof free)[number]) => !scales?.has(one.name) && (onlyScales || ids.includes(one));
    const read = (name: string) => (scales?.has(name) ? knownColumn(itemOnScale(name, scales.get(name)!), strictness) : inferredColumn(name, strictness));
    return { department, cuts, items: free.filter((one) => !isLeft(one)).map(({ name, column }) => ({ at: column, column: read(name) })), ignored: free.filter(isLeft).map(({ name }) => name) };
  }
  const known = options.items;
  const items = [...known.values()].map((item) => ({ at: at(item.id), column: knownColumn(item, strictness) })).filter((item) => item.at >= 0);
  return { department, cuts, items, ignored: free.filter(({ name }) => !known.has(name)).map(({ name }) => name) };
}
