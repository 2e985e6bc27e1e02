// With two partitions the combinations of everything published are the cuts of a graph: cells and bands are its vertices, people
// its edges. The fewest people any combination rests on is the minimum cut of a component (Stoer and Wagner, 1997).
import type { System } from './system.ts';

export interface MinimumCut {
  /** People in the cut; Infinity where nobody counts. */
  readonly people: number;
  /** By vertex (cells first, then bands, last «outside the second table»): 1 on one side of the cut. */
  readonly side: Int8Array;
}

/** The lightest cut of any component of the graph of a system of two tables without reissued papers. */
export function minimumCut(system: System): MinimumCut {
  const { vertices, edges } = graphOf(system);
  let best: MinimumCut = { people: Infinity, side: new Int8Array(vertices) };
  for (const component of components(vertices, edges)) {
    if (component.length < 2) continue;
    const cut = ofComponent(component, edges, vertices);
    if (cut.people < best.people) best = cut;
  }
  return best;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** People outside of the second table are edges to one vertex «outside», as if it were one more band: its sum follows from the rest. */
function graphOf(system: System): { vertices: number; edges: Edge[] } {
  const [cells, bands] = system.tables as [System['tables'][0], System['tables'][0]];
  const outside = cells.bands + bands.bands;
  const edges = Array.from(system.example, (person, one) => {
    const band = bands.bandOf[person]!;
    return { from: cells.bandOf[person]!, to: band < 0 ? outside : cells.bands + band, weight: system.weight[one]! };
  });
  return { vertices: outside + 1, edges };
}

function components(vertices: number, edges: readonly Edge[]): number[][] {
  const parent = Int32Array.from({ length: vertices }, (_, vertex) => vertex);
  const root = (vertex: number): number => {
    let at = vertex;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const { from, to } of edges) parent[root(from)] = root(to);
  const members = new Map<number, number[]>();
  for (let vertex = 0; vertex < vertices; vertex += 1) {
    const at = root(vertex);
    if (!members.has(at)) members.set(at, []);
    members.get(at)!.push(vertex);
  }
  return [...members.values()];
}

function ofComponent(component: readonly number[], edges: readonly Edge[], vertices: number): MinimumCut {
  const weight = matrixOf(component, edges, vertices);
  const merged = component.map((vertex) => [vertex]);
  const alive = [...component.keys()];
  let best = { people: Infinity, group: [] as readonly number[] };
  while (alive.length > 1) {
    const { last, beforeLast, people } = phase(alive, weight);
    if (people < best.people) best = { people, group: [...merged[last]!] };
    merged[beforeLast]!.push(...merged[last]!);
    for (const other of alive) {
      if (other === last || other === beforeLast) continue;
      weight[beforeLast]![other]! += weight[last]![other]!;
      weight[other]![beforeLast] = weight[beforeLast]![other]!;
    }
    alive.splice(alive.indexOf(last), 1);
  }
  const side = new Int8Array(vertices);
  for (const vertex of best.group) side[vertex] = 1;
  return { people: best.people, side };
}

function matrixOf(component: readonly number[], edges: readonly Edge[], vertices: number): Float64Array[] {
  const place = new Int32Array(vertices).fill(-1);
  component.forEach((vertex, index) => (place[vertex] = index));
  const weight = component.map(() => new Float64Array(component.length));
  for (const edge of edges) {
    const [from, to] = [place[edge.from]!, place[edge.to]!];
    if (from < 0) continue;
    weight[from]![to]! += edge.weight;
    weight[to]![from]! += edge.weight;
  }
  return weight;
}

/** One maximum adjacency order: the last vertex and the cut that separates it from all others. */
function phase(alive: readonly number[], weight: readonly Float64Array[]): { last: number; beforeLast: number; people: number } {
  const tied = new Float64Array(weight.length);
  const rest = [...alive];
  let [last, beforeLast] = [-1, -1];
  while (rest.length > 0) {
    let place = 0;
    for (let index = 1; index < rest.length; index += 1) if (tied[rest[index]!]! > tied[rest[place]!]!) place = index;
    [beforeLast, last] = [last, rest[place]!];
    rest[place] = rest[rest.length - 1]!;
    rest.pop();
    const line = weight[last]!;
    for (const vertex of rest) tied[vertex]! += line[vertex]!;
  }
  return { last, beforeLast, people: tied[last]! };
}
