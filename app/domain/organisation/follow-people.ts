// A department that got another name, or lies elsewhere, is known by the people in it: most of those who stay were there before, and most
// of those who were there are in it now. It keeps its id, so that its trends go on. Where the people of one that goes are mostly found in
// another, the two were put together.
import type { ListedDepartment } from './department.ts';
import type { DirectoryDepartment } from './directory.ts';
import { foldedText } from './clean-cell.ts';

export interface Renaming {
  /** Paths. */
  readonly from: string;
  readonly to: string;
  /** Of so many who stay in the company, so many are in it before and after. */
  readonly together: number;
  readonly of: number;
}

export interface Merger {
  /** Paths. */
  readonly from: string;
  readonly into: string;
  readonly together: number;
  readonly of: number;
}

export interface Followed {
  /** By code of the department in the file. */
  readonly same: ReadonlyMap<string, ListedDepartment>;
  readonly renamed: readonly Renaming[];
  readonly merged: readonly (Merger & { /** Of the department that goes. */ readonly id: string })[];
}

interface Order {
  readonly departments: readonly DirectoryDepartment[];
  readonly known: readonly ListedDepartment[];
  /** Already known by code or path. */
  readonly found: ReadonlyMap<string, ListedDepartment>;
  readonly moves: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Folded paths. */
  readonly apart: ReadonlySet<string>;
  readonly newPaths: ReadonlyMap<string, string>;
  readonly oldPaths: ReadonlyMap<string, string>;
}

/** Of either side; and fewer than so many people show nothing, unless the name stayed. */
const most = 0.6;
const fewest = 3;

type Counts = Map<string, Map<string, number>>;

const add = (counts: Counts, one: string, other: string, count: number) => {
  const of = counts.get(one) ?? new Map<string, number>();
  counts.set(one, of.set(other, (of.get(other) ?? 0) + count));
};

/** A department with everything above it. */
function upFrom(id: string, parentOf: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = id; at && !way.includes(at); at = parentOf.get(at)) way.push(at);
  return way;
}

interface Pair {
  readonly code: string;
  readonly id: string;
  readonly together: number;
  readonly of: number;
  readonly score: number;
}

/** Everybody counts where they work and in all above. */
function countsOf({ departments, known, moves }: Order) {
  const above = new Map(departments.map(({ code, parent }) => [code, parent]));
  const aboveOld = new Map(known.map(({ id, parentId }) => [id, parentId]));
  const [both, before, after]: [Counts, Map<string, number>, Map<string, number>] = [new Map(), new Map(), new Map()];
  for (const [code, from] of moves) {
    for (const [id, count] of from) {
      const [ups, olds] = [upFrom(code, above), upFrom(id, aboveOld)];
      for (const up of ups) after.set(up, (after.get(up) ?? 0) + count);
      for (const old of olds) before.set(old, (before.get(old) ?? 0) + count);
      for (const up of ups) for (const old of olds) add(both, up, old, count);
    }
  }
  return { both, before, after };
}

export function followPeople(order: Order): Followed {
  const { departments, known, found, apart, newPaths, oldPaths } = order;
  const matched = new Set([...found.values()].map(({ id }) => id));
  const fresh = departments.filter(({ code }) => !found.has(code) && !apart.has(foldedText(newPaths.get(code) as string)));
  const open = new Map(known.filter((one) => !one.closed && !matched.has(one.id)).map((one) => [one.id, one]));
  if (open.size === 0) return { same: new Map(), renamed: [], merged: [] };
  const { both, before, after } = countsOf(order);
  const depth = (path: string) => path.split(' / ').length;
  const pairs: Pair[] = fresh.flatMap(({ code, name }) => [...(both.get(code) ?? [])].flatMap(([id, together]) => {
    const old = open.get(id);
    const of = before.get(id) ?? 0;
    const sameName = old !== undefined && foldedText(old.name) === foldedText(name);
    if (!old || together < most * of || together < most * (after.get(code) ?? 0) || (together < fewest && !sameName)) return [];
    const level = Math.abs(depth(newPaths.get(code) as string) - depth(oldPaths.get(id) as string));
    return [{ code, id, together, of, score: (together / of) * (together / (after.get(code) as number)) + (sameName ? 1 : 0) - 0.05 * level }];
  }));
  const same = new Map<string, ListedDepartment>();
  const renamed: Renaming[] = [];
  for (const { code, id, together, of } of pairs.sort((a, b) => b.score - a.score || b.together - a.together)) {
    const old = open.get(id);
    if (!old || same.has(code)) continue;
    same.set(code, old);
    open.delete(id);
    renamed.push({ from: oldPaths.get(id) as string, to: newPaths.get(code) as string, together, of });
  }
  return { same, renamed: renamed.sort((a, b) => (a.from < b.from ? -1 : 1)), merged: mergedIn(order, open) };
}

/** Where most people of each department that goes are now: the deepest that holds them. */
function mergedIn({ departments, moves, newPaths, oldPaths }: Order, gone: ReadonlyMap<string, ListedDepartment>): Followed['merged'] {
  const depths = new Map(departments.map(({ code }) => [code, (newPaths.get(code) as string).split(' / ').length]));
  return [...gone.keys()].flatMap((id) => {
    const now = [...moves].flatMap(([code, from]) => { const count = from.get(id) ?? 0; return count > 0 ? [{ code, count }] : []; });
    const of = now.reduce((sum, { count }) => sum + count, 0);
    const [into] = now.filter(({ count }) => count >= Math.max(fewest, most * of)).sort((a, b) => b.count - a.count || (depths.get(b.code) ?? 0) - (depths.get(a.code) ?? 0));
    return into ? [{ id, from: oldPaths.get(id) as string, into: newPaths.get(into.code) as string, together: into.count, of }] : [];
  });
}
