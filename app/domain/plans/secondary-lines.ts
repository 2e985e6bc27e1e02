// Company records as HR writes them, one a line: department; kind; value; time; source. What would single somebody out is refused:
// a group under the minimum, and a rest under it that anybody could work out from the lines above and below in the tree.
import type { Details } from '../kernel/outcome.ts';
import { numberTyped } from '../kernel/typed-number.ts';
import { departmentCalled } from '../organisation/called-department.ts';
import { secondaryKinds, type SecondaryFigure, type SecondaryKind } from './secondary.ts';
import { repeated, restsUnderMinimum, type ReadLine } from './secondary-rests.ts';

export interface SecondaryRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface KnownDepartment {
  readonly id: string;
  readonly parentId: string | null;
  /** From the top: «Amber / Sales / North». */
  readonly path: string;
  readonly name: string;
  /** At and below it today. */
  readonly people: number;
}

export interface KnownKind {
  readonly kind: SecondaryKind;
  /** Every name it goes by, in every language. */
  readonly names: readonly string[];
}

export interface SecondaryKnown {
  readonly departments: readonly KnownDepartment[];
  readonly kinds: readonly KnownKind[];
  /** The smallest group. */
  readonly k: number;
  /** Nothing of a later year can be known. */
  readonly year: number;
}

export type SecondaryCode =
  | 'columns' | 'department' | 'department-near' | 'ambiguous' | 'kind' | 'value' | 'period' | 'source' | 'few' | 'twice' | 'rest' | 'many';

/** One for each line that is wrong, in the order of the lines. */
export interface SecondaryProblem {
  readonly code: SecondaryCode;
  readonly details: Details;
}

export interface SecondaryRead {
  readonly figures: readonly SecondaryFigure[];
  readonly problems: readonly SecondaryProblem[];
}

const mostLines = 1_000;
const longestSource = 120;

type Line = { readonly ok: true; readonly value: ReadLine } | { readonly ok: false; readonly problem: SecondaryProblem };

/** Empty lines, and a first line of heads, are passed over. */
export function secondaryIn(rows: readonly SecondaryRow[], known: SecondaryKnown): SecondaryRead {
  const written = rows.filter(({ cells }, at) => cells.some((cell) => cell.trim() !== '') && !(at === 0 && isHeadLine(cells)));
  if (written.length > mostLines) return { figures: [], problems: [problem('many', { n: written.length, most: mostLines })] };
  const lines = written.map((row) => lineIn(row, known));
  const read = lines.flatMap((line) => (line.ok ? [line.value] : []));
  const wrong = lines.flatMap((line) => (line.ok ? [] : [line.problem]));
  const problems = [...wrong, ...repeated(read).map((one) => problem('twice', one)), ...restsUnderMinimum(read, known).map((one) => problem('rest', one))];
  problems.sort((one, other) => Number(one.details['line'] ?? 0) - Number(other.details['line'] ?? 0));
  return { figures: read.map(({ figure }) => figure), problems };
}

const problem = (code: SecondaryCode, details: Details): SecondaryProblem => ({ code, details });

/** A line of heads: nothing in it is a number, though a value has one. */
export const isHeadLine = (cells: readonly string[]): boolean => cells.length >= 4 && cells.every((cell) => !/\d/.test(cell));

const folded = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

function lineIn({ line, cells }: SecondaryRow, known: SecondaryKnown): Line {
  const wrong = (code: SecondaryCode, details: Details = {}): Line => ({ ok: false, problem: problem(code, { line, ...details }) });
  if (cells.length !== 5) return wrong('columns', { n: cells.length });
  const [place = '', about = '', written = '', period = '', source = ''] = cells.map((cell) => cell.normalize('NFKC').trim());
  const called = departmentCalled(place, known.departments);
  if ('problem' in called) return wrong(called.problem, called.details);
  const department = called.found;
  const kind = known.kinds.find(({ names }) => names.some((name) => folded(name) === folded(about)))?.kind;
  if (!kind) return wrong('kind', { about, kinds: known.kinds.map(({ names }) => names[0]).join(' · ') });
  const value = numberTyped(cells[2] ?? '') ?? Number.NaN;
  const { least, most } = secondaryKinds[kind];
  if (!(value >= least && value <= most)) return wrong('value', { value: written, least, most });
  if (!isPeriod(period, known.year)) return wrong('period', { value: period, year: known.year });
  if (source === '' || source.length > longestSource) return wrong('source', { most: longestSource });
  if (department.people < known.k) return wrong('few', { name: department.name, people: department.people, k: known.k });
  return { ok: true, value: { line, figure: { departmentId: department.id, kind, value, period, source, people: department.people } } };
}

function isPeriod(text: string, latest: number): boolean {
  const [, year] = /^(\d{4})(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  return year !== undefined && Number(year) >= 1990 && Number(year) <= latest;
}
