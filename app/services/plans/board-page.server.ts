// HR's board of all departments. Lists are found by rows; plans are read whole only for the departments on the page.
import type { Actor } from '#app/domain/access/actor.ts';
import { levelOf } from '#app/domain/analysis/level.ts';
import { readFor } from '#app/domain/analysis/readings.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { inLanguage, type Language } from '#app/domain/kernel/language.ts';
import { whole } from '#app/domain/kernel/rounding.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { branchesOf, type Branch } from '#app/domain/organisation/tree.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { boardRows, boardStages, standingBlockers, type BoardPage, type BoardRow, type BoardScore, type BoardStage, type ShownRow, type StandingBlocker } from '#app/domain/plans/board.ts';
import { followThrough } from '#app/domain/plans/follow-through.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { isAwaited, statusOfPromise } from '#app/domain/plans/promised.ts';
import { executiveOf, nearestHead } from '#app/domain/plans/standing.ts';
import { overallItem } from '#app/domain/reports/overall-view.ts';
import type { App } from '#app/platform/app.server.ts';
import { answersOfLatest } from './lock-pulse.server.ts';
import { namesOf } from './plan-page.server.ts';
import { nameIn, placeOf } from './place-of-actor.server.ts';
import { latestWave, type ReleasedWave } from './waves.server.ts';

export interface BoardWish {
  readonly stage: BoardStage | null;
  /** Part of a department's name; empty for all. */
  readonly find: string;
  /** From 1. */
  readonly page: number;
}

const rowsPerPage = 50;
const mostListed = 20;
/** Days ahead in which promises are due. */
const soon = 14;

export async function boardPage(app: App, actor: Actor, { wish, language }: { readonly wish: BoardWish; readonly language: Language }): Promise<BoardPage> {
  const today = app.today();
  const { departments } = await placeOf(app, actor);
  const order = branchesOf(departments, new Map()).flatMap(withBelow);
  const { owed } = await answersOfLatest(app);
  const all = boardRows({ owed, plans: await app.data.planDuties.standings(), lateSteps: await app.data.planDuties.lateSteps(today) }, order.map(({ id }) => id), today);
  const names = new Map(order.map(({ id, name }) => [id, name]));
  const found = all.filter((row) => (wish.stage === null || row.counts[wish.stage] > 0) && (names.get(row.departmentId) ?? '').toLowerCase().includes(wish.find.trim().toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(Math.max(1, wish.page), pages);
  const wave = await latestWave(app);
  const rows = await shownRows(app, { rows: found.slice((page - 1) * rowsPerPage, page * rowsPerPage), departments, wave });
  return {
    rows,
    found: found.length,
    withSomething: all.length,
    rest: departments.length - all.length,
    totals: totalsOf(all),
    page,
    pages,
    ...(await blockersOf(app, departments, language)),
    ...(await promisesOf(app, departments, language)),
    survey: wave ? { id: wave.wave.release.survey.id, title: inLanguage(wave.wave.release.survey.title, language), closed: wave.wave.release.survey.closed } : null,
    today,
  };
}

const withBelow = (branch: Branch): Branch[] => [branch, ...branch.below.flatMap(withBelow)];

const totalsOf = (rows: readonly BoardRow[]): BoardPage['totals'] => {
  const totals = { owed: 0, planned: 0, 'under-way': 0, done: 0, measured: 0 };
  for (const { counts } of rows) for (const stage of boardStages) totals[stage] += counts[stage];
  return totals;
};

interface Shown {
  readonly rows: readonly BoardRow[];
  readonly departments: readonly ListedDepartment[];
  readonly wave: ReleasedWave | undefined;
}

async function shownRows(app: App, { rows, departments, wave }: Shown): Promise<ShownRow[]> {
  const places = new Map(departments.map((one) => [one.id, one]));
  const plans = await app.data.planDuties.ofDepartments(rows.map(({ departmentId }) => departmentId));
  const versions = (await Promise.all(plans.filter(({ version }) => version > 1).map(({ id }) => app.data.plans.versions(id)))).flat();
  return rows.map((row) => {
    const place = places.get(row.departmentId);
    const own = plans.filter((plan) => plan.departmentId === row.departmentId);
    return { ...row, name: place?.name ?? '–', within: places.get(place?.parentId ?? '')?.name ?? '', followThrough: followThrough(own, versions, app.today()), score: scoreOf(wave, row.departmentId) };
  });
}

/** The published figure of the question that stands for the whole. */
function scoreOf(known: ReleasedWave | undefined, department: string): BoardScore | null {
  const reading = known?.wave.departments.has(department) ? readFor(known.wave, { kind: 'item', id: overallItem }, department) : null;
  const level = reading && levelOf(reading);
  if (!known || !reading || !level) return null;
  const nameOf = (id: string) => known.wave.departments.get(id)?.name ?? id;
  return { index: whole(level.index), with: reading.group.with.map(({ department: id }) => nameOf(id)) };
}

/** Who has to answer what stands in the way now; null stands for HR. */
function answererOf({ plan, level }: StandingBlocker, departments: readonly ListedDepartment[]): string | null {
  if (level === 0) return plan.ownerId;
  if (level === 1) return nearestHead(departments, plan.departmentId);
  return level === 2 ? null : executiveOf(departments, plan.departmentId);
}

async function blockersOf(app: App, departments: readonly ListedDepartment[], language: Language): Promise<Pick<BoardPage, 'blockers' | 'moreBlockers'>> {
  const all = standingBlockers((await app.data.plans.inStates(['blocked'])).map((plan) => planIn(plan, language)), app.today());
  const shown = all.slice(0, mostListed).map((one) => ({ one, by: answererOf(one, departments) }));
  const names = await namesOf(app, shown.map(({ by }) => by));
  return {
    blockers: shown.map(({ one: { plan, ...one }, by }) => ({ ...one, plan: { id: plan.id, title: plan.title }, departmentName: nameIn(departments, plan.departmentId), answers: by === null ? null : (names[by] ?? null) })),
    moreBlockers: all.length - shown.length,
  };
}

async function promisesOf(app: App, departments: readonly ListedDepartment[], language: Language): Promise<Pick<BoardPage, 'promises' | 'morePromises'>> {
  const [today, until] = [app.today(), addDays(app.today(), soon)];
  const due = (plan: ActionPlan) => plan.promises.filter((one) => isAwaited(one) && one.due <= until).map((promise) => ({ promise, plan }));
  const all = (await app.data.planDuties.withPromisesUntil(until)).map((plan) => planIn(plan, language)).flatMap(due).sort((one, other) => (one.promise.due < other.promise.due ? -1 : 1));
  const shown = all.slice(0, mostListed);
  const names = await namesOf(app, shown.map(({ promise }) => promise.by));
  return {
    promises: shown.map(({ promise, plan }) => ({ promise, status: statusOfPromise(promise, today), planId: plan.id, departmentName: nameIn(departments, plan.departmentId), by: names[promise.by] ?? null })),
    morePromises: all.length - shown.length,
  };
}
