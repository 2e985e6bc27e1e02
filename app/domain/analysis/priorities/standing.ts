// Whether a dimension of a group falls short of something, is good at something, or just stands where it stands. The lowest of any seven is no
// finding: something always is the lowest.
import type { HeatCell } from '../map/heat-map.ts';
import type { Interval } from '../statistics/proportion-intervals.ts';
import type { Level } from '../level.ts';

/** Index points by dimension that HR wants to reach. */
export type TargetOf = (dimension: string) => number;

export const usualTarget: TargetOf = () => 75;

/** What it falls short of or lies above, the weightiest first; null: neither. */
export type Standing = 'unmet-must' | 'below-rest' | 'below-target' | 'above-rest' | 'above-target' | null;

export const isShort = (standing: Standing): boolean => standing === 'unmet-must' || standing === 'below-rest' || standing === 'below-target';
export const isStrength = (standing: Standing): boolean => standing === 'above-rest' || standing === 'above-target';

interface Judged {
  readonly cell: Pick<HeatCell, 'rest'>;
  readonly level: Level;
  readonly flagged: boolean;
}

/** One of them alone, so that no figure is called short and good: what is missing goes before the others, the others before the target. */
export function standingOf({ cell, level, flagged }: Judged, target: number): Standing {
  if (flagged) return 'unmet-must';
  const arrow = cell.rest && !cell.rest.exploratory ? cell.rest.arrow : null;
  if (arrow !== null) return arrow === 'down' ? 'below-rest' : 'above-rest';
  const [low, high] = boundsOf(level);
  if (high < target) return 'below-target';
  return low > target ? 'above-target' : null;
}

/** Where nobody is missing the interval is a point, and what repeats itself is the band around it. */
export function boundsOf({ index, interval, repeatability }: Level): Interval {
  return repeatability === null ? interval : [index - repeatability, index + repeatability];
}
