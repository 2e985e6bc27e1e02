// Blocks are formed before anybody answers, on invited people and at 1.6 k, so that most of them reach k ballots and keep their
// composition. They are the finest label a ballot ever carries: what a block does not tell, nobody can learn later.
import type { Department } from '#app/domain/organisation/department.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { joinGroups, type PlacedGroup } from './joined-groups.ts';
import { rollUp } from './roll-up.ts';
import { growTree, meetingPlace, type Tree, type TreeProblem } from './tree.ts';

export interface FormedBlock {
  /** Departments whose direct people it holds, in reading order of the tree. */
  readonly departments: readonly string[];
  /** The department at which it stands. */
  readonly place: string;
  readonly invited: number;
  /** Everybody of it, where a random half is asked; absent where that is everybody. */
  readonly people?: number;
}

/** Departments counted together in an earlier wave of the programme: a block, or an atom of a release. */
export interface EarlierGroup {
  readonly departments: readonly string[];
  readonly place: string;
}

export interface Roll {
  readonly departments: readonly Department[];
  /** Direct people by department; a department that is missing or has 0 is in no block. */
  readonly headcounts: ReadonlyMap<string, number>;
  readonly k: number;
  /** They may merge further, and never split. */
  readonly earlier?: readonly EarlierGroup[];
  /** By small department the one HR wants it counted with; followed where the tree leaves a choice. */
  readonly partners?: ReadonlyMap<string, string>;
}

/** The fewest invited people in a block: 8 at k = 5. */
export function smallestBlock(k: number): number {
  return Math.ceil((k * 8) / 5);
}

/** In reading order of their places. `missing` in a refusal is the number of people by which the roll is too short. */
export function formBlocks(roll: Roll): Outcome<FormedBlock[], 'too-few' | TreeProblem> {
  const grown = growTree(roll.departments);
  if (!grown.ok) return grown;
  const tree = grown.value;
  const people = new Float64Array(tree.ids.length);
  for (const [id, count] of roll.headcounts) people[placeOf(tree, id)] = count;
  const groups = startingGroups(tree, people, roll.earlier ?? []);
  const leaves = groups.map((group) => ({
    place: group.place,
    weight: group.members.reduce((sum, member) => sum + people[member]!, 0),
  }));
  const partners = new Map([...(roll.partners ?? [])].map(([id, other]) => [placeOf(tree, id), placeOf(tree, other)]));
  const rolled = rollUp(tree, leaves, { k: smallestBlock(roll.k), partners });
  if (!rolled.ok) return refused(rolled.because, rolled.details);
  return done(
    rolled.value.atoms.map((atom) => ({
      departments: atom.leaves.flatMap((leaf) => groups[leaf]!.members).sort((a, b) => a - b).map((member) => tree.ids[member]!),
      place: tree.ids[atom.place]!,
      invited: atom.leaves.reduce((sum, leaf) => sum + leaves[leaf]!.weight, 0),
    })),
  );
}

function placeOf(tree: Tree, id: string): number {
  const place = tree.indexOf.get(id);
  if (place === undefined) throw new Error(`not a department of this tree: ${id}`);
  return place;
}

/** Earlier groups as far as they still have people, and every other department with people by itself. */
function startingGroups(tree: Tree, people: Float64Array, earlier: readonly EarlierGroup[]): PlacedGroup[] {
  const groups: PlacedGroup[] = [];
  for (const group of earlier) {
    const members = group.departments.flatMap((id) => {
      const member = tree.indexOf.get(id);
      return member !== undefined && people[member]! > 0 ? [member] : [];
    });
    if (members.length === 0) continue;
    const place = tree.indexOf.get(group.place) ?? members.reduce((meeting, member) => meetingPlace(tree, meeting, member));
    groups.push({ members, place });
  }
  people.forEach((count, member) => {
    if (count > 0) groups.push({ members: [member], place: member });
  });
  return joinGroups(tree, tree.ids.length, groups);
}
