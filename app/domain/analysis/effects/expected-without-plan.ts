// What a group would say without its plan. Its distance from the others comes back by its own unreliability: a team of eight that is low by
// chance rises by itself, a division of a hundred that is truly low does not. Of one group from one wave nobody can know which it is, so
// that the interval holds both: that it comes back as such groups do, and that it stays where it was.
import { normalQuantile } from '../statistics/distributions.ts';
import { sumOfAll, type Estimate, type EstimatedMean } from '../statistics/estimated-means.ts';
import type { Movement } from '../statistics/movement.ts';

/** A group before the plan: how far from the others it stood in each wave, the baseline last. */
export interface Before {
  readonly distances: readonly EstimatedMean[];
}

export interface Setting {
  /** Variance of true differences between groups. */
  readonly between: Estimate;
  readonly movement: Movement;
  /** Figures among which this one may have been chosen because it was low. */
  readonly figures: number;
}

export interface Expectation {
  /** Expected distance from the others after the plan. */
  readonly distance: number;
  /** Squared standard error of the distance seen from the expected one, without that of the others' mean. */
  readonly variance: number;
  /** Share of the distance before that lasts. */
  readonly lasts: number;
}

interface Past {
  readonly distance: number;
  readonly variance: number;
  /** Of one wave. */
  readonly usual: number;
}

/** Waves before weigh by how sure they are; the part of chance that the same people bring again does not average out. */
function pastOf({ distances }: Before, { anew, moves }: Movement): Past {
  const precision = sumOfAll(distances.map(({ variance }) => 1 / variance));
  const distance = sumOfAll(distances.map(({ mean, variance }) => mean / variance)) / precision;
  const usual = distances.length / precision;
  return { distance, usual, variance: usual * (1 - anew.value + anew.value / distances.length) + moves / (2 * distances.length) };
}

/** It comes back as groups do that are so unsure: BLUP with the group's own spread where its distance cannot be chance. */
export function comingBack(before: Before, after: EstimatedMean, { between, movement, figures }: Setting): Expectation {
  const past = pastOf(before, movement);
  const again = 1 - movement.anew.value;
  const own = spreadOf(past, between.value, figures);
  const whole = own + past.variance;
  const together = own + again * Math.sqrt(past.usual * after.variance);
  const lasts = Math.min(1, together / whole);
  const left = Math.max(0, own + after.variance + movement.moves / 2 - lasts * together);
  const bySpread = (past.variance - again * past.usual) / whole ** 2;
  const byLikeness = past.usual / whole;
  const unsure = past.distance ** 2 * (bySpread ** 2 * between.variance + byLikeness ** 2 * movement.anew.variance);
  return { distance: lasts * past.distance, variance: left + unsure, lasts };
}

/** It stays where it was. */
export function staying(before: Before, after: EstimatedMean, { movement }: Setting): Expectation {
  const past = pastOf(before, movement);
  const share = movement.anew.value;
  return { distance: past.distance, variance: share * (past.usual / before.distances.length + after.variance) + movement.moves, lasts: 1 };
}

/** Tails of the chance that one of all figures lies so far out: more often a team that is low by chance would be taken for one that is. */
const farOut = 0.005;

/** A distance that chance among so many figures does not make is real, however alike the other groups are. */
function spreadOf({ distance, variance }: Past, between: number, figures: number): number {
  const chance = normalQuantile(1 - farOut / Math.max(1, figures)) * Math.sqrt(between + variance);
  return Math.abs(distance) > chance ? Math.max(between, distance ** 2 - variance) : between;
}
