// Nobody is rated personally: a provider of fewer than k people is rated together with a neighbour on the map, by the same roll-up that
// counts small departments together.
import type { Department } from '#app/domain/organisation/department.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { rollUp } from './roll-up.ts';
import { growTree } from './tree.ts';

export interface Providing {
  readonly departments: readonly Department[];
  /** People directly in each department. */
  readonly headcounts: ReadonlyMap<string, number>;
  readonly k: number;
}

/** The providers that are rated as one, each group of at least k people, in the order of the tree. `missing`: how many people all of them together fall short. */
export function joinedProviders(providers: readonly string[], { departments, headcounts, k }: Providing): Outcome<readonly (readonly string[])[], 'too-few' | 'tree'> {
  const tree = growTree(departments);
  if (!tree.ok) return refused('tree', tree.details);
  const { indexOf, ids, end } = tree.value;
  const places = providers.flatMap((id) => indexOf.get(id) ?? []).sort((one, other) => one - other);
  const peopleAt = (place: number) => ids.slice(place, end[place]).reduce((sum, id) => sum + (headcounts.get(id) ?? 0), 0);
  const rolled = rollUp(tree.value, places.map((place) => ({ place, weight: peopleAt(place) })), { k });
  if (!rolled.ok) return rolled;
  return done(rolled.value.atoms.filter((atom) => atom.leaves.length > 0).map((atom) => atom.leaves.map((leaf) => ids[places[leaf]!]!)));
}
