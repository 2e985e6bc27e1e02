// The results of one closed survey as HR reads them: first how it stands and what stands out, then where, then over time, then what
// to take up. Everything on it is a function of releases.
import { waveBefore } from '../analysis/comparability.ts';
import { commentsOf } from '../analysis/comments.ts';
import { heatMapOf, heatMapSteps, rowOf, type HeatMap } from '../analysis/heat-map.ts';
import { needsOf } from '../analysis/needs.ts';
import { prioritiesOf } from '../analysis/priorities.ts';
import type { Reader } from '../analysis/priority.ts';
import type { Subject } from '../analysis/readings.ts';
import type { Group, Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import type { Steps } from '../kernel/steps.ts';
import { dimensions as libraryDimensions } from '../surveys/question-library.ts';
import { percentOf, rounded } from './figures-shown.ts';
import { dimensionView, type DimensionView } from './dimension-view.ts';
import { cutsView, type CutsLook, type CutsView } from './cut-view.ts';
import { findingViews, type FindingView } from './finding-view.ts';
import { heatView, type Compared, type HeatView } from './heat-view.ts';
import { labelsOf, type GroupView, type Labels } from './labels.ts';
import { overallDimension, overallItem, overallView, type OverallView } from './overall-view.ts';
import { credibilityView, type CredibilityView } from './credibility-view.ts';
import { expectationCards, type ExpectationCard } from './expectation-view.ts';
import { importanceView, type ImportanceView } from './importance-view.ts';
import { lookFirstView, type LookFirstView } from './look-first-view.ts';
import { recommendationTile, type RecommendationTile } from './recommendation-tile.ts';
import { trendView, type TrendView } from './trend-view.ts';

/** `department`: the one looked at; the root for the company. */
export interface Look extends CutsLook {
  readonly language: Language;
  readonly compared: Compared;
  readonly reader: Reader;
}

export interface PriorityView {
  readonly id: string;
  readonly label: string;
  readonly index: number;
  /** Whole per cents; null where importance was not asked. */
  readonly need: number | null;
  /** Index points below the target. */
  readonly deficit: number;
  readonly evidence: 1 | 0.75 | 0.5;
  readonly control: number;
  readonly flagged: boolean;
}

export interface ResultsPage {
  readonly survey: SurveyView;
  readonly department: string;
  readonly isCompany: boolean;
  readonly group: GroupView;
  readonly departments: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
  readonly participation: { readonly answered: number; readonly invited: number | null; readonly percent: number | null; readonly before: number | null };
  readonly overall: OverallView | null;
  readonly findings: readonly FindingView[];
  /** Beside what is proved. */
  readonly lookFirst: LookFirstView | null;
  readonly recommendation: RecommendationTile | null;
  readonly importance: ImportanceView | null;
  readonly expectations: readonly ExpectationCard[];
  /** Of the company only. */
  readonly credibility: CredibilityView | null;
  readonly heat: HeatView | null;
  readonly dimensions: readonly DimensionView[];
  readonly trends: readonly TrendView[];
  readonly priorities: readonly PriorityView[];
  readonly cuts: CutsView;
  readonly comments: { readonly group: GroupView; readonly count: number } | null;
}

export interface SurveyView {
  readonly id: string;
  readonly title: string;
  readonly closed: string;
  readonly k: number;
  readonly previous: { readonly id: string; readonly title: string; readonly closed: string } | null;
  /** Brought from a file: nobody can say how it was collected. */
  readonly past: boolean;
  /** Whether it is known which answers belong together; else there are figures by question alone. */
  readonly linked: boolean;
}

/** The dimensions of a release in the order of the library, those of other origin last. */
export function subjectsOf(wave: Wave): Subject[] {
  const order = new Map(libraryDimensions.map(({ id }, at) => [id, at]));
  const ids = Object.keys(wave.release.dimensions).sort((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99) || (a < b ? -1 : 1));
  return ids.map((id) => ({ kind: 'dimension', id }));
}

export const mapOf = (wave: Wave, earlier: Wave | undefined): HeatMap | null => heatMapOf(wave, earlier, subjectsOf(wave));

/** The same in pieces. */
export const mapSteps = (wave: Wave, earlier: Wave | undefined): Steps<HeatMap | null> => heatMapSteps(wave, earlier, subjectsOf(wave));

/** `waves` oldest first, the one looked at last. Throws on a department the survey does not know. */
export function resultsOf(waves: readonly Wave[], map: HeatMap | null, look: Look): ResultsPage {
  const wave = waves.at(-1);
  if (!wave) throw new Error('no wave to look at');
  const earlier = waveBefore(waves);
  const labels = labelsOf(wave, look.language);
  const group = groupLooked(wave, look.department);
  const isCompany = look.department === wave.root;
  const looked = { wave, earlier, department: look.department, labels };
  const comments = commentsOf(wave, look.department);
  return {
    survey: surveyView(wave, earlier, labels),
    department: look.department,
    isCompany,
    group: labels.group(look.department, group),
    departments: departmentsOf(wave),
    participation: participationOf(wave, earlier, look.department),
    overall: overallView(waves, look.department, labels),
    findings: map ? findingViews(map, rowOf(map, wave, look.department), labels) : [],
    lookFirst: map && lookFirstView(wave, map, { department: look.department, overall: overallDimension }, labels),
    recommendation: recommendationTile(wave, look.department, labels),
    importance: importanceView(waves, look.department, labels),
    expectations: expectationCards(looked),
    credibility: isCompany ? credibilityView(wave, labels) : null,
    heat: map && heatView(wave, map, labels, look),
    dimensions: map ? subjectsOf(wave).flatMap((subject) => dimensionView(looked, map, subject)) : [],
    trends: trendsOf(waves, look.department, labels),
    priorities: map ? priorityViews(wave, map, look, labels) : [],
    cuts: cutsView(wave, look, labels),
    comments: comments && { group: labels.group(look.department, comments.group), count: comments.comments.length },
  };
}

/** No manifest was ever sealed for it. */
export const isFromFile = ({ release }: Wave): boolean => release.manifest === null;

export function surveyView(wave: Wave, earlier: Wave | undefined, labels: Labels): SurveyView {
  const named = ({ survey }: Wave['release']) => ({ id: survey.id, title: labels.of(survey.title), closed: survey.closed });
  return { ...named(wave.release), k: wave.release.k, previous: earlier ? named(earlier.release) : null, past: isFromFile(wave), linked: wave.base !== null };
}

/** In files without linked answers there is no base partition; the first one stands in for the names. */
export function groupLooked(wave: Wave, department: string): Group {
  const partition = wave.base ?? (Object.keys(wave.release.partitions)[0] as string);
  const group = wave.group(partition, department);
  if (!group) throw new Error(`release ${wave.release.survey.id} knows no department ${department}`);
  return group;
}

/** Every department people answered from, in tree order. */
export function departmentsOf(wave: Wave): ResultsPage['departments'] {
  const partition = wave.base ?? (Object.keys(wave.release.partitions)[0] as string);
  return wave.tree.ids.flatMap((id, at) =>
    wave.group(partition, id) ? [{ id, name: wave.departments.get(id)?.name ?? id, depth: wave.tree.depth[at] as number }] : [],
  );
}

export function participationOf(wave: Wave, earlier: Wave | undefined, department: string): ResultsPage['participation'] {
  const { answered, invited } = groupLooked(wave, department);
  const rate = ({ answered: n, invited: size }: Pick<Group, 'answered' | 'invited'>) => (size ? percentOf(n, size) : null);
  const before = earlier?.departments.has(department) && earlier.base ? earlier.group(earlier.base, department) : null;
  return { answered, invited, percent: rate({ answered, invited }), before: before && rate(before) };
}

function trendsOf(waves: readonly Wave[], department: string, labels: Labels): TrendView[] {
  const wave = waves.at(-1) as Wave;
  const overall: Subject[] = wave.release.items[overallItem] ? [{ kind: 'item', id: overallItem }] : [];
  const parts = subjectsOf(wave).filter(({ id }) => id !== overallDimension);
  return [...overall, ...parts].map((subject) => trendView(waves, subject, department, labels)).filter((trend) => trend.points.some((point) => point.index !== null));
}

function priorityViews(wave: Wave, map: HeatMap, look: Look, labels: Labels): PriorityView[] {
  const asked = needsOf(wave, look.department) !== null;
  const row = map.cells[rowOf(map, wave, look.department)] ?? [];
  return prioritiesOf(wave, map, { department: look.department, reader: look.reader, overall: overallDimension }).map((one) => ({
    id: one.dimension,
    label: labels.dimension(one.dimension),
    index: rounded(row[map.subjects.findIndex(({ id }) => id === one.dimension)]?.index ?? 0),
    need: asked ? rounded(100 * one.need) : null,
    deficit: rounded(100 * one.deficit),
    evidence: one.evidence,
    control: one.control,
    flagged: one.flagged,
  }));
}
