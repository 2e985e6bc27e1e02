// Possible worlds next to the real one, found without a solver. Beside one partition of bands this is exact: a class may hold a
// favourable answer if and only if its cell and its band lie on a cycle of the residual graph (flows of equal value differ by cycles).
import { placesOf, type Opinions } from './certainty-worlds.ts';

/** Those of the classes that can hold no favourable answer in any world; for a question with one table of bands. */
export function certainBesideOneTable(opinions: Opinions, classes: readonly number[]): number[] {
  const [cells, bands] = [opinions.system.tables[0]!.bands, opinions.system.tables[1]!.bands];
  const ends = Array.from(opinions.cellOf, (cell, one) => {
    const band = placesOf(opinions, one)[1]!;
    return [cell, cells + (band < 0 ? bands : band)] as const;
  });
  const next: number[][] = Array.from({ length: cells + bands + 1 }, () => []);
  ends.forEach(([cell, band], one) => {
    if (opinions.favourable[one]! < opinions.weight[one]!) next[cell]!.push(band);
    if (opinions.favourable[one]! > 0) next[band]!.push(cell);
  });
  const component = strongComponents(next);
  return classes.filter((one) => component[ends[one]![0]] !== component[ends[one]![1]]);
}

/**
 * Those of the classes that no exchange of four answers frees: someone of the class and someone favourable of the same cell change
 * places with two people of another cell and the same bands.
 */
export function notExchangeable(opinions: Opinions, classes: readonly number[]): number[] {
  const keyOf = Array.from(opinions.cellOf, (_, one) => placesOf(opinions, one).slice(1).join());
  const inCell = groups(opinions.cellOf);
  const byKey = groups(keyOf);
  const cellsWith = (key: string, fits: (one: number) => boolean): Set<number> =>
    new Set(byKey.get(key)!.filter(fits).map((one) => opinions.cellOf[one]!));
  return classes.filter((one) => {
    const cell = opinions.cellOf[one]!;
    const giving = cellsWith(keyOf[one]!, (other) => opinions.favourable[other]! > 0);
    if (giving.size === 0) return true;
    return !inCell.get(cell)!.some((other) => {
      if (opinions.favourable[other] === 0) return false;
      const taking = cellsWith(keyOf[other]!, (third) => opinions.favourable[third]! < opinions.weight[third]!);
      return [...giving].some((there) => there !== cell && taking.has(there));
    });
  });
}

function groups<Key>(keys: Iterable<Key>): Map<Key, number[]> {
  const found = new Map<Key, number[]>();
  let index = 0;
  for (const key of keys) {
    const group = found.get(key);
    if (group) group.push(index);
    else found.set(key, [index]);
    index += 1;
  }
  return found;
}

/** The strongly connected component of each vertex (Kosaraju, without recursion). */
function strongComponents(next: readonly (readonly number[])[]): Int32Array {
  const order: number[] = [];
  visit(next, [...next.keys()], (vertex) => order.push(vertex));
  const before: number[][] = next.map(() => []);
  next.forEach((targets, vertex) => targets.forEach((target) => before[target]!.push(vertex)));
  const component = new Int32Array(next.length).fill(-1);
  visit(before, order.reverse(), (vertex, root) => (component[vertex] = root));
  return component;
}

/** Depth first from each start that was not reached yet; tells of a vertex when all behind it is done. */
function visit(next: readonly (readonly number[])[], starts: readonly number[], done: (vertex: number, root: number) => void): void {
  const seen = new Uint8Array(next.length);
  for (const root of starts) {
    if (seen[root]) continue;
    seen[root] = 1;
    const path = [{ vertex: root, at: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const target = next[top.vertex]![top.at++];
      if (target === undefined) {
        done(top.vertex, root);
        path.pop();
      } else if (!seen[target]) {
        seen[target] = 1;
        path.push({ vertex: target, at: 0 });
      }
    }
  }
}
