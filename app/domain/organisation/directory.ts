// The directory as a people file describes it, before it is compared with what is known. Departments are named by code: the id of
// departments.csv, or the whole path.
import type { Day } from '../kernel/day.ts';
import type { Tongue } from '../kernel/tongue.ts';
import type { Skipped, WrittenAs } from '../tables/table.ts';
import type { ColumnRole } from './directory-columns.ts';
import type { DateOrder } from './people-choices.ts';
import type { DirectoryProblem } from './directory-problem.ts';

/** `undefined`: the file has no such column, and what is known stays. */
export interface DirectoryPerson {
  readonly line: number;
  readonly employeeId: string;
  readonly name: string;
  readonly department: string;
  readonly email: string | null | undefined;
  /** Employee id. */
  readonly manager: string | null | undefined;
  readonly site: string | null | undefined;
  readonly joinedOn: Day | null | undefined;
  readonly language: Tongue | null | undefined;
}

export interface DirectoryDepartment {
  readonly code: string;
  /** Code of the department above; null for the root. */
  readonly parent: string | null;
  readonly name: string;
  /** Employee id of the head; null where nobody is named or found. */
  readonly head: string | null;
}

export interface Directory {
  readonly people: readonly DirectoryPerson[];
  /** Parents before children, neighbours in the order of the file. */
  readonly departments: readonly DirectoryDepartment[];
  /** People of rows that cannot come in: they neither leave nor change. */
  readonly spared?: readonly Spared[];
}

/** What a row that cannot come in still says about whom it means; empty where it does not. */
export interface Spared {
  readonly employeeId: string;
  readonly email: string;
  readonly name: string;
}

/** How the file was understood, for whoever looks whether it is right. */
export interface UnderstoodAs {
  readonly written: WrittenAs;
  readonly roles: readonly ColumnRole[];
  readonly skipped: readonly Skipped[];
  /** What parts the departments of a path; empty where nothing does. */
  readonly path: string;
  readonly dates: DateOrder | null;
  /** The company's name, where it was put above what the file calls the top. */
  readonly topped: string | null;
  /** Each department that is written in several ways, the way that counts first. */
  readonly spellings: readonly (readonly string[])[];
  /** Lines of people of whom the file says that they have left. */
  readonly gone: readonly number[];
  /** How many rows the file has. */
  readonly lines: number;
}

export interface ReadDirectory {
  /** As far as the files could be read; null when there is no tree to speak of. */
  readonly directory: Directory | null;
  /** By file and line. */
  readonly problems: readonly DirectoryProblem[];
  /** Columns that were left alone, as the files write them. */
  readonly ignored: readonly string[];
  readonly understood: Omit<UnderstoodAs, 'written' | 'skipped'>;
}
