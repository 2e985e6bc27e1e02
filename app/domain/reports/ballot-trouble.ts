// What failed on the ballot's way, as three words by kind and day: enough to find a proxy that adds cookies or a disk that is full.
// A number, an hour or a name beside it would tell who answered when.
import type { Day } from '../kernel/day.ts';

const troubleKinds = ['identity', 'cross-site', 'stray', 'size', 'version', 'paper', 'too-slow', 'busy', 'storage', 'error'] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export type Extent = 'none' | 'few' | 'many';

const many = 10;

function extentOf(count: number): Extent {
  if (count === 0) return 'none';
  return count < many ? 'few' : 'many';
}

export function isTroubleKind(code: string): code is TroubleKind {
  return (troubleKinds as readonly string[]).includes(code);
}

export interface BallotTrouble {
  readonly kind: TroubleKind;
  readonly today: Extent;
  /** Today and the days before it that are remembered. */
  readonly lately: Extent;
}

export type TroubleCounts = ReadonlyMap<Day, ReadonlyMap<TroubleKind, number>>;

/** In the order of the kinds, every kind once. */
export function troubleIn(counts: TroubleCounts, today: Day): BallotTrouble[] {
  return troubleKinds.map((kind) => ({
    kind,
    today: extentOf(counts.get(today)?.get(kind) ?? 0),
    lately: extentOf([...counts.values()].reduce((sum, day) => sum + (day.get(kind) ?? 0), 0)),
  }));
}
