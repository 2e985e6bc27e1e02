// Groups that share a member can only be counted as one: what was merged once stays merged, in whatever order it is told.
import { meetingPlace, type Tree } from './tree.ts';

export interface PlacedGroup {
  readonly members: readonly number[];
  readonly place: number;
}

/** The finest groups of 0 … `size` − 1 of which every given group is a part; a member nobody names is in none. */
export function joinGroups(tree: Tree, size: number, groups: readonly PlacedGroup[]): PlacedGroup[] {
  const above = Int32Array.from({ length: size }, (_, member) => member);
  const head = (member: number): number => {
    let top = member;
    while (above[top] !== top) {
      above[top] = above[above[top]!]!;
      top = above[top]!;
    }
    return top;
  };
  for (const group of groups) for (const member of group.members) above[head(member)] = head(group.members[0]!);
  const families = new Map<number, PlacedGroup[]>();
  for (const group of groups) {
    if (group.members.length === 0) continue;
    const top = head(group.members[0]!);
    const family = families.get(top);
    if (family) family.push(group);
    else families.set(top, [group]);
  }
  return [...families.values()].map((family) => joinFamily(tree, family));
}

function joinFamily(tree: Tree, family: readonly PlacedGroup[]): PlacedGroup {
  const members = [...new Set(family.flatMap((group) => group.members))].sort((one, other) => one - other);
  // A group that already holds all of them keeps its place; otherwise they meet above their places.
  const whole = family.find((group) => group.members.length === members.length);
  const place = whole?.place ?? family.map((group) => group.place).reduce((one, other) => meetingPlace(tree, one, other));
  return { members, place };
}
