// «My internal customers»: what a head should know about the own department in one look, and what an employee sees of it.
import { waveBefore } from '../analysis/changes/comparability.ts';
import { commentsOf } from '../analysis/words/comments.ts';
import { rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import { planksOf, type Plank } from '../analysis/priorities/planks.ts';
import { pressingOn } from '../analysis/priorities/pressing.ts';
import { reasonsOf } from '../analysis/words/reasons.ts';
import { usualTarget, type Standing, type TargetOf } from '../analysis/priorities/standing.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import { findingViews, type FindingView } from './finding-view.ts';
import { levelView, type LevelView } from './figures-shown.ts';
import { labelsOf, type GroupView } from './labels.ts';
import { lookFirstView, type LookFirstView } from './look-first-view.ts';
import { needViews, type NeedView } from './own-page.ts';
import { overallDimension, overallItem, overallView, type OverallView } from './overall-view.ts';
import { besideView, type BesideView } from './priority-view.ts';
import type { Looked } from './question-view.ts';
import { groupLooked, participationOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';
import { trendView, type TrendView } from './trend-view.ts';

export interface PlankView extends BesideView {
  readonly id: string;
  readonly label: string;
  readonly group: GroupView;
  readonly level: LevelView;
  /** What it falls short of, or lies above; null: neither. */
  readonly standing: Standing;
  readonly target: number;
  /** Asks this department for an answer: clearly below the rest, or something taken for granted is missing and no department above is asked. */
  readonly asks: boolean;
  /** A question people take for granted is unfavourable for clearly more than a fifth. */
  readonly flagged: boolean;
  /** What people ticked beside low scores, most often first. */
  readonly reasons: readonly { readonly label: string; readonly people: number }[];
}

export interface DepartmentPage {
  readonly survey: SurveyView;
  readonly department: string;
  readonly group: GroupView;
  readonly participation: ResultsPage['participation'];
  readonly overall: OverallView | null;
  /** What matters most to its people. */
  readonly needs: readonly NeedView[];
  readonly findings: readonly FindingView[];
  readonly strengths: readonly PlankView[];
  readonly short: readonly PlankView[];
  /** Neither, lowest first: this is how it stands. */
  readonly others: readonly PlankView[];
  readonly lookFirst: LookFirstView | null;
  readonly trend: TrendView | null;
  readonly comments: number;
}

/** `waves` oldest first, the one looked at last. */
export function departmentOf(waves: readonly Wave[], map: HeatMap | null, department: string, language: Language, targetOf: TargetOf = usualTarget): DepartmentPage {
  const wave = waves.at(-1) as Wave;
  const labels = labelsOf(wave, language);
  const planks = map ? planksOf(wave, map, { department, overall: overallDimension, targetOf }) : { strengths: [], short: [], others: [] };
  const looked = { wave, earlier: waveBefore(waves), map, department, labels };
  const asked: ReadonlySet<string> = map ? pressingOn(wave, map, { department, overall: overallDimension }) : new Set();
  const view = (plank: Plank) => ({ ...plankView(looked, plank, targetOf(plank.dimension)), asks: asked.has(plank.dimension) });
  const overall = overallView(waves, map, department, labels);
  return {
    survey: surveyView(wave, waveBefore(waves), labels),
    department,
    group: labels.group(department, groupLooked(wave, department)),
    participation: participationOf(wave, waveBefore(waves), department),
    overall,
    needs: needViews(wave, department, labels),
    findings: map ? findingViews(map, rowOf(map, wave, department), labels) : [],
    strengths: planks.strengths.map(view),
    short: planks.short.map(view),
    others: planks.others.map(view),
    lookFirst: map && lookFirstView(wave, map, { department, overall: overallDimension, targetOf }, labels),
    trend: overall && trendView(waves, { kind: 'item', id: overallItem }, department, labels),
    comments: commentsOf(wave, department)?.comments.length ?? 0,
  };
}

/** Two questions of an area may offer one reason: it is said once, with the more people, sorted by them. */
const oncePerLabel = <One extends { readonly label: string }>(reasons: readonly One[]): One[] =>
  reasons.filter(({ label }, at) => reasons.findIndex((one) => one.label === label) === at);

function plankView(looked: Looked, plank: Plank, target: number): Omit<PlankView, 'asks'> {
  const { wave, map, department, labels } = looked;
  const { dimension, level, group, flagged, standing } = plank;
  const reasons = (wave.release.dimensions[dimension]?.items ?? []).flatMap((item) =>
    (reasonsOf(wave, item, department)?.options ?? []).map(({ id, people }) => ({ label: labels.option(item, id), people })),
  );
  return {
    id: dimension,
    label: labels.dimension(dimension),
    // The row may belong to the department this one is counted with: «with» is said from where one looks.
    group: labels.group(department, wave.group(group.partition, department) ?? group),
    level: levelView(level),
    standing,
    target,
    flagged,
    reasons: oncePerLabel(reasons.sort((a, b) => b.people - a.people)).slice(0, 3),
    ...besideView(looked, map as HeatMap, plank),
  };
}
