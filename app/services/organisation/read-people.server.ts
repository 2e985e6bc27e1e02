// Bytes in, directory out, with every problem by line: all that a people file says by itself, before it is compared with anything.
import type { Directory } from '#app/domain/organisation/directory.ts';
import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import type { Table } from '#app/domain/tables/table.ts';
import { readDirectory } from '#app/domain/organisation/read-directory.ts';
import { tableIn } from './table-in.server.ts';

export interface PeopleFiles {
  readonly people: Uint8Array;
  readonly departments: Uint8Array | null;
}

export interface ReadingOrder {
  readonly files: PeopleFiles;
  /** Name of the root where nobody writes a path. */
  readonly company: string;
}

export interface Reading {
  readonly directory: Directory | null;
  readonly problems: readonly DirectoryProblem[];
  /** Columns that were left alone. */
  readonly ignored: readonly string[];
}

export function readPeopleFiles({ files, company }: ReadingOrder): Reading {
  const problems: DirectoryProblem[] = [];
  const table = (bytes: Uint8Array, file: DirectoryProblem['file']): Table | null => {
    const outcome = tableIn(bytes);
    if (outcome.ok) return outcome.value;
    problems.push({ file, line: Number(outcome.details['line']), column: null, code: outcome.because, details: outcome.details });
    return null;
  };
  const people = table(files.people, 'people');
  const departments = files.departments && table(files.departments, 'departments');
  if (!people || problems.length > 0) return { directory: null, problems, ignored: [] };
  return readDirectory({ people, departments, company });
}
