// A department written as a path (Company / Division / Team) names every department on its way. Where several stand at the top, the
// company stands above them. Spellings of one department that differ in case, width or spaces are one, by the one most people have.
import { foldedText } from './clean-cell.ts';
import type { DirectoryDepartment, DirectoryPerson } from './directory.ts';
import type { DirectoryProblem } from './directory-problem.ts';

// A slash without spaces belongs to a name («R&D/IT»), a full-width one never does.
const separator = /(?<=^|\s)\/(?=\s|$)|／/;

export const joined = (parts: readonly string[]) => parts.join(' / ');

/** The parts of a path; empty text is a part too. */
export function partsOf(path: string): string[] {
  return path.split(separator).map((part) => part.trim());
}

export interface PathTree {
  readonly departments: readonly DirectoryDepartment[];
  /** The code of the department that a cell names. */
  codeOf(cell: string): string;
  /** Each department that is written in several ways, the way that counts first. */
  readonly spellings: readonly (readonly string[])[];
  /** Whether the company was put above what the file calls the top. */
  readonly topped: boolean;
}

export interface PathProblem {
  (person: DirectoryPerson, code: DirectoryProblem['code'], details: DirectoryProblem['details']): void;
}

/** How often each way to write each department is used, by folded path. */
type Spellings = Map<string, Map<string, number>>;

const foldedPath = (parts: readonly string[]) => joined(parts.map(foldedText));

function spellingsOf(paths: ReadonlyMap<string, { readonly parts: readonly string[]; readonly count: number }>): Spellings {
  const spellings: Spellings = new Map();
  for (const { parts, count } of paths.values()) {
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const key = foldedPath(parts.slice(0, depth));
      const ways = spellings.get(key) ?? new Map<string, number>();
      const name = parts[depth - 1] as string;
      spellings.set(key, ways.set(name, (ways.get(name) ?? 0) + count));
    }
  }
  return spellings;
}

const byUse = (ways: ReadonlyMap<string, number>) => [...ways].sort((a, b) => b[1] - a[1] || Number(b[0] === b[0].normalize('NFKC')) - Number(a[0] === a[0].normalize('NFKC'))).map(([name]) => name);

export interface Top {
  /** The root where several stand at the top. */
  readonly company: string;
  /** Whether levels stand in columns of their own: the highest of them is a department. */
  readonly levels: boolean;
}

/** The tree that the people's cells describe. */
export function treeFromPaths(people: readonly DirectoryPerson[], { company, levels }: Top, problem: PathProblem): PathTree {
  const counts = new Map<string, number>();
  for (const { department } of people) if (department !== '') counts.set(department, (counts.get(department) ?? 0) + 1);
  const roots = new Set([...counts.keys()].map((cell) => foldedText(partsOf(cell)[0] as string)));
  const topped = roots.size > 1 || (levels && roots.size === 1 && !roots.has(foldedText(company)));
  const path = (cell: string) => {
    const parts = partsOf(cell);
    return !topped || foldedText(parts[0] as string) === foldedText(company) ? parts : [company, ...parts];
  };
  const paths = new Map([...counts].map(([cell, count]) => [cell, { parts: path(cell), count }]));
  const good = new Map([...paths].filter(([, { parts }]) => !parts.includes('')));
  const spellings = spellingsOf(good);
  const named = (parts: readonly string[]) => joined(parts.map((name, at) => byUse(spellings.get(foldedPath(parts.slice(0, at + 1))) ?? new Map([[name, 1]]))[0] as string));
  const found = new Map<string, DirectoryDepartment & { readonly depth: number }>();
  for (const { parts } of good.values()) {
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const code = named(parts.slice(0, depth));
      if (found.has(code)) continue;
      found.set(code, { code, parent: depth === 1 ? null : named(parts.slice(0, depth - 1)), name: partsOf(code).at(-1) as string, head: null, depth });
    }
  }
  const codes = new Map([...paths].map(([cell, { parts }]) => [cell, named(parts)]));
  tell(people, path, problem);
  return {
    departments: [...found.values()].sort((a, b) => a.depth - b.depth).map(({ code, parent, name, head }) => ({ code, parent, name, head })),
    codeOf: (cell) => codes.get(cell) ?? named(path(cell)),
    spellings: [...spellings.values()].filter((ways) => ways.size > 1).map(byUse),
    topped,
  };
}

function tell(people: readonly DirectoryPerson[], path: (cell: string) => string[], problem: PathProblem): void {
  for (const person of people) if (person.department !== '' && path(person.department).includes('')) problem(person, 'empty-path', { value: person.department });
}
