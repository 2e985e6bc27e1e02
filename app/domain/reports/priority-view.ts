// What to take up first: the order, why, the question behind it, how it moved and the company beside it.
import { rowOf, type HeatCell, type HeatMap } from '../analysis/map/heat-map.ts';
import { needsOf } from '../analysis/priorities/needs.ts';
import { prioritiesOf } from '../analysis/priorities/priorities.ts';
import { questionsUnder } from '../analysis/changes/question-claims.ts';
import { readFor } from '../analysis/readings.ts';
import type { Level } from '../analysis/level.ts';
import { rungOf } from '../analysis/statistics/ladder.ts';
import { usualTarget, type Standing, type TargetOf } from '../analysis/priorities/standing.ts';
import type { Wave } from '../analysis/wave.ts';
import { changeOfDimension, judgedView, rounded, type DifferenceView } from './figures-shown.ts';
import { overallDimension } from './overall-view.ts';
import type { Looked } from './question-view.ts';

export interface BesideView {
  /** The question of it that stands lowest; null where it has one question alone or too few answers. */
  readonly question: { readonly text: string; readonly index: number } | null;
  readonly change: DifferenceView;
  readonly rest: DifferenceView;
  /** The company's index; null on the company's own page. */
  readonly company: number | null;
}

export interface PriorityView extends BesideView {
  readonly id: string;
  readonly label: string;
  readonly index: number;
  /** Whole per cents; null where importance was not asked. */
  readonly need: number | null;
  /** Index points below the target. */
  readonly deficit: number;
  readonly target: number;
  readonly evidence: 1 | 0.75 | 0.5;
  readonly control: number;
  readonly flagged: boolean;
  readonly standing: Standing;
}

export function priorityViews(looked: Looked, map: HeatMap, { targetOf = usualTarget }: { readonly targetOf?: TargetOf }): PriorityView[] {
  const { wave, department, labels } = looked;
  const asked = needsOf(wave, department) !== null;
  return prioritiesOf(wave, map, { department, overall: overallDimension, targetOf }).map((one) => ({
    id: one.dimension,
    label: labels.dimension(one.dimension),
    index: rounded(one.level.index),
    need: asked ? rounded(100 * one.need) : null,
    deficit: rounded(100 * one.deficit),
    target: rounded(one.target),
    evidence: one.evidence,
    control: one.control,
    flagged: one.flagged,
    standing: one.standing,
    ...besideView(looked, map, { dimension: one.dimension, level: one.level, ...one.cell }),
  }));
}

type Beside = Pick<HeatCell, 'rest' | 'restBroken' | 'change' | 'basis' | 'broken'> & { readonly level: Level } & { readonly dimension: string };

export function besideView({ wave, department, labels }: Looked, map: HeatMap, { dimension, level, rest, restBroken, change, basis, broken }: Beside): BesideView {
  const column = map.subjects.findIndex(({ id }) => id === dimension);
  const company = rowOf(map, wave, department) === 0 ? null : (map.cells[0]?.[column]?.index ?? null);
  const lowest = lowestQuestion(wave, dimension, department);
  return {
    question: lowest && { text: labels.questionText(lowest.id), index: rounded(lowest.index) },
    change: changeOfDimension({ change, basis, broken }, level.index),
    rest: judgedView(rest, restBroken),
    company: company === null ? null : rounded(company),
  };
}

function lowestQuestion(wave: Wave, dimension: string, department: string): { readonly id: string; readonly index: number } | null {
  const ids = questionsUnder(wave, dimension);
  const read = ids.flatMap((id) => {
    const reading = readFor(wave, { kind: 'item', id }, department);
    return reading && rungOf(reading.moments.n).level ? [{ id, index: reading.moments.mean }] : [];
  });
  return ids.length < 2 ? null : (read.sort((a, b) => a.index - b.index)[0] ?? null);
}
