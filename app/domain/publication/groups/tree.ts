// The department tree by number, in the order in which it is read (a department before those below it): everything below a
// department is then one unbroken range, so that no walk depends on the depth of an organisation.
import type { Department } from '#app/domain/organisation/department.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';

export interface Tree {
  /** Department ids in reading order; the root is first. */
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** −1 for the root. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** Exclusive end of the range of departments at and below each. */
  readonly end: Int32Array;
}

export type TreeProblem = 'no-root' | 'two-roots' | 'unknown-parent' | 'cycle' | 'repeated-department';

/** Children keep the order in which they are given. `id` in the details names the department at fault. */
export function growTree(departments: readonly Department[]): Outcome<Tree, TreeProblem> {
  const given = new Map<string, Department>();
  for (const department of departments) {
    if (given.has(department.id)) return refused('repeated-department', { id: department.id });
    given.set(department.id, department);
  }
  const children = new Map<string, string[]>();
  let root: string | null = null;
  for (const { id, parentId } of departments) {
    if (parentId === null) {
      if (root !== null) return refused('two-roots', { id });
      root = id;
    } else if (!given.has(parentId)) {
      return refused('unknown-parent', { id, parent: parentId });
    } else {
      const siblings = children.get(parentId);
      if (siblings) siblings.push(id);
      else children.set(parentId, [id]);
    }
  }
  if (root === null) return departments.length === 0 ? refused('no-root') : refused('cycle', { id: departments[0]!.id });
  const tree = inReadingOrder(root, children, departments.length);
  const lost = departments.find(({ id }) => !tree.indexOf.has(id));
  return lost ? refused('cycle', { id: lost.id }) : done(tree);
}

function inReadingOrder(root: string, children: ReadonlyMap<string, readonly string[]>, size: number): Tree {
  const ids: string[] = [];
  const indexOf = new Map<string, number>();
  const parent = new Int32Array(size).fill(-1);
  const depth = new Int32Array(size);
  const end = new Int32Array(size);
  const waiting: { id: string; parent: number }[] = [{ id: root, parent: -1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const index = ids.push(next.id) - 1;
    indexOf.set(next.id, index);
    parent[index] = next.parent;
    depth[index] = next.parent < 0 ? 0 : depth[next.parent]! + 1;
    const below = children.get(next.id) ?? [];
    for (let child = below.length - 1; child >= 0; child -= 1) waiting.push({ id: below[child]!, parent: index });
  }
  for (let index = ids.length - 1; index >= 0; index -= 1) {
    end[index] = Math.max(end[index]!, index + 1);
    const above = parent[index]!;
    if (above >= 0) end[above] = Math.max(end[above]!, end[index]!);
  }
  return { ids, indexOf, parent, depth, end };
}

/** True when `index` is `place` or somewhere below it. */
export function isWithin(tree: Tree, index: number, place: number): boolean {
  return index >= place && index < tree.end[place]!;
}

/** The lowest department that has both at or below it. */
export function meetingPlace(tree: Tree, one: number, other: number): number {
  let place = one;
  while (!isWithin(tree, other, place)) place = tree.parent[place]!;
  return place;
}
