// Bytes in, directory out, with every problem by line: all that a people file says by itself, before it is compared with anything.
import { knownColumns } from '#app/domain/organisation/column-names.ts';
import type { Directory, UnderstoodAs } from '#app/domain/organisation/directory.ts';
import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import { withRemembered, type PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { readDirectory } from '#app/domain/organisation/read-directory.ts';
import type { EncodingOffer, FileTable } from '#app/domain/tables/table.ts';
import { readTable } from '#app/services/tables/read-table.server.ts';

export interface PeopleFiles {
  readonly people: Uint8Array;
  readonly departments: Uint8Array | null;
  /** What somebody said about the people file. */
  readonly choices?: PeopleChoices;
}

export interface ReadingOrder {
  readonly files: PeopleFiles;
  /** Name of the root where several departments stand at the top. */
  readonly company: string;
  /** What was said of an earlier file. */
  readonly remembered?: PeopleChoices;
}

export interface Reading {
  readonly directory: Directory | null;
  readonly problems: readonly DirectoryProblem[];
  /** Columns that were left alone. */
  readonly ignored: readonly string[];
  /** Null where there is no table. */
  readonly understood: UnderstoodAs | null;
  /** Readings of the doubtful words, where nobody can know the encoding of the people file. */
  readonly offers: readonly EncodingOffer[];
  /** What held for this file, remembered or said. */
  readonly choices: PeopleChoices;
}

interface Opened {
  readonly table: FileTable | null;
  readonly problem: DirectoryProblem | null;
  readonly offers: readonly EncodingOffer[];
}

async function opened(bytes: Uint8Array, file: DirectoryProblem['file'], as: PeopleChoices): Promise<Opened> {
  const read = await readTable({ bytes, as, known: knownColumns });
  if (read.kind === 'table') return { table: read.table, problem: null, offers: [] };
  const asked = read.kind === 'encoding-asked';
  const details: DirectoryProblem['details'] = asked ? { value: read.offers.map(({ encoding, words }) => `${encoding} “${words.slice(0, 3).join(', ')}”`).join('; '), first: read.offers[0]?.encoding ?? '' } : { line: read.line };
  return { table: null, problem: { file, line: asked ? 1 : read.line, column: null, code: asked ? 'encoding-asked' : read.because, details }, offers: asked ? read.offers : [] };
}

export async function readPeopleFiles({ files, company, remembered = {} }: ReadingOrder): Promise<Reading> {
  const said = files.choices ?? {};
  const people = await opened(files.people, 'people', said);
  // A second file has an encoding and a separator of its own, mostly the same ones.
  const departments = files.departments && (await opened(files.departments, 'departments', said.encoding ? { encoding: said.encoding } : {}));
  const problems = [people.problem, departments?.problem ?? null].filter((one) => one !== null);
  if (!people.table || problems.length > 0) return { directory: null, problems, ignored: [], understood: null, offers: people.offers, choices: said };
  const choices = withRemembered(remembered, said, people.table.header);
  const { understood, ...read } = readDirectory({ people: people.table, departments: departments?.table ?? null, company, choices });
  const { written, skipped } = people.table;
  return { ...read, understood: { ...understood, written, skipped }, offers: [], choices };
}
