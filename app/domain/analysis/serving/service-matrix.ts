// Provider × customer, from the published cells of a service survey alone. Some customers are strict with everybody and some are kind: what
// is a provider's own is what is left when that is taken off (x = mu + a(customer) + b(provider), least squares weighted by n), drawn
// towards the common mean as far as its own noise asks for. Each provider has its own roll-up, so that hardly two have a cell in common:
// customers are compared in the smallest groups that are whole cells of every provider. Where that leaves providers apart, or all customers
// in one group, figures stay raw.
import type { Release } from '../../publication/release/release.ts';
import { added, indexMoments, sumOf, type Moments } from '../statistics/histogram.ts';
import { shrunk } from '../statistics/shrinkage.ts';

export interface RatedCell {
  /** Ids of all departments whose people are counted in it. */
  readonly departments: readonly string[];
  readonly n: number;
  /** 0–100. */
  readonly index: number;
}

export interface RatedProvider {
  readonly id: string;
  readonly cells: readonly RatedCell[];
  readonly n: number;
  readonly index: number;
  /** Of all its customers; the spread is that of single questions. */
  readonly moments: Moments;
  /** Without what strict and kind customers make of it; null where nothing could be taken off. */
  readonly adjusted: number | null;
  /** By library item; those that enough people answered. */
  readonly items: readonly { readonly item: string; readonly n: number; readonly index: number }[];
  /** How its own people think they would be rated; null where fewer than eight said so. */
  readonly own: { readonly n: number; readonly index: number } | null;
}

/** Of a provider and departments that are counted together: those that could rate it. */
export type Raters = (provider: string, departments: readonly string[]) => readonly string[];

/** The providers of a release that enough people rated, in the order of `ids`. */
export function serviceMatrix(release: Release, ids: readonly string[], raters: Raters = (_provider, departments) => departments): readonly RatedProvider[] {
  const raw = ids.flatMap((id) => rawProvider(release, id));
  const levels = levelsOf(raw, raters);
  const estimates = levels && shrunk(levels.map((mean, at) => ({ ...raw[at]!.moments, mean }))).estimates;
  return raw.map((provider, at) => ({ ...provider, n: provider.moments.n, index: provider.moments.mean, adjusted: estimates ? within(estimates[at]!) : null }));
}

const within = (index: number): number => Math.max(0, Math.min(100, index));

type Raw = Omit<RatedProvider, 'n' | 'index' | 'adjusted'>;

function rawProvider(release: Release, id: string): Raw[] {
  const dimension = release.dimensions[`service@${id}`];
  const atoms = dimension && release.partitions[dimension.partition]?.atoms;
  if (!dimension || !atoms) return [];
  const cells = atoms.flatMap((atom) => {
    const cell = dimension.cells[atom.id];
    return cell ? [{ departments: atom.departments, n: cell.n, index: cell.sum / cell.n }] : [];
  });
  const n = sumOf(cells.map((cell) => cell.n));
  const read = dimension.items.flatMap((item) => momentsOf(release, item).map((moments) => ({ item: item.slice(0, item.indexOf('@')), moments })));
  // The spread of people's own indices is published nowhere; that of single questions is larger, so that noise is rather over- than underrated.
  const variance = sumOf(read.map(({ moments }) => moments.variance)) / Math.max(1, read.length);
  const [own] = momentsOf(release, `own@${id}`);
  return [{
    id, cells,
    moments: { n, mean: sumOf(cells.map((cell) => cell.n * cell.index)) / n, variance },
    items: read.map(({ item, moments }) => ({ item, n: moments.n, index: moments.mean })),
    own: own ? { n: own.n, index: own.mean } : null,
  }];
}

function momentsOf(release: Release, id: string): Moments[] {
  const item = release.items[id];
  return item?.kind === 'scale' ? [indexMoments(added(Object.values(item.cells)))] : [];
}

interface Seen {
  readonly n: number;
  readonly index: number;
  readonly provider: number;
  readonly customer: number;
}

/** Enough for any table there can be: each round takes off what the other side explains. */
const rounds = 1_000;

/** mu + b by provider; null where some have no customers in common with the others, even through third ones, or all have the same. */
function levelsOf(providers: readonly Raw[], raters: Raters): readonly number[] | null {
  const customerOf = commonGroups(providers.flatMap(({ id, cells }) => cells.map(({ departments }) => raters(id, departments))));
  const customers = new Map<string, number>();
  const cells = providers.flatMap(({ id, cells: own }, provider) => own.flatMap(({ departments, n, index }): Seen[] => {
    const key = customerOf(raters(id, departments)[0] ?? departments[0] ?? '');
    const customer = customers.get(key) ?? customers.size;
    customers.set(key, customer);
    return [{ n, index, provider, customer }];
  }));
  if (providers.length < 2 || customers.size < 2 || !isConnected(cells, providers.length)) return null;
  const all = sumOf(cells.map(({ n }) => n));
  const mu = sumOf(cells.map(({ n, index }) => n * index)) / all;
  const strict = new Array<number>(customers.size).fill(0);
  const good = new Array<number>(providers.length).fill(0);
  const means = (into: number[], of: (cell: Seen) => number, rest: (cell: Seen) => number) => {
    into.forEach((_, at) => {
      const own = cells.filter((cell) => of(cell) === at);
      into[at] = sumOf(own.map((cell) => cell.n * (cell.index - mu - rest(cell)))) / sumOf(own.map(({ n }) => n));
    });
  };
  for (let round = 0; round < rounds; round += 1) {
    means(strict, ({ customer }) => customer, ({ provider }) => good[provider]!);
    means(good, ({ provider }) => provider, ({ customer }) => strict[customer]!);
  }
  // What all customers together are strict by belongs to no provider.
  const middle = sumOf(cells.map(({ n, provider }) => n * good[provider]!)) / all;
  return good.map((one) => mu + one - middle);
}

function isConnected(cells: readonly Seen[], providers: number): boolean {
  const reached = new Set([0]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    const shared = new Set(cells.flatMap(({ provider, customer }) => (reached.has(provider) ? [customer] : [])));
    for (const { provider, customer } of cells) if (shared.has(customer)) reached.add(provider);
  }
  return reached.size === providers;
}

/** By department, a name of the smallest group of departments that no cell crosses. */
function commonGroups(cells: readonly (readonly string[])[]): (department: string) => string {
  const above = new Map<string, string>();
  const top = (id: string): string => {
    const next = above.get(id);
    return next === undefined ? id : top(next);
  };
  for (const [first, ...rest] of cells)
    for (const other of rest) {
      const [one, another] = [top(first!), top(other)];
      if (one !== another) above.set(one, another);
    }
  return top;
}
