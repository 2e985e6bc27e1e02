// What everybody may see: how the company answered and how the own department did, by the rules that hold for everyone. No other
// department is named, no comment is quoted: those are for whoever has to act on them.
import { waveBefore } from '../analysis/changes/comparability.ts';
import { rowOf, type HeatCell, type HeatMap } from '../analysis/map/heat-map.ts';
import { levelOf } from '../analysis/level.ts';
import { needsOf } from '../analysis/priorities/needs.ts';
import { favourableOfDimension } from '../analysis/readings.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Language } from '../kernel/language.ts';
import { findingViews, type FindingView } from './finding-view.ts';
import { changeOfDimension, judgedView, levelView, rounded, shareView, type DifferenceView, type LevelView, type ShareView } from './figures-shown.ts';
import { labelsOf, type GroupView, type Labels } from './labels.ts';
import { overallItem, overallView, type OverallView } from './overall-view.ts';
import { groupLooked, participationOf, subjectsOf, surveyView, type ResultsPage, type SurveyView } from './results-page.ts';
import { trendView, type TrendView } from './trend-view.ts';

export interface SideView {
  readonly group: GroupView;
  readonly participation: ResultsPage['participation'];
  readonly overall: OverallView | null;
  readonly findings: readonly FindingView[];
}

export interface FigureView {
  readonly level: LevelView;
  readonly favourable: ShareView | null;
  readonly change: DifferenceView;
  readonly rest: DifferenceView;
  readonly group: GroupView;
}

export interface OwnPage {
  readonly survey: SurveyView;
  readonly company: SideView;
  /** Null for somebody whose department the survey did not know, or who is counted with the whole company. */
  readonly own: SideView | null;
  /** The reader's department was not asked, or only in part. */
  readonly notAsked: boolean;
  readonly rows: readonly { readonly id: string; readonly label: string; readonly company: FigureView; readonly own: FigureView | null }[];
  readonly trend: TrendView | null;
  /** What matters most, highest first, whole per cents; empty where it was not asked. */
  readonly needs: readonly NeedView[];
}

/** `waves` oldest first, the one looked at last. */
export function ownPageOf(waves: readonly Wave[], map: HeatMap | null, department: string | null, language: Language): OwnPage {
  const wave = waves.at(-1) as Wave;
  const labels = labelsOf(wave, language);
  const own = department !== null && isApart(wave, department) ? department : null;
  return {
    survey: surveyView(wave, waveBefore(waves), labels),
    company: sideView(waves, map, wave.root, labels),
    own: own === null ? null : sideView(waves, map, own, labels),
    notAsked: wave.asked !== null && (department === null || wave.base === null || wave.group(wave.base, department) === null),
    rows: map ? rowsOfPage(wave, map, own, labels) : [],
    trend: wave.release.items[overallItem] ? trendView(waves, { kind: 'item', id: overallItem }, wave.root, labels) : null,
    needs: needViews(wave, wave.root, labels),
  };
}

export interface NeedView {
  readonly label: string;
  /** Whole per cents of the people who answered. */
  readonly percent: number;
}

/** What matters most to the people of a department, the first three; empty where it was not asked. */
export const needViews = (wave: Wave, department: string, labels: Labels): NeedView[] =>
  (needsOf(wave, department)?.needs ?? [])
    .map(({ dimension, share }) => ({ label: labels.dimension(dimension), percent: rounded(100 * share) }))
    // What nobody named matters to nobody, also where fewer than three were named.
    .filter(({ percent }) => percent > 0)
    .sort((a, b) => b.percent - a.percent)
    .slice(0, 3);

/** False where the department is counted together with everybody, so that its figure is the company's. */
export function isApart(wave: Wave, department: string): boolean {
  const group = wave.base === null ? null : wave.group(wave.base, department);
  return group !== null && wave.base !== null && group.atoms.length < wave.company(wave.base).atoms.length;
}

function sideView(waves: readonly Wave[], map: HeatMap | null, department: string, labels: Labels): SideView {
  const wave = waves.at(-1) as Wave;
  const row = map ? rowOf(map, wave, department) : -1;
  const findings = map && row >= 0 ? findingViews(map, row, labels) : [];
  return {
    group: labels.group(department, groupLooked(wave, department)),
    participation: participationOf(wave, waveBefore(waves), department),
    overall: overallView(waves, map, department, labels),
    findings: findings.filter((finding) => finding.group === null || department !== wave.root),
  };
}

function rowsOfPage(wave: Wave, map: HeatMap, own: string | null, labels: Labels): OwnPage['rows'] {
  const ownRow = own === null ? -1 : rowOf(map, wave, own);
  return subjectsOf(wave).flatMap(({ id }, column) => {
    const company = figureView(wave, id, map.cells[0]?.[column] ?? null, { labels, department: wave.root });
    const mine = ownRow > 0 && own !== null ? figureView(wave, id, map.cells[ownRow]?.[column] ?? null, { labels, department: own }) : null;
    return company ? [{ id, label: labels.dimension(id), company, own: mine }] : [];
  });
}

interface Whose {
  readonly labels: Labels;
  readonly department: string;
}

function figureView(wave: Wave, id: string, cell: HeatCell | null, { labels, department }: Whose): FigureView | null {
  const level = cell && levelOf(cell.reading);
  if (!cell || !level) return null;
  const favourable = favourableOfDimension(wave, id, cell.reading.group);
  return {
    level: levelView(level),
    favourable: favourable && shareView(favourable.favourable, favourable.answers, null),
    change: changeOfDimension(cell, level.index),
    rest: judgedView(cell.rest, cell.restBroken),
    group: labels.group(department, cell.reading.group),
  };
}
