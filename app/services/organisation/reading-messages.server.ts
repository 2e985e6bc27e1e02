// How a directory travels from the thread that read it: people and problems in handfuls, then the rest.
import type { DirectoryPerson } from '#app/domain/organisation/directory.ts';
import type { DirectoryProblem } from '#app/domain/organisation/directory-problem.ts';
import type { Reading } from './read-people.server.ts';

export type ReadingMessage =
  | { readonly people: readonly DirectoryPerson[] }
  | { readonly problems: readonly DirectoryProblem[] }
  /** The last one. */
  | { readonly rest: Reading };

const handful = 2_000;

const parts = <T>(list: readonly T[]): (readonly T[])[] => Array.from({ length: Math.ceil(list.length / handful) }, (_, at) => list.slice(at * handful, (at + 1) * handful));

export function* handfulsOf({ directory, problems, ...rest }: Reading): Generator<ReadingMessage> {
  for (const people of parts(directory?.people ?? [])) yield { people };
  for (const some of parts(problems)) yield { problems: some };
  yield { rest: { ...rest, directory: directory && { ...directory, people: [] }, problems: [] } };
}

export interface Gathering {
  /** The whole, once the last message has come; null before. */
  take(message: ReadingMessage): Reading | null;
}

export function gathering(): Gathering {
  const people: DirectoryPerson[] = [];
  const problems: DirectoryProblem[] = [];
  return {
    take: (message) => {
      if ('people' in message) people.push(...message.people);
      else if ('problems' in message) problems.push(...message.problems);
      else return { ...message.rest, directory: message.rest.directory && { ...message.rest.directory, people }, problems };
      return null;
    },
  };
}
