// The results of one closed survey as HR reads them: first how it stands and what stands out, then where, then over time, then what
// to take up. Everything on it is a function of releases.
import { waveBefore } from '../analysis/changes/comparability.ts';
import { commentsOf } from '../analysis/words/comments.ts';
import { heatMapOf, heatMapSteps, rowOf, type HeatMap } from '../analysis/map/heat-map.ts';
import { questionsUnder } from '../analysis/changes/question-claims.ts';
import { isScored, type Subject } from '../analysis/readings.ts';
import { noYardsticks, targetsIn, type Yardsticks } from '../analysis/priorities/yardsticks.ts';
import { sameDepartments, sizeOf, type Group } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import type { AskedView, HalfView } from '../surveys/asking/audience.ts';
import type { Language } from '../kernel/language.ts';
import type { Steps } from '../kernel/steps.ts';
import { dimensions as libraryDimensions } from '../surveys/questions/question-library.ts';
import { percentOf } from './figures-shown.ts';
import { dimensionView, type DimensionView } from './dimension-view.ts';
import { cutsView, type CutsLook, type CutsView } from './cut-view.ts';
import { findingViews, type FindingView } from './finding-view.ts';
import { heatView, type Compared, type HeatView } from './heat-view.ts';
import { labelsOf, type GroupView, type Labels } from './labels.ts';
import { overallDimension, overallItem, overallView, type OverallView } from './overall-view.ts';
import { priorityViews, type PriorityView } from './priority-view.ts';
import { credibilityView, type CredibilityView } from './credibility-view.ts';
import { expectationCards, type ExpectationCard } from './expectation-view.ts';
import { importanceView, type ImportanceView } from './importance-view.ts';
import { lookFirstView, type LookFirstView } from './look-first-view.ts';
import { ratedAreas, type RatedArea } from './rated-view.ts';
import { recommendationTile, type RecommendationTile } from './recommendation-tile.ts';
import { trendView, type TrendView } from './trend-view.ts';

/** `department`: the one looked at; the root for the company. */
export interface Look extends CutsLook {
  readonly language: Language;
  readonly compared: Compared;
  /** None unless told. */
  readonly yardsticks?: Yardsticks;
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
  /** Where every area was rated instead of three picked, the most important first. */
  readonly rated: readonly RatedArea[];
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
  /** Parts that were asked; null where all were. */
  readonly asked: AskedView | null;
  /** Where a random half was asked. */
  readonly half: Omit<HalfView, 'seed'> | null;
  /** Whether it is known which answers belong together; else there are figures by question alone. */
  readonly linked: boolean;
}

/** The dimensions of a release in the order of the library, those of other origin last. */
export function subjectsOf(wave: Wave): Subject[] {
  const order = new Map(libraryDimensions.map(({ id }, at) => [id, at]));
  const ids = Object.keys(wave.release.dimensions).sort((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99) || (a < b ? -1 : 1));
  return ids.map((id) => ({ kind: 'dimension', id }));
}

/** Questions that are judged beside the dimensions: the headline, and in a file whatever no dimension's figure rests on. */
export function questionsAlone(wave: Wave): string[] {
  const headline = wave.release.items[overallItem] ? [overallItem] : [];
  const own = new Set(isFromFile(wave) ? subjectsOf(wave).flatMap(({ id }) => questionsUnder(wave, id)) : []);
  const others = isFromFile(wave) ? wave.questions.flatMap(({ id }) => (own.has(id) || id === overallItem || !scoredIn(wave, id) ? [] : [id])) : [];
  return [...headline, ...others];
}

const scoredIn = (wave: Wave, id: string): boolean => {
  const item = wave.release.items[id];
  return item !== undefined && isScored(item);
};

export const mapOf = (wave: Wave, earlier: Wave | undefined): HeatMap | null => heatMapOf(wave, earlier, subjectsOf(wave), questionsAlone(wave));

/** The same in pieces. */
export const mapSteps = (wave: Wave, earlier: Wave | undefined): Steps<HeatMap | null> => heatMapSteps(wave, earlier, subjectsOf(wave), questionsAlone(wave));

/** `waves` oldest first, the one looked at last. Throws on a department the survey does not know. */
export function resultsOf(waves: readonly Wave[], map: HeatMap | null, look: Look): ResultsPage {
  const wave = waves.at(-1);
  if (!wave) throw new Error('no wave to look at');
  const earlier = waveBefore(waves);
  const labels = labelsOf(wave, look.language);
  const group = groupLooked(wave, look.department);
  const isCompany = look.department === wave.root;
  const looked = { wave, earlier, map, department: look.department, labels, yardsticks: look.yardsticks };
  const comments = commentsOf(wave, look.department);
  return {
    survey: surveyView(wave, earlier, labels),
    department: look.department,
    isCompany,
    group: labels.group(look.department, group),
    departments: departmentsOf(wave),
    participation: participationOf(wave, earlier, look.department),
    overall: overallView(waves, map, look.department, labels),
    findings: map ? findingViews(map, rowOf(map, wave, look.department), labels) : [],
    lookFirst: map && lookFirstView(wave, map, { department: look.department, overall: overallDimension, targetOf: targetsIn(look.yardsticks ?? noYardsticks) }, labels),
    recommendation: recommendationTile(wave, look.department, labels),
    importance: importanceView(waves, look.department, labels),
    rated: ratedAreas(looked),
    expectations: expectationCards(looked),
    credibility: isCompany ? credibilityView(wave, labels) : null,
    heat: map && heatView(wave, map, labels, look),
    dimensions: map ? subjectsOf(wave).flatMap((subject) => dimensionView(looked, map, subject)) : [],
    trends: trendsOf(waves, look.department, labels),
    priorities: map ? priorityViews(looked, map, { targetOf: targetsIn(look.yardsticks ?? noYardsticks) }) : [],
    cuts: cutsView(wave, look, labels),
    comments: comments && { group: labels.group(look.department, comments.group), count: comments.comments.length },
  };
}

/** No manifest was ever sealed for it. */
export const isFromFile = ({ release }: Wave): boolean => release.manifest === null;

export function surveyView(wave: Wave, earlier: Wave | undefined, labels: Labels): SurveyView {
  const named = ({ survey }: Wave['release']) => ({ id: survey.id, title: labels.of(survey.title), closed: survey.closed });
  return { ...named(wave.release), k: wave.release.k, previous: earlier ? named(earlier.release) : null, past: isFromFile(wave), asked: wave.asked, half: halfOf(wave), linked: wave.base !== null };
}

function halfOf(wave: Wave): SurveyView['half'] {
  const everybody = wave.half && wave.base !== null ? wave.company(wave.base) : null;
  return everybody && { invited: everybody.invited ?? 0, of: sizeOf(everybody) ?? 0 };
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
  const found = earlier?.departments.has(department) && earlier.base ? earlier.group(earlier.base, department) : null;
  // Other parts of the company take part as they do: that is no change.
  const before = found && (earlier?.asked || wave.asked) && !sameDepartments(found, groupLooked(wave, department)) ? null : found;
  return { answered, invited, percent: rate({ answered, invited }), before: before && rate(before) };
}

function trendsOf(waves: readonly Wave[], department: string, labels: Labels): TrendView[] {
  const wave = waves.at(-1) as Wave;
  const overall: Subject[] = wave.release.items[overallItem] ? [{ kind: 'item', id: overallItem }] : [];
  const parts = subjectsOf(wave).filter(({ id }) => id !== overallDimension);
  return [...overall, ...parts].map((subject) => trendView(waves, subject, department, labels)).filter((trend) => trend.points.some((point) => point.index !== null));
}
