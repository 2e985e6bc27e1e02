// The department tree as people look at it: how many are here and below, and who leads.
import type { ListedDepartment } from './department.ts';

export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly headId: string | null;
  /** People directly in it. */
  readonly direct: number;
  /** People in it and below. */
  readonly total: number;
  readonly below: readonly Branch[];
}

/** With the names of those who head them. */
export interface LedBranch extends Omit<Branch, 'headId' | 'below'> {
  readonly head: { readonly id: string; readonly name: string } | null;
  readonly below: readonly LedBranch[];
  /** How many departments lie directly below that are not among `below`. */
  readonly deeper: number;
}

type Placed = Pick<ListedDepartment, 'id' | 'parentId' | 'name' | 'headId'>;

/** The branches that have no department above them, neighbours in the order given; normally one. */
export function branchesOf(departments: readonly Placed[], direct: ReadonlyMap<string, number>): Branch[] {
  const ids = new Set(departments.map((department) => department.id));
  const children = new Map<string, Placed[]>();
  const tops: Placed[] = [];
  for (const department of departments) {
    const parent = department.parentId;
    if (parent === null || !ids.has(parent)) tops.push(department);
    else added(children, parent, department);
  }
  const branch = ({ id, name, headId }: Placed): Branch => {
    const below = (children.get(id) ?? []).map(branch);
    const here = direct.get(id) ?? 0;
    return { id, name, headId, direct: here, total: below.reduce((sum, one) => sum + one.total, here), below };
  };
  return tops.map(branch);
}

function added<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

/** A department and everything below it; empty where the id is unknown. */
export function idsAtOrBelow(departments: readonly Pick<Placed, 'id' | 'parentId'>[], id: string): string[] {
  const children = new Map<string, string[]>();
  for (const { id: child, parentId } of departments) if (parentId !== null) added(children, parentId, child);
  const found = departments.some((department) => department.id === id) ? [id] : [];
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at]!) ?? []));
  return found;
}
