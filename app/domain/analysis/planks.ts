// The barrel holds as much as its shortest plank: what a department does best and what falls shortest, each with its evidence, so
// that a plan begins with what people said and not with the loudest opinion about it.
import { libraryItem } from '../surveys/question-library.ts';
import type { Break } from './comparability.ts';
import type { Judged } from './comparison.ts';
import { sumOf } from './histogram.ts';
import { rowOf, type HeatCell, type HeatMap } from './heat-map.ts';
import { levelOf, type Level } from './level.ts';
import { countsOf, isScored, sharesOf } from './readings.ts';
import { mustBeFlag } from './priority.ts';
import { rungOf } from './ladder.ts';
import type { Group, Wave } from './wave.ts';

export interface Plank {
  readonly dimension: string;
  readonly group: Group;
  readonly level: Level;
  readonly rest: Judged | null;
  readonly change: Judged | null;
  readonly basis: HeatCell['basis'];
  readonly broken: Break | null;
  /** A must-be question of it is unfavourable for 20 % and more. */
  readonly flagged: boolean;
}

export interface Planks {
  readonly strengths: readonly Plank[];
  readonly short: readonly Plank[];
}

const shownEach = 3;

/** Up to three of each, never the same twice: of few dimensions the lower half is called short. `overall` is none of them. */
export function planksOf(wave: Wave, map: HeatMap, department: string, overall: string): Planks {
  const row = rowOf(map, wave, department);
  const planks = map.subjects
    .flatMap(({ id }, column) => {
      const cell = map.cells[row]?.[column];
      const plank = cell && id !== overall ? plankOf(wave, id, cell) : null;
      return plank ? [plank] : [];
    })
    .sort((a, b) => a.level.index - b.level.index);
  const short = Math.min(shownEach, Math.ceil(planks.length / 2));
  return { short: planks.slice(0, short), strengths: planks.slice(short).reverse().slice(0, shownEach) };
}

function plankOf(wave: Wave, dimension: string, cell: HeatCell): Plank | null {
  const level = levelOf(cell.reading);
  if (!level) return null;
  const { rest, change, basis, broken, reading } = cell;
  return { dimension, group: reading.group, level, rest, change, basis, broken, flagged: hasUnmetMust(wave, dimension, reading.group) };
}

/** True where 20 % and more are unfavourable about something people take for granted; needs a distribution, so eight answers. */
export function hasUnmetMust(wave: Wave, dimension: string, group: Group): boolean {
  return (wave.release.dimensions[dimension]?.items ?? []).some((id) => {
    const item = wave.release.items[id];
    if (!item || !isScored(item) || libraryItem(id)?.kanoHypothesis !== 'must-be') return false;
    const own = wave.groupOfAll(item.partition, group.departments);
    const counts = own ? countsOf(item, own.atoms) : [];
    return rungOf(sumOf(counts)).distribution && sharesOf(item, counts).unfavourable / sumOf(counts) >= mustBeFlag;
  });
}
