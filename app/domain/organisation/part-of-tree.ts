// A page shows a part of the tree: four thousand departments on one page are neither read nor sent. What is left out is a page further.
import { pathsOf } from './department-difference.ts';
import type { Branch } from './tree.ts';
import type { ListedDepartment } from './department.ts';

/** Lines of a page. */
export const mostLines = 150;
/** Departments of one level on a page. */
export const perPage = 100;

export interface PartBranch extends Omit<Branch, 'below'> {
  readonly below: readonly PartBranch[];
  /** How many departments lie directly below that are not among `below`. */
  readonly deeper: number;
}

export interface PartOfTree {
  readonly branches: readonly PartBranch[];
  /** From the top down to the department whose part it is. */
  readonly above: readonly { readonly id: string; readonly name: string }[];
  readonly page: number;
  readonly pages: number;
}

/** Where a department lies: itself last, the top first; empty where it is unknown. */
function wayTo(branches: readonly Branch[], id: string): Branch[] {
  for (const branch of branches) {
    const way = branch.id === id ? [branch] : wayTo(branch.below, id);
    if (way.length > 0) return branch.id === id ? way : [branch, ...way];
  }
  return [];
}

/** Level by level as far as there is room: whole rows of neighbours or none of them. */
function opened(tops: readonly Branch[]): ReadonlySet<string> {
  const open = new Set<string>();
  let room = mostLines - tops.length;
  for (let level = tops; level.length > 0; level = level.filter(({ id }) => open.has(id)).flatMap(({ below }) => below)) {
    for (const { id, below } of level) {
      if (below.length > room) continue;
      open.add(id);
      room -= below.length;
    }
  }
  return open;
}

/** The part below `within`, or the whole tree where that is unknown or empty. `page` from 1, of the departments directly below. */
export function partOfTree(all: readonly Branch[], { within, page }: { readonly within: string; readonly page: number }): PartOfTree {
  const way = within === '' ? [] : wayTo(all, within);
  const top = way.at(-1) ?? (all.length === 1 ? all[0]! : null);
  const neighbours = top ? top.below : all;
  const pages = Math.max(1, Math.ceil(neighbours.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  const shown = neighbours.slice((at - 1) * perPage, at * perPage);
  const open = opened(shown);
  const part = (branch: Branch): PartBranch => {
    const below = open.has(branch.id) ? branch.below.map(part) : [];
    return { ...branch, below, deeper: branch.below.length - below.length };
  };
  const branches = top ? [{ ...top, below: shown.map(part), deeper: 0 }] : shown.map(part);
  return { branches, above: way.map(({ id, name }) => ({ id, name })), page: at, pages };
}

type Named = Pick<ListedDepartment, 'id' | 'parentId' | 'name'>;

export interface Choice {
  readonly id: string;
  readonly path: string;
}

/** For choosing one, by path: all where they are few, else the chosen one with what lies above and directly below it, or the top ones. */
export function choicesAround(departments: readonly Named[], chosen: string): Choice[] {
  const paths = pathsOf(departments);
  const near = departments.length <= perPage ? departments : around(departments, chosen);
  return near.map(({ id }) => ({ id, path: paths.get(id)! })).sort((one, other) => (one.path < other.path ? -1 : 1));
}

function around(departments: readonly Named[], chosen: string): Named[] {
  const byId = new Map(departments.map((one) => [one.id, one]));
  const way: Named[] = [];
  for (let at = byId.get(chosen); at && !way.includes(at); at = byId.get(at.parentId ?? '')) way.unshift(at);
  const tops = departments.filter(({ parentId }) => parentId === null || !byId.has(parentId));
  const open = way.at(-1) ?? (tops.length === 1 ? tops[0]! : null);
  const below = open ? departments.filter(({ parentId }) => parentId === open.id).slice(0, perPage) : [];
  return [...new Set([...tops.slice(0, perPage), ...way, ...below])];
}

/** Departments whose name holds all that was typed, in any case and width, by path. */
export function departmentsNamed(departments: readonly Named[], typed: string): Choice[] {
  const paths = pathsOf(departments);
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  const wanted = folded(typed);
  const found = departments.filter(({ name }) => folded(name).includes(wanted));
  return found.map(({ id }) => ({ id, path: paths.get(id)! })).sort((one, other) => (one.path < other.path ? -1 : 1));
}
