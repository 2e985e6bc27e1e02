// People who are counted together: which departments they are of, how many were asked and answered.
import type { Partition } from '../publication/release/release.ts';
import type { Tree } from '#app/domain/publication/groups/tree.ts';

/** A department that is counted somewhere: with everybody below it, or only the people directly in it. */
export interface Counted {
  readonly department: string;
  readonly direct: boolean;
}

/** People of one or more atoms of a partition, found for a department or for a set of them. */
export interface Group {
  readonly partition: string;
  readonly atoms: readonly string[];
  /** Every department whose direct people are in it, in tree order. */
  readonly departments: readonly string[];
  /** What is counted in beyond the department asked for. */
  readonly with: readonly Counted[];
  readonly invited: number | null;
  /** Everybody of it, where a random half was asked. */
  readonly people?: number;
  readonly answered: number;
}

interface Within {
  readonly tree: Tree;
  readonly inside: (index: number) => boolean;
}

/** How many were asked what followed from «yes» is told nowhere: of how many people its answers are is not known. */
const isOfUnknown = (partition: string): boolean => partition.includes(':applies:');

export function groupFrom(partition: string, atoms: readonly Partition['atoms'][number][], { tree, inside }: Within): Group {
  const departments = atoms.flatMap((atom) => atom.departments);
  const order = (id: string) => tree.indexOf.get(id) ?? -1;
  departments.sort((a, b) => order(a) - order(b));
  const invited = atoms.map((atom) => atom.invited);
  return {
    partition,
    atoms: atoms.map((atom) => atom.id),
    departments,
    with: topmost(tree, departments.filter((id) => !inside(order(id)))),
    invited: isOfUnknown(partition) || invited.includes(null) ? null : invited.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    ...(!isOfUnknown(partition) && atoms.some(({ people }) => people !== undefined) && { people: atoms.reduce((sum, atom) => sum + (atom.people ?? atom.invited ?? 0), 0) }),
    answered: atoms.reduce((sum, atom) => sum + atom.answered, 0),
  };
}

/** How many people a figure is about: more than were asked where a half was drawn. Null where that is unknown. */
export const sizeOf = (group: Pick<Group, 'people' | 'invited'> | null): number | null => group?.people ?? group?.invited ?? null;

/** The topmost departments of a list in tree order: a department whose whole branch is listed stands for it. */
export function topmost(tree: Tree, departments: readonly string[]): Counted[] {
  const listed = new Set(departments);
  let covered = -1;
  return departments.flatMap((department) => {
    const index = tree.indexOf.get(department) ?? -1;
    if (index < covered) return [];
    const end = tree.end[index] ?? index + 1;
    const whole = tree.ids.slice(index, end).every((id) => listed.has(id));
    if (whole) covered = end;
    return [{ department, direct: !whole }];
  });
}

/** Two groups of different partitions or waves hold the same departments. */
export function sameDepartments(one: Group, other: Group): boolean {
  const others = new Set(other.departments);
  return one.departments.length === others.size && one.departments.every((id) => others.has(id));
}
