// What people ticked beside a low score, by question. A reason fewer than k people gave is counted and not named.
import { added } from '../statistics/histogram.ts';
import type { Group } from '../group.ts';
import type { Wave } from '../wave.ts';

export interface Reasons {
  readonly item: string;
  readonly group: Group;
  /** Ballots of the group: everybody counts, most of them without a reason. */
  readonly ballots: number;
  /** Most often given first, each by at least k people. */
  readonly options: readonly { readonly id: string; readonly people: number }[];
}

const suffix = ':reasons';

/** Null where no reasons are published for the question. */
export function reasonsOf(wave: Wave, itemId: string, department: string): Reasons | null {
  const item = wave.release.items[`${itemId}${suffix}`];
  if (item?.kind !== 'several') return null;
  const group = wave.group(item.partition, department);
  if (!group) return null;
  const counts = added(group.atoms.flatMap((atom) => (item.cells[atom] ? [item.cells[atom]] : [])));
  const options = item.options
    .map((id, at) => ({ id, people: counts[at] ?? 0 }))
    .filter(({ people }) => people >= wave.release.k)
    .sort((a, b) => b.people - a.people);
  return options.length === 0 ? null : { item: itemId, group, ballots: counts.at(-1) ?? 0, options };
}
