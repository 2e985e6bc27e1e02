// The importance map of a department: what matters to its people beside how they find it, measured at the company's first survey.
import { standsInLine } from '../analysis/changes/comparability.ts';
import { crossHairsOf, quadrantOf, type CrossHairs, type Quadrant } from '../analysis/priorities/importance-map.ts';
import { levelOf } from '../analysis/level.ts';
import { needsOf } from '../analysis/priorities/needs.ts';
import { shareInterval } from '../analysis/statistics/proportion-intervals.ts';
import { readFor } from '../analysis/readings.ts';
import { sizeOf } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import { percentOf, rounded } from './figures-shown.ts';
import type { Labels } from './labels.ts';
import { whole } from '../kernel/rounding.ts';

export interface ImportancePoint {
  readonly id: string;
  readonly label: string;
  readonly index: number;
  readonly interval: readonly [number, number];
  /** Whole per cents of those who answered. */
  readonly importance: number;
  readonly importanceInterval: readonly [number, number];
  readonly quadrant: Quadrant;
}

export interface ImportanceView {
  readonly points: readonly ImportancePoint[];
  readonly hairs: { readonly index: number; readonly importance: number; readonly survey: string };
  /** People who said what matters most to them. */
  readonly n: number;
}

/** Null where importance was not asked, or fewer than two areas were asked about. */
export function importanceView(waves: readonly Wave[], department: string, labels: Labels): ImportanceView | null {
  const wave = waves.at(-1) as Wave;
  const first = waves.find((one) => standsInLine(one, wave, wave.root) && namedAndAsked(one).length > 1);
  const needs = needsOf(wave, department);
  const hairs = first && crossHairsOf(namedAndAsked(first));
  if (!first || !needs || !hairs) return null;
  const people = sizeOf(needs.group) === null ? null : Math.max(sizeOf(needs.group) ?? 0, needs.answered);
  const points = needs.needs.flatMap(({ dimension, share }) => {
    const reading = readFor(wave, { kind: 'dimension', id: dimension }, department);
    const level = reading && levelOf(reading);
    if (!level) return [];
    // Where everybody answered nothing is missing; what remains is that the same people might say otherwise next week.
    const repeat = level.repeatability === null ? 0 : Math.max(1, level.repeatability);
    const index = { value: level.index, interval: [level.interval[0] - repeat, level.interval[1] + repeat] as const };
    const interval = shareInterval(whole(share * needs.answered), needs.answered, people === needs.answered ? null : people);
    return [pointOf({ id: dimension, label: labels.dimension(dimension) }, index, { value: share, interval }, hairs)];
  });
  return points.length < 2 ? null : { points, n: needs.answered, hairs: { index: rounded(hairs.index), importance: percentOf(hairs.importance, 1), survey: labels.of(first.release.survey.title) } };
}

type Figure = Parameters<typeof quadrantOf>[0];

function pointOf(named: Pick<ImportancePoint, 'id' | 'label'>, index: Figure, importance: Figure, hairs: CrossHairs): ImportancePoint {
  const within = (value: number) => Math.min(100, Math.max(0, rounded(value)));
  return {
    ...named,
    index: rounded(index.value),
    interval: [within(index.interval[0]), within(index.interval[1])],
    importance: percentOf(importance.value, 1),
    importanceInterval: [percentOf(importance.interval[0], 1), percentOf(importance.interval[1], 1)],
    quadrant: quadrantOf(index, importance, hairs),
  };
}

function namedAndAsked(wave: Wave): CrossHairs[] {
  return (needsOf(wave, wave.root)?.needs ?? []).flatMap(({ dimension, share }) => {
    const reading = readFor(wave, { kind: 'dimension', id: dimension }, wave.root);
    return reading ? [{ index: reading.moments.mean, importance: share }] : [];
  });
}
