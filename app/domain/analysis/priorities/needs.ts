// What people need, from the question «which up to three areas matter most to you right now».
import { importanceId, importanceRating } from '../../surveys/questions/questions-of.ts';
import { aboveFloor, shareNaming, shrunkShare, weightedIndex } from './importance.ts';
import { addedCells, readDimension, readItem } from '../readings.ts';
import type { Group } from '../group.ts';
import type { Wave } from '../wave.ts';

export interface Need {
  readonly dimension: string;
  /** Share of the people who answered, 0 … 1. */
  readonly share: number;
}

export interface Needs {
  readonly group: Group;
  readonly answered: number;
  readonly needs: readonly Need[];
}

/** Null where importance was not asked. */
export function needsOf(wave: Wave, department: string): Needs | null {
  const item = wave.release.items[importanceId];
  if (item?.kind !== 'several') return null;
  const group = wave.group(item.partition, department);
  if (!group) return null;
  const counts = addedCells(wave, item, group);
  const answered = counts.at(-1) ?? 0;
  if (answered === 0) return null;
  return { group, answered, needs: item.options.map((dimension, at) => ({ dimension, share: shareNaming(counts[at] ?? 0, answered) })) };
}

/** A department's needs drawn towards the company's, by dimension. */
export function drawnNeeds(wave: Wave, department: string): ReadonlyMap<string, number> | null {
  const [own, company] = [needsOf(wave, department), needsOf(wave, wave.root)];
  if (!own || !company) return null;
  const shared = new Map(company.needs.map((need) => [need.dimension, need.share]));
  return new Map(own.needs.map(({ dimension, share }) => [dimension, shrunkShare(share, own.answered, shared.get(dimension) ?? 0)]));
}

/** Satisfaction index weighted by what the company calls important; null where importance or every dimension is missing. */
export function weightedSatisfaction(wave: Wave, department: string): number | null {
  const needs = needsOf(wave, wave.root)?.needs ?? ratedNeeds(wave);
  const parts = needs.flatMap(({ dimension, share }) => {
    const partition = wave.release.dimensions[dimension]?.partition;
    const group = partition === undefined ? null : wave.group(partition, department);
    const reading = group && readDimension(wave, dimension, group);
    return reading ? [{ importance: share, index: reading.moments.mean }] : [];
  });
  return weightedIndex(parts);
}

// Where every area was rated instead, weights are what lies above the least of them.
function ratedNeeds(wave: Wave): Need[] {
  const rated = Object.keys(wave.release.dimensions).flatMap((dimension) => {
    const id = `${importanceRating}${dimension}`;
    const partition = wave.release.items[id]?.partition;
    const reading = partition === undefined ? null : readItem(wave, id, wave.company(partition));
    return reading ? [{ dimension, rating: 1 + reading.moments.mean / 25 }] : [];
  });
  const weights = aboveFloor(rated.map(({ rating }) => rating));
  return rated.map(({ dimension }, at) => ({ dimension, share: weights[at] as number }));
}
