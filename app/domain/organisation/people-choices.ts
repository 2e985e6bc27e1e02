// What somebody said about a people file where the program could not know or guessed otherwise. All of it is optional; what was said of
// one file is remembered for the next.
import type { ReadAs } from '../tables/table.ts';
import { foldedName, type PeopleField } from './column-names.ts';

export type DateOrder = 'day-first' | 'month-first';
export type Membership = 'first' | 'last';

export interface PeopleChoices extends ReadAs {
  /** By folded column name; `nothing` for a column that is left alone. */
  readonly columns?: Readonly<Record<string, PeopleField | 'nothing'>> | undefined;
  /** Parts the departments of a path; empty where nobody writes one. */
  readonly path?: string | undefined;
  readonly dates?: DateOrder | undefined;
  /** Which of two departments in one cell, or of two rows about one person, counts. */
  readonly memberships?: Membership | undefined;
  /** Stands at the top, above what the file calls the top. */
  readonly company?: string | undefined;
  /** New paths that look like a known department under another name or elsewhere, and are none. */
  readonly apart?: readonly string[] | undefined;
  /** Folded column names of the file of which it was said, where it is remembered. */
  readonly of?: readonly string[] | undefined;
}

/** What was said of an earlier file, where this one has all its columns; what is said of this one goes before. */
export function withRemembered(remembered: PeopleChoices, said: PeopleChoices, header: readonly string[]): PeopleChoices {
  const here = new Set(header.map(foldedName));
  const fits = (remembered.of ?? Object.keys(remembered.columns ?? {})).every((name) => here.has(name));
  return fits ? { ...remembered, ...said, columns: { ...remembered.columns, ...said.columns } } : said;
}

/** What holds for the next file too: not how one file was written, nor what was said of its departments. Null where nothing was said. */
export function lasting({ columns = {}, path, dates, memberships, company }: PeopleChoices, header: readonly string[]): PeopleChoices | null {
  const said = { ...(Object.keys(columns).length > 0 && { columns }), ...(path !== undefined && { path }), ...(dates && { dates }), ...(memberships && { memberships }), ...(company !== undefined && { company }) };
  return Object.keys(said).length === 0 ? null : { ...said, of: header.map(foldedName) };
}
