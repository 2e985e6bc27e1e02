// Whether the company does what it announced, beside what people answered about it. The first comes from plans, the second from
// releases; the two meet nowhere but on the page.
import { controlLimits } from '#app/domain/analysis/statistics/control-limits.ts';
import { branchesOf, type Branch } from '#app/domain/organisation/tree.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { progressByDepartment, progressByMonth, progressFigures, type DepartmentProgress, type MonthOfWork, type ProgressFigures } from '#app/domain/plans/progress-figures.ts';
import { labelsOf } from '#app/domain/reports/labels.ts';
import { overallItem } from '#app/domain/reports/overall-view.ts';
import { trendView, type TrendView } from '#app/domain/reports/trend-view.ts';
import { libraryItem } from '#app/domain/surveys/questions/question-library.ts';
import type { App } from '#app/platform/app.server.ts';
import { missingAnswers } from './lock-pulse.server.ts';
import { releasedWaves, type ReleasedWave } from './waves.server.ts';
import { whole } from '#app/domain/kernel/rounding.ts';

/** «Action is taken here on what employees say in surveys» and «I know what was done after the last survey». */
const followUpItems = ['COM-04', 'COM-05'] as const;

export interface ProgressPage {
  readonly figures: ProgressFigures;
  readonly months: readonly MonthOfWork[];
  /** Natural limits of the share of steps on time; null below the fewest months. */
  readonly limits: { readonly centre: number; readonly upper: number; readonly lower: number; /** The last month is more than noise. */ readonly signal: boolean } | null;
  readonly fewestMonths: number;
  readonly departments: readonly (DepartmentProgress & { readonly name: string })[];
  /** What people answered, company-wide; a question nobody was asked yet has no line. */
  readonly answers: readonly { readonly id: string; readonly question: string; readonly trend: TrendView | null }[];
}

const fewestMonths = 8;
const mostInLine = 12;

export async function progressPage(app: App, language: Language): Promise<ProgressPage> {
  const [plans, versions, issues] = [await app.data.plans.all(), await app.data.plans.allVersions(), await app.data.issues.all()];
  const places = branchesOf(await app.data.departments.all(), new Map()).flatMap(withBelow);
  const today = app.today();
  const months = progressByMonth({ plans, issues }, today);
  const waves = await releasedWaves(app, mostInLine);
  const silent = (await missingAnswers(app, language)).filter(({ issueId }) => issueId === null).length;
  return {
    figures: progressFigures({ plans, versions, issues, silent }, today),
    months,
    limits: limitsOf(months),
    fewestMonths,
    departments: progressByDepartment(plans, places.map(({ id }) => id), today).map((one) => ({ ...one, name: places.find(({ id }) => id === one.departmentId)?.name ?? '–' })),
    answers: [overallItem, ...followUpItems].map((id) => ({ id, question: inLanguage(libraryItem(id)?.text, language) ?? id, trend: lineOf(waves, id, language) })),
  };
}

const withBelow = (branch: Branch): Branch[] => [branch, ...branch.below.flatMap(withBelow)];

const percentOnTime = ({ stepsOnTime: { part, of } }: MonthOfWork): number | null => (of === 0 ? null : (100 * part) / of);

function limitsOf(months: readonly MonthOfWork[]): ProgressPage['limits'] {
  const series = months.flatMap((month) => percentOnTime(month) ?? []);
  const limits = series.length < fewestMonths ? null : controlLimits(series);
  if (!limits) return null;
  const within = (percent: number) => whole(Math.min(100, Math.max(0, percent)));
  return { centre: within(limits.centre), upper: within(limits.upper), lower: within(limits.lower), signal: limits.signals.includes(series.length - 1) };
}

/** Of everybody, up to the last survey that asked it: a question that rotates is not asked every time. */
function lineOf(released: readonly ReleasedWave[], id: string, language: Language): TrendView | null {
  const waves = released.flatMap(({ wave }) => (wave.asked ? [] : [wave]));
  const asked = waves.slice(0, waves.findLastIndex(({ release }) => release.items[id] !== undefined) + 1);
  const last = asked.at(-1);
  const trend = last && trendView(asked, { kind: 'item', id }, last.root, labelsOf(last, language));
  // It stands before a colon.
  return trend ? { ...trend, label: trend.label.replace(/[.。]$/, '') } : null;
}
