// A partition says who is counted with whom. It is formed from whole leaves or from whole atoms of a finer one, so that partitions
// nest and the counts of two of them never differ by a handful of people.
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { PlacedGroup } from './joined-groups.ts';
import type { Partition } from '#app/domain/publication/release/release.ts';
import { rollUp } from './roll-up.ts';
import type { Leaf } from '#app/domain/publication/tally/tally-input.ts';
import { isWithin, meetingPlace, type Tree } from './tree.ts';

/** The finest groups of a survey: departments' direct people or blocks, by number. */
export interface Ground {
  readonly tree: Tree;
  readonly leaves: readonly Leaf[];
  /** By leaf: the places of its departments. */
  readonly departments: readonly (readonly number[])[];
  /** By leaf: where it stands. */
  readonly places: readonly number[];
  /** Departments of which a part was not asked. */
  readonly inPart: ReadonlySet<number>;
}

export interface PartitionPlan {
  /** Members are leaves. */
  readonly atoms: readonly PlacedGroup[];
  /** −1 for a leaf outside: of an item that was asked of some. */
  readonly atomOf: Int32Array;
  readonly shown: readonly PlannedDepartment[];
}

export interface KeyedPartition {
  readonly key: string;
  readonly k: number;
  readonly plan: PartitionPlan;
  /** By leaf: ballots, of people asked for a routed item. */
  readonly answered: Float64Array;
}

interface PlannedDepartment {
  readonly place: number;
  /** Numbers of its atoms. */
  readonly atoms: readonly number[];
  readonly with: readonly number[];
}

/** Throws when a leaf names a department that is not in the tree. `beside`: departments with people who were not asked. */
export function layGround(tree: Tree, leaves: readonly Leaf[], beside: readonly string[] = []): Ground {
  const placeOf = (id: string): number => {
    const place = tree.indexOf.get(id);
    if (place === undefined) throw new Error(`a leaf names a department that is not in the tree: ${id}`);
    return place;
  };
  const departments = leaves.map((leaf) => leaf.departments.map(placeOf));
  return { tree, leaves, departments, places: leaves.map((leaf) => placeOf(leaf.place)), inPart: withAbove(tree, beside.map(placeOf)) };
}

function withAbove(tree: Tree, places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const place of places) for (let at = place; at >= 0 && !found.has(at); at = tree.parent[at]!) found.add(at);
  return found;
}

/** Every leaf by itself: what the base partition is rolled up from. */
export function singleLeaves(ground: Ground): PlacedGroup[] {
  return ground.places.map((place, leaf) => ({ members: [leaf], place }));
}

/** Rolls groups of leaves up until each has a weight of at least k; `weights` are by leaf. */
export function planPartition(
  ground: Ground,
  groups: readonly PlacedGroup[],
  rule: { readonly weights: Float64Array; readonly k: number },
): Outcome<PartitionPlan, 'too-few'> {
  const standing = groups.map((group) => ({
    place: group.place,
    weight: group.members.reduce((sum, leaf) => sum + rule.weights[leaf]!, 0),
  }));
  const rolled = rollUp(ground.tree, standing, { k: rule.k });
  if (!rolled.ok) return rolled;
  const atoms = rolled.value.atoms.map((atom) => ({
    members: atom.leaves.flatMap((leaf) => groups[leaf]!.members).sort((one, other) => one - other),
    place: atom.place,
  }));
  const atomOf = new Int32Array(ground.leaves.length).fill(-1);
  atoms.forEach((atom, number) => atom.members.forEach((leaf) => (atomOf[leaf] = number)));
  return done({ atoms, atomOf, shown: shownDepartments(ground, atoms, rolled.value.reached) });
}

/** The least weight of an atom; `weights` are by leaf. */
export function fewestIn(plan: PartitionPlan, weights: Float64Array): number {
  return Math.min(...plan.atoms.map((atom) => atom.members.reduce((sum, leaf) => sum + weights[leaf]!, 0)));
}

/** The places reached whose people are all counted in atoms formed at or below them: only they are unions of atoms. Of a department that
 * was asked in part nothing is shown: it would be taken for all of it. */
