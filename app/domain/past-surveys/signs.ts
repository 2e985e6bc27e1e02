// Whether the rows of a file are people: what speaks for it, and what speaks against it. Whoever is counted has to be a person; a file
// with a row per answer, or with two years in it, would make several people of one, and k would protect nobody.
import { valueTally } from './values.ts';
import { columnTally, type ColumnFacts } from './column-facts.ts';
import { namesAnswers, namesCounts, namesLifeDates, namesOnlyPeople, namesPeople, namesPeriods, namesQuestions } from './headers.ts';

export type PastSignKind =
  /** For: an id that is another one in every row. */
  | 'id-single'
  /** Against. */
  | 'id-repeats'
  | 'questions'
  | 'periods'
  | 'counts'
  | 'summaries'
  | 'groups'
  /** Neither: to be known. */
  | 'same-rows'
  | 'few-values'
  | 'row-numbers'
  | 'no-id';

export interface PastSign {
  readonly kind: PastSignKind;
  /** From 0; −1 for the whole file. */
  readonly column: number;
  readonly header: string;
  /** Different values, spellings of one apart. */
  readonly values: number;
  /** Rows in which something stands there. */
  readonly rows: number;
  readonly empty: number;
  /** Values that are written in several ways. */
  readonly alike: number;
  /** Waves that at least k rows share. */
  readonly labels: readonly string[];
  /** Of the file, where one row is meant; else 0. */
  readonly line: number;
}

export interface PastSigns {
  /** Header apart. */
  readonly rows: number;
  readonly signs: readonly PastSign[];
  /** By column. */
  readonly values: readonly number[];
}

export interface SignsAsked {
  /** −1 where nobody knows. */
  readonly department: number;
  /** Column of the question's name; −1 for none. */
  readonly item: number;
  readonly k: number;
}

export interface SignsReader {
  readonly see: (line: number, cells: readonly string[]) => void;
  readonly finish: () => PastSigns;
}

export function signsReader(header: readonly string[], asked: SignsAsked): SignsReader {
  const columns = header.map((name) => columnTally(name));
  const whole = valueTally();
  let rows = 0;
  return {
    see: (line, cells) => {
      rows += 1;
      columns.forEach((column, at) => column.see(line, cells[at] ?? ''));
      const text = cells.join('\u0001');
      whole.add(text, text);
    },
    finish: () => {
      const facts = columns.map((column) => column.finish());
      return { rows, signs: signsOf(facts, { ...asked, rows, different: whole.distinct() }), values: facts.map(({ values }) => values) };
    },
  };
}

interface File extends SignsAsked {
  readonly rows: number;
  readonly different: number;
}

function signsOf(facts: readonly ColumnFacts[], file: File): readonly PastSign[] {
  const signs: PastSign[] = [];
  const add = (kind: PastSignKind, column: number, more: Partial<PastSign> = {}) => {
    const { header = '', values = 0, filled = 0, empty = 0, alike = 0 } = facts[column] ?? {};
    signs.push({ kind, column, header, values, rows: filled, empty, alike, labels: [], line: 0, ...more });
  };
  const periods = facts.flatMap((one, at) => (at !== file.department && at !== file.item && isPeriod(one, file) ? [at] : []));
  facts.forEach((one, at) => {
    if (at === file.department || at === file.item || periods.includes(at)) return;
    const kind = idKind(one, file);
    if (kind) add(kind, at);
  });
  const repeated = signs.filter(({ kind }) => kind === 'id-repeats');
  facts.forEach((one, at) => {
    const taken = at === file.department || periods.includes(at) || signs.some(({ column }) => column === at);
    if (at === file.item ? one.values > 1 : !taken && isQuestionName(one, { ...file, facts, ids: repeated })) add('questions', at);
  });
  for (const at of periods) add('periods', at, { labels: labelsOf(facts[at]!, file.k) });
  facts.forEach((one, at) => {
    if (namesCounts(one.name) && one.numbers >= 0.8 * one.filled && one.highest > 11) add('counts', at);
    if (summaryColumns(file.department).includes(at) && one.summaries > 0 && one.summaries <= Math.max(2, file.rows / 10)) add('summaries', at, { rows: one.summaries, line: one.summaryLine });
  });
  const department = facts[file.department];
  if (department && file.rows >= 10 && department.values >= 0.9 * file.rows) add('groups', file.department);
  if (!signs.some(({ kind }) => kind === 'id-single' || kind === 'id-repeats')) add('no-id', -1, { rows: file.rows });
  if (file.different < file.rows) add('same-rows', -1, { rows: file.rows - file.different });
  return signs;
}

