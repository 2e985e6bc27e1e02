// Plans and promises as tables: which columns they have and what stands in each. Plans alone: no figure about people stands in them.
// Attacker: whoever writes a title that a spreadsheet would run as a formula.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { isUnresolved, levelOf } from '#app/domain/plans/blocker.ts';
import { nextStep } from '#app/domain/plans/plan-flags.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import type { Names } from '#app/domain/plans/plan-page.ts';
import type { ListedPromise } from '#app/domain/plans/promise-page.ts';
import { firstDue, isAwaited, renewalsOf } from '#app/domain/plans/promised.ts';
import type { App } from '#app/platform/app.server.ts';
import { csvText } from '#app/services/tables/write-csv.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { promiseRegister } from './decide-promises.server.ts';
import { namesOf } from './plan-page.server.ts';
import { dimensionName } from './plan-words.server.ts';

export const planColumns = ['department', 'dimension', 'title', 'state', 'owner', 'partners', 'created', 'agreed', 'goal-day', 'steps', 'steps-done', 'next-step', 'next-day', 'blockers', 'level', 'promises', 'finished', 'closed', 'result'] as const;

export type PlanColumn = (typeof planColumns)[number];
/** A number, a text, or nothing; a day is a text that its column says is one. */
export type FileCell = string | number | null;

export interface Known {
  readonly text: Text;
  readonly departments: ReadonlyMap<string, string>;
  readonly names: Readonly<Record<string, string>>;
  readonly app: App;
}

/** UTF-8 with a mark at the beginning, which spreadsheets need to read Chinese; the last line is the sentence that has to go with it. */
export async function plansFile(app: App, language: Language): Promise<string> {
  const text = textOf(language);
  const plans = (await app.data.plans.all()).map((plan) => planIn(plan, language));
  const departments = new Map((await app.data.departments.all()).map(({ id, name }) => [id, name]));
  const names = await namesOf(app, plans.map(({ ownerId }) => ownerId));
  const rows = plans.map((plan) => planLine(plan, { app, text, departments, names })).map((line) => planColumns.map((column) => line[column] ?? ''));
  const table = [planColumns.map((column) => text(`board.file.${column}`)), ...rows, [text('plans.no-ranking')]];
  return written(table);
}

const written = (table: readonly (readonly FileCell[])[]): string => csvText(table, { mark: true });

/** Every column of one plan. */
export function planLine(plan: ActionPlan, { app, text, departments, names }: Known): Readonly<Record<PlanColumn, FileCell>> {
  const counted = plan.steps.filter(({ status }) => status !== 'dropped');
  const next = nextStep(plan);
  const blockers = plan.blockers.filter(isUnresolved);
  const nameOf = (id: string) => departments.get(id) ?? id;
  return {
    department: nameOf(plan.departmentId),
    dimension: dimensionName(plan.dimension, text.language),
    title: plan.title,
    state: text(`plan.state.${plan.state}`),
    owner: names[plan.ownerId] ?? null,
    partners: text.list(plan.partners.map(nameOf)),
    created: plan.days.created,
    agreed: plan.days.committed,
    'goal-day': plan.target?.by ?? null,
    steps: counted.length,
    'steps-done': counted.filter(({ status }) => status === 'done').length,
    'next-step': next?.title ?? null,
    'next-day': next?.due ?? null,
    blockers: blockers.length,
    level: blockers.length === 0 ? null : Math.max(...blockers.map((one) => levelOf(one, app.today()))),
    promises: plan.promises.filter(isAwaited).length,
    finished: plan.days.implemented,
    closed: plan.days.closed,
    result: plan.result?.text ?? plan.cancelled?.reason ?? null,
  };
}

export const promiseColumns = ['promise', 'plan', 'department', 'by', 'first-day', 'day', 'moved', 'kept', 'status', 'dropped'] as const;

export type PromiseColumn = (typeof promiseColumns)[number];

/** Every column of one promise. */
export const promiseLine = ({ promise, status, plan, departmentName }: ListedPromise, names: Names, text: Text): Readonly<Record<PromiseColumn, FileCell>> => ({
  promise: promise.text,
  plan: plan.title,
  department: departmentName,
  by: names[promise.by] ?? null,
  'first-day': firstDue(promise),
  day: promise.due,
  moved: renewalsOf(promise).length,
  kept: promise.keptOn,
  status: text(`plans-file.status.${status}`),
  dropped: promise.dropped,
});

/** The promises of the reader's register, in its order; written as the table of plans is. */
export async function promisesFile(app: App, actor: Actor, language: Language): Promise<string> {
  const text = textOf(language);
  const { promises, names } = await promiseRegister(app, actor, language);
  const rows = promises.map((one) => promiseLine(one, names, text)).map((line) => promiseColumns.map((column) => line[column] ?? ''));
  return written([promiseColumns.map((column) => text(`plans-file.promise.${column}`)), ...rows]);
}