function shownDepartments(ground: Ground, atoms: readonly PlacedGroup[], reached: readonly number[]): PlannedDepartment[] {
  const { tree } = ground;
  const people = new Int32Array(tree.ids.length + 1);
  const covered = new Int32Array(tree.ids.length);
  const guests = atoms.map((atom) => {
    const departments = atom.members.flatMap((leaf) => ground.departments[leaf]!);
    for (const place of departments) {
      people[place + 1]! += 1;
      covered[meetingPlace(tree, atom.place, place)]! += 1;
    }
    return departments.filter((place) => !isWithin(tree, place, atom.place));
  });
  for (let place = 0; place < tree.ids.length; place += 1) people[place + 1]! += people[place]!;
  for (let place = tree.ids.length - 1; place > 0; place -= 1) covered[tree.parent[place]!]! += covered[place]!;
  const shown: PlannedDepartment[] = [];
  for (const place of reached) {
    const inside = people[tree.end[place]!]! - people[place]!;
    if (inside === 0 || covered[place] !== inside || ground.inPart.has(place)) continue;
    const numbers = atomsWithin(tree, atoms, place);
    const outside = numbers.flatMap((number) => guests[number]!.filter((guest) => !isWithin(tree, guest, place)));
    shown.push({ place, atoms: numbers, with: outside.sort((one, other) => one - other) });
  }
  return shown;
}

/** Atoms are in reading order of their places, so those of a department are neighbours. */
function atomsWithin(tree: Tree, atoms: readonly PlacedGroup[], place: number): number[] {
  let low = 0;
  for (let high = atoms.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (atoms[middle]!.place < place) low = middle + 1;
    else high = middle;
  }
  const numbers: number[] = [];
  for (let number = low; number < atoms.length && isWithin(tree, atoms[number]!.place, place); number += 1) numbers.push(number);
  return numbers;
}

/** The plan of some leaves only shows no department of which a part is outside: its figure would be taken for that of all. */
export function withoutPartial(ground: Ground, plan: PartitionPlan): PartitionPlan {
  const outside = ground.departments.flatMap((places, leaf) => (plan.atomOf[leaf]! < 0 ? places : []));
  return { ...plan, shown: plan.shown.filter(({ place }) => !outside.some((other) => isWithin(ground.tree, other, place))) };
}

export function atomId(number: number): string {
  return `a${number + 1}`;
}

/** The partition as it is published; `answered` is by leaf. */
export function publishedPartition(ground: Ground, plan: PartitionPlan, answered: Float64Array): Partition {
  const { ids } = ground.tree;
  const sumOf = (leaves: readonly number[]) => leaves.reduce((sum, leaf) => sum + answered[leaf]!, 0);
  const atoms = plan.atoms.map((atom, number) => ({
    id: atomId(number),
    departments: atom.members.flatMap((leaf) => ground.departments[leaf]!).sort((a, b) => a - b).map((place) => ids[place]!),
    invited: addUp(atom.members.map((leaf) => ground.leaves[leaf]!.invited)),
    ...peopleOf(ground, atom.members),
    answered: sumOf(atom.members),
    ...beyondOf(atom.members.reduce((sum, leaf) => sum + Math.min(ground.leaves[leaf]!.beyond ?? 0, answered[leaf]!), 0)),
  }));
  const departments = plan.shown.map((department) => ({
    id: ids[department.place]!,
    atoms: department.atoms.map(atomId),
    with: department.with.map((place) => ids[place]!),
    invited: addUp(department.atoms.map((number) => atoms[number]!.invited)),
    answered: department.atoms.reduce((sum, number) => sum + atoms[number]!.answered, 0),
  }));
  return { atoms, departments };
}

/** In a survey that asked a random half of the large groups, of every atom. */
function peopleOf({ leaves }: Ground, members: readonly number[]): { readonly people?: number } {
  if (leaves.every(({ people }) => people === undefined)) return {};
  return { people: members.reduce((sum, leaf) => sum + (leaves[leaf]!.people ?? leaves[leaf]!.invited ?? 0), 0) };
}

/** Left out where there is nothing to say. */
const beyondOf = (beyond: number): { readonly beyond?: number } => (beyond > 0 ? { beyond } : {});

/** Null as soon as one part is unknown. */
function addUp(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
