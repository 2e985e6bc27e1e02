// The departments and, where every answer has a row of its own, the questions that a file of past answers names. A column that tells
// nearly everybody apart is no department: shown here it would be a list of people.
import { columnLook, type ColumnLook, type ColumnReader } from './look.ts';
import { personalLooks } from './cuts.ts';
import type { FoundCode } from './found.ts';
import type { PastLayout, PastRole } from './mapping.ts';
import { foldedDepartment, mostUsed } from './spellings.ts';

export interface NamedInFile {
  /** In the order of their letters; empty where rows have none. */
  readonly departments: readonly string[];
  /** Questions of a long file, in the order of the file. */
  readonly items: readonly { readonly name: string; readonly look: ColumnLook }[];
}

export interface NamesReader {
  readonly row: (cells: readonly string[]) => void;
  /** The columns (from 0) that cannot be what they are said to be, with the reason. */
  readonly refusals: () => readonly { readonly column: number; readonly code: FoundCode }[];
  readonly finish: () => NamedInFile;
}

/** Thousands of departments are ordinary, and so are hundreds of questions. */
const mostDepartments = 10_000;
const mostItems = 300;
/** Below this many values nobody is picked out by them. */
const fewValues = 10;

interface Reading {
  readonly layout: PastLayout;
  readonly roles: readonly PastRole[];
  readonly k: number;
}

export function namesReader({ layout, roles, k }: Reading): NamesReader {
  const at = (as: PastRole['as']) => roles.findIndex((role) => role.as === as);
  const [department, item, answer] = [at('department'), at('item'), at('answer')];
  const departments = new Map<string, Map<string, number>>();
  const items = new Map<string, ColumnReader>();
  let rows = 0;
  const keys = new Map<string, string>();
  const count = (name: string): void => {
    let key = keys.get(name);
    if (key === undefined) keys.set(name, (key = foldedDepartment(name)));
    const ways = departments.get(key) ?? new Map<string, number>();
    departments.set(key, ways.set(name, (ways.get(name) ?? 0) + 1));
  };
  return {
    row: (cells) => {
      rows += 1;
      if (departments.size <= mostDepartments) count((cells[department] ?? '').trim());
      if (layout === 'wide') return;
      const name = (cells[item] ?? '').trim();
      const known = items.get(name) ?? columnLook(name, k);
      if (items.size <= mostItems) items.set(name, known);
      known.see((cells[answer] ?? '').trim());
    },
    refusals: () => {
      const named = [...departments.values()].map(mostUsed).filter((name) => name !== '');
      const refused = (column: number, code: FoundCode) => [{ column, code }];
      if (personalLooks('', named) === 'e-mails') return refused(department, 'department-personal');
      if (departments.size > mostDepartments || (named.length > fewValues && 2 * named.length > rows)) return refused(department, 'department-too-fine');
      return items.size > mostItems ? refused(item, 'too-many-questions') : [];
    },
    finish: () => ({
      departments: [...departments.values()].map(mostUsed).sort(),
      items: [...items].filter(([name]) => name !== '').map(([name, reader]) => ({ name, look: reader.finish() })),
    }),
  };
}
