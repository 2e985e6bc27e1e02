// A department written as a path (Company / Division / Team) names every department on its way. A file in which nobody writes a path
// lists departments directly below the company.
import type { DirectoryDepartment, DirectoryPerson } from './directory.ts';
import type { DirectoryProblem } from './directory-problem.ts';

// A slash without spaces belongs to a name («R&D/IT»), a full-width one never does.
const separator = /(?<=^|\s)\/(?=\s|$)|／/;

export const joined = (parts: readonly string[]) => parts.join(' / ');

/** The parts of a path; empty text is a part too. */
function partsOf(path: string): string[] {
  return path.split(separator).map((part) => part.trim());
}

export interface PathTree {
  readonly departments: readonly DirectoryDepartment[];
  /** The code of the department that a cell names. */
  codeOf(cell: string): string;
}

export interface PathProblem {
  (person: DirectoryPerson, code: DirectoryProblem['code'], details: DirectoryProblem['details']): void;
}

/** The tree that the people's cells describe; `company` is the root where no cell is a path. */
export function treeFromPaths(people: readonly DirectoryPerson[], company: string, problem: PathProblem): PathTree {
  const cells = [...new Set(people.map((person) => person.department))].filter((cell) => cell !== '');
  const flat = cells.length > 1 && cells.every((cell) => partsOf(cell).length === 1);
  const path = (cell: string) => (flat ? [company, ...(cell === company ? [] : [cell])] : partsOf(cell));
  const found = new Map<string, DirectoryDepartment>();
  for (const cell of cells) {
    const parts = path(cell);
    if (parts.includes('')) continue;
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const code = joined(parts.slice(0, depth));
      const parent = depth === 1 ? null : joined(parts.slice(0, depth - 1));
      if (!found.has(code)) found.set(code, { code, parent, name: parts[depth - 1] as string, head: null });
    }
  }
  tell(people, path, problem);
  const depth = (department: DirectoryDepartment) => partsOf(department.code).length;
  return { departments: [...found.values()].sort((a, b) => depth(a) - depth(b)), codeOf: (cell) => joined(path(cell)) };
}

function tell(people: readonly DirectoryPerson[], path: (cell: string) => string[], problem: PathProblem): void {
  const told = new Set<string>();
  let root: string | null = null;
  for (const person of people) {
    if (person.department === '' || told.has(person.department)) continue;
    told.add(person.department);
    const parts = path(person.department);
    if (parts.includes('')) problem(person, 'empty-path', { value: person.department });
    else if (root === null) root = parts[0] as string;
    else if (parts[0] !== root && !told.has(`root ${parts[0]}`)) {
      told.add(`root ${parts[0]}`);
      problem(person, 'two-roots', { first: root, second: parts[0] as string });
    }
  }
}
