// Who is counted in a file of past answers, as somebody said it, and what in the file still speaks against that. What a column shows is
// never overruled in silence: whoever knows better names the column.
import type { PastLayout } from './mapping.ts';
import { quoted } from './problem.ts';
import type { PastSign, PastSignKind, PastSigns } from './signs.ts';

export type PastRepeated = 'refuse' | 'first' | 'last';

export interface PastCounting {
  readonly layout: PastLayout;
  /** Said of the file: each row is another person; in a file with a row per answer, to one question each row is another person. */
  readonly oneRowPerPerson: boolean;
  /** Column (from 0) whose values are people; null where rows are. */
  readonly person: number | null;
  /** Only rows of this wave are counted: what `periodOf` makes of the column's cells. */
  readonly period: { readonly column: number; readonly value: string } | null;
  /** Which counts where a person has several rows, or answered a question twice, and not alike. */
  readonly repeated: PastRepeated;
  /** Columns whose sign is known not to mean what it seems to. */
  readonly disregarded: readonly number[];
  /** Leaves out rows that call themselves a sum or a mean. */
  readonly leaveOutSummaries: boolean;
}

/** Nobody said anything yet. */
export const nothingSaid = (layout: PastLayout): PastCounting => ({ layout, oneRowPerPerson: false, person: null, period: null, repeated: 'refuse', disregarded: [], leaveOutSummaries: false });

const against = ['id-repeats', 'questions', 'periods', 'counts', 'summaries', 'groups'] as const satisfies readonly PastSignKind[];
export type PastObjectionKind = (typeof against)[number] | 'names-rows' | 'not-said';
export type PastObjection = Omit<PastSign, 'kind'> & { readonly kind: PastObjectionKind };

/** What speaks against one person a row, if nothing is said. */
export const speaksAgainst = (kind: PastSignKind): kind is (typeof against)[number] => (against as readonly PastSignKind[]).includes(kind);

/** Signs that what was said leaves unanswered; none when people are counted. Signs are those of the rows that are counted. */
export function objectionsTo(said: PastCounting, { rows, signs, values }: PastSigns): readonly PastObjection[] {
  const { person, layout, oneRowPerPerson, disregarded } = said;
  const open: PastObjection[] = signs.flatMap((sign) => {
    const { kind, column } = sign;
    return speaksAgainst(kind) && !disregarded.includes(column) && !isAnswered(sign, said, values) ? [{ ...sign, kind }] : [];
  });
  const whole = { column: -1, header: '', values: 0, rows, empty: 0, alike: 0, labels: [], line: 0 };
  const single = signs.some(({ kind }) => kind === 'id-single');
  const questions = signs.find(({ kind }) => kind === 'questions');
  if (person !== null && layout === 'long' && questions && values[person]! >= 0.9 * rows) {
    const header = signs.find(({ column }) => column === person)?.header ?? '';
    open.push({ ...whole, kind: 'names-rows', column: person, header, values: values[person]! });
  }
  if (person === null && !oneRowPerPerson && (layout === 'long' || !single) && open.length === 0) open.push({ ...whole, kind: 'not-said' });
  return open;
}

function isAnswered({ kind, column, values }: PastSign, { person, layout, period, leaveOutSummaries }: PastCounting, all: readonly number[]): boolean {
  if (kind === 'id-repeats') return person !== null && (person === column || all[person]! <= values);
  if (kind === 'questions') return layout === 'long';
  if (kind === 'periods') return period?.column === column;
  return kind === 'summaries' && leaveOutSummaries;
}

/** What a sentence about a sign tells: `many` where rows are more likely answers than waves. */
export function detailsOf({ header, values, rows, empty, alike }: Omit<PastSign, 'kind'>): Readonly<Record<string, string | number>> {
  return { header: quoted(header), values, rows, empty, alike, many: rows >= 3 * values ? 'yes' : 'no' };
}
