// How somebody stands to the departments: leading gives a say, belonging gives sight. Nobody's say goes sideways in the tree.
import type { Department } from '../organisation/department.ts';

export interface Standing {
  readonly personId: string;
  /** HR also stands in for the executives, who have no role of their own. */
  readonly hr: boolean;
  /** Departments at or below one this person heads. */
  readonly leads: ReadonlySet<string>;
  /** The own department and everything above it, up to the company. */
  readonly belongs: ReadonlySet<string>;
  /** Leads the company itself; absent for everybody else. */
  readonly executive?: boolean;
}

type Tree = readonly Pick<Department, 'id' | 'parentId'>[];

/** A department and all above it, nearest first; empty for an unknown one. */
export function upwards(tree: Tree, from: string | null): string[] {
  const parents = new Map(tree.map((one) => [one.id, one.parentId]));
  const path: string[] = [];
  for (let at = from; at !== null && parents.has(at) && !path.includes(at); at = parents.get(at) ?? null) path.push(at);
  return path;
}

interface Led {
  readonly headId: string | null;
}

/** Who leads the department or, where nobody does, the nearest one above it; null where nobody leads any of them. */
export function nearestHead(departments: readonly (Tree[number] & Led)[], from: string): string | null {
  const heads = new Map(departments.map(({ id, headId }) => [id, headId]));
  return upwards(departments, from).map((id) => heads.get(id) ?? null).find((head) => head !== null) ?? null;
}

/** The departments and everything below them; unknown ones are left out. */
export function downwards(tree: Tree, tops: readonly string[]): ReadonlySet<string> {
  const below = new Map<string | null, string[]>();
  for (const { id, parentId } of tree) below.set(parentId, [...(below.get(parentId) ?? []), id]);
  const known = new Set(tree.map(({ id }) => id));
  const found = new Set<string>();
  const waiting = tops.filter((id) => known.has(id));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!found.has(id)) waiting.push(...(below.get(id) ?? []));
    found.add(id);
  }
  return found;
}

/** Who leads the company: answers what nobody below could. Null where its topmost department has no head, and HR stands in. */
export const executiveOf = (departments: readonly (Tree[number] & Led)[], from: string): string | null => {
  const top = upwards(departments, from).at(-1);
  return departments.find(({ id }) => id === top)?.headId ?? null;
};

interface Somebody {
  readonly personId: string;
  readonly departmentId: string | null;
  readonly heads: readonly string[];
  readonly hr: boolean;
}

export function standingOf(tree: Tree, person: Somebody): Standing {
  const above = [person.departmentId, ...person.heads].flatMap((id) => upwards(tree, id));
  const executive = tree.some(({ id, parentId }) => parentId === null && person.heads.includes(id));
  return { personId: person.personId, hr: person.hr, leads: downwards(tree, person.heads), belongs: new Set(above), ...(executive && { executive }) };
}
