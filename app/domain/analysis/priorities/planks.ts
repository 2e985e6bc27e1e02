// The barrel holds as much as its shortest plank: what falls short of something and what is good at something, each with its evidence, in
// the one order of priorities. Where nothing does, nothing is listed: bottom and top three by rank are no finding.
import type { Break } from '../changes/comparability.ts';
import type { Judged } from '../changes/comparison.ts';
import type { HeatCell, HeatMap } from '../map/heat-map.ts';
import type { Level } from '../level.ts';
import { prioritiesOf, type ForWhom, type Ranked } from './priorities.ts';
import { isShort, isStrength, type Standing } from './standing.ts';
import type { Group } from '../group.ts';
import type { Wave } from '../wave.ts';

export interface Plank {
  readonly dimension: string;
  readonly group: Group;
  readonly level: Level;
  readonly rest: Judged | null;
  readonly restBroken: Break | null;
  readonly change: Judged | null;
  readonly basis: HeatCell['basis'];
  readonly broken: Break | null;
  /** What it falls short of, or lies above. */
  readonly standing: Standing;
  /** A must-be question of it is unfavourable for clearly more than 20 %. */
  readonly flagged: boolean;
}

export interface Planks {
  readonly strengths: readonly Plank[];
  readonly short: readonly Plank[];
  /** Neither: this is how it stands. Lowest first. */
  readonly others: readonly Plank[];
}

const mostBelowTarget = 3;

/**
 * What is missing or clearly below the rest is short, all of it; what is only below its target fills up to three. Strengths are the mirror
 * image, the highest first. The dimension of the overall question is none of them.
 */
export function planksOf(wave: Wave, map: HeatMap, forWhom: ForWhom): Planks {
  const planks = prioritiesOf(wave, map, forWhom).map(plankOf);
  const falling = planks.filter(({ standing }) => isShort(standing));
  const pressing = falling.filter(({ standing }) => standing !== 'below-target').length;
  let room = mostBelowTarget - pressing;
  const short = falling.filter(({ standing }) => standing !== 'below-target' || (room -= 1) >= 0);
  const strengths = planks.filter(({ standing }) => isStrength(standing)).sort((a, b) => b.level.index - a.level.index);
  const listed = new Set([...short, ...strengths]);
  return { short, strengths, others: planks.filter((plank) => !listed.has(plank)).sort((a, b) => a.level.index - b.level.index) };
}

function plankOf({ dimension, cell, level, standing, flagged }: Ranked): Plank {
  const { rest, restBroken, change, basis, broken, reading } = cell;
  return { dimension, group: reading.group, level, rest, restBroken, change, basis, broken, standing, flagged };
}
