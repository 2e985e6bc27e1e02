// All plans as a table for a spreadsheet, for HR. Plans alone: no figure about people stands in it. Attacker: whoever writes a title
// that a spreadsheet would run as a formula.
import { stringify } from 'csv-stringify/sync';
import type { Language } from '#app/domain/kernel/language.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { isUnresolved, levelOf } from '#app/domain/plans/blocker.ts';
import { nextStep } from '#app/domain/plans/plan-flags.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { isAwaited } from '#app/domain/plans/promised.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { namesOf } from './plan-page.server.ts';
import { dimensionName } from './plan-words.server.ts';

const columns = ['department', 'dimension', 'title', 'state', 'owner', 'partners', 'created', 'agreed', 'goal-day', 'steps', 'steps-done', 'next-step', 'next-day', 'blockers', 'level', 'promises', 'finished', 'closed', 'result'] as const;

interface Known {
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
  const rows = plans.map((plan) => lineOf(plan, { app, text, departments, names }));
  const table = [columns.map((column) => text(`board.file.${column}`)), ...rows, [text('plans.no-ranking')]];
  return stringify(table, { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

function lineOf(plan: ActionPlan, { app, text, departments, names }: Known): (string | number)[] {
  const counted = plan.steps.filter(({ status }) => status !== 'dropped');
  const next = nextStep(plan);
  const blockers = plan.blockers.filter(isUnresolved);
  const nameOf = (id: string) => departments.get(id) ?? id;
  const cells: Readonly<Record<(typeof columns)[number], string | number | null>> = {
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
  return columns.map((column) => cells[column] ?? '');
}
