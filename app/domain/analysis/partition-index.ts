// The groups of one partition, each found once: by atom, by department, by a set of departments.
import type { Partition, Release } from '../publication/release/release.ts';
import { isWithin, type Tree } from '#app/domain/publication/groups/tree.ts';
import { groupFrom, type Group } from './group.ts';

export function partitionOf(release: Release, key: string): Partition {
  const partition = release.partitions[key];
  if (!partition) throw new Error(`release ${release.survey.id} has no partition ${key}`);
  return partition;
}

export interface PartitionIndex {
  readonly company: Group;
  atom(id: string): Group | null;
  group(department: string): Group | null;
  groupOfAll(departments: readonly string[]): Group | null;
}

interface Indexing {
  readonly key: string;
  readonly tree: Tree;
  /** Departments that have no figure: it would be taken for that of all their people. */
  readonly inPart: ReadonlySet<string>;
}

export function indexed(partition: Partition, { key, tree, inPart }: Indexing): PartitionIndex {
  const atoms = new Map(partition.atoms.map((atom) => [atom.id, atom]));
  const shown = new Map(partition.departments.map((one) => [one.id, one]));
  const atomOf = new Map(partition.atoms.flatMap((atom) => atom.departments.map((id) => [id, atom.id] as const)));
  const groups = new Map<string, Group | null>();
  // By the list itself: the departments of one group are asked for with every question.
  const groupsOfAll = new WeakMap<readonly string[], Group | null>();
  const made = (ids: Iterable<string>, inside: (index: number) => boolean): Group => groupFrom(key, [...ids].map((id) => atoms.get(id) as Partition['atoms'][number]), { tree, inside });
  const company = made(atoms.keys(), () => true);

  const atomsBelow = (place: number) => {
    const found = new Set<string>();
    for (let index = place; index < (tree.end[place] as number); index += 1) {
      const atom = atomOf.get(tree.ids[index] as string);
      if (atom !== undefined) found.add(atom);
    }
    return found;
  };
  const find = (department: string): Group | null => {
    const place = tree.indexOf.get(department);
    if (place === undefined) return null;
    if (place === 0) return company;
    if (inPart.has(department)) return null;
    const ids = shown.get(department)?.atoms ?? [...atomsBelow(place)];
    return ids.length === 0 ? null : made(ids, (index) => isWithin(tree, index, place));
  };
  const single = new Map<string, Group>();
  return {
    company,
    atom: (id) => {
      const found = atoms.get(id);
      const group = single.get(id) ?? (found ? made([id], () => true) : null);
      if (group) single.set(id, group);
      return group;
    },
    group: (department) => {
      const group = groups.has(department) ? (groups.get(department) as Group | null) : find(department);
      groups.set(department, group);
      return group;
    },
    groupOfAll: (departments) => {
      const known = groupsOfAll.get(departments);
      if (known !== undefined) return known;
      const wanted = new Set(departments);
      const ids = new Set(departments.flatMap((id) => atomOf.get(id) ?? []));
      const group = ids.size === 0 ? null : made(ids, (index) => wanted.has(tree.ids[index] as string));
      groupsOfAll.set(departments, group);
      return group;
    },
  };
}