/** Where a row says that it is a sum or a mean; in other columns the same word may be an answer. */
export const summaryColumns = (department: number): readonly number[] => (department > 0 ? [0, department] : [0]);

/** Fewer ids than nobody could publish anything of: such a column names groups. */
const fewestIds = 5;

function idKind(one: ColumnFacts, { rows }: File): PastSignKind | null {
  const { name, values, filled } = one;
  if (filled === 0) return null;
  const named = namesPeople(name);
  if (!named) return looksLikeRepeatedIds(one, rows) ? 'id-repeats' : null;
  if (values < filled) return values < fewestIds || filled > 500 * values ? 'few-values' : 'id-repeats';
  // «2023-E17» and «2024-E17» are one person in two waves.
  if (4 * one.withoutWaves <= 3 * values) return null;
  if (one.countsUp && !namesOnlyPeople(name)) return 'row-numbers';
  return filled === rows ? 'id-single' : null;
}

/** Ids under a name nobody knows: either most of them come equally often, or they are codes most of which come once. */
function looksLikeRepeatedIds(one: ColumnFacts, rows: number): boolean {
  const { values, filled, commonest, commonestShare } = one;
  if (filled < 0.5 * rows || values === filled || (one.isScale && one.codes === 0) || one.dates > 0.5 * filled || one.scale > 0.9 * filled) return false;
  const evenly = values >= 10 && commonest >= 2 && commonest <= 200 && commonestShare >= 0.5 && !one.isText;
  const codes = values >= 5 && 2 * values >= filled && one.codes >= 0.9 * filled;
  return evenly || codes;
}

const mostQuestions = 500;

function isQuestionName(one: ColumnFacts, file: File & { readonly facts: readonly ColumnFacts[]; readonly ids: readonly PastSign[] }): boolean {
  const { values, filled, name } = one;
  if (values < 2 || values > mostQuestions || filled < 0.5 * file.rows || 2 * values > filled) return false;
  const answers = file.facts.filter((other) => other !== one && isAnswers(other)).length;
  if (namesQuestions(name) && (one.scale < 0.5 * filled || answers > 0)) return true;
  if (one.scale < 0.5 * filled && 5 * one.questionLike >= 4 * values) return true;
  // The words of a scale come evenly now and then, and are answers all the same.
  if (one.isScale) return false;
  const crossed = file.ids.some((id) => id.values * values >= 0.8 * filled && id.values * values <= 1.25 * filled);
  if (crossed && values >= 3 && one.evenly && one.scale < 0.5 * filled) return true;
  return values >= 4 && filled >= 3 * values && one.exactly && one.texts === filled && answers === 1 && !file.facts.some((other) => other !== one && other.scale > 0.5 * other.filled && !isAnswers(other));
}

const isAnswers = (one: ColumnFacts): boolean => one.filled > 0 && (one.scale >= 0.5 * one.filled || (namesAnswers(one.name) && one.values <= 30));

function isPeriod(one: ColumnFacts, { k, rows }: File): boolean {
  const { name, periods, filled } = one;
  if (!periods || periods.size < 2 || filled < 0.5 * rows || namesLifeDates(name)) return false;
  if (namesPeriods(name)) return periods.size <= 24;
  const large = [...periods.values()].filter((count) => count >= Math.max(k, filled / 20)).length;
  const years = one.years === filled && periods.size <= 10;
  return (one.dates >= 0.8 * filled || years) && periods.size <= 24 && large >= 2;
}

function labelsOf({ periods }: ColumnFacts, k: number): readonly string[] {
  return [...(periods ?? [])].filter(([, count]) => count >= k).map(([label]) => label).sort();
}
