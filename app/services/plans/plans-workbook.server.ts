// Plans, steps and promises as a workbook: what the reader's own lists hold and nothing else, each on a sheet, days as days, and first a
// sheet that says what each column is. No figure about people stands in it: a file that leaves the portal carries work, not answers.
import type { Cell } from 'write-excel-file/node';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import type { ActionPlan } from '#app/domain/plans/action-plan.ts';
import { planIn } from '#app/domain/plans/plan-texts.ts';
import { originalDue, type Step } from '#app/domain/plans/step.ts';
import type { App } from '#app/platform/app.server.ts';
import { dayCell, headCell, packWorkbook, sheetNames, textCell, type Sheet } from '#app/services/tables/write-workbook.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { promiseRegister } from './decide-promises.server.ts';
import { listedFor } from './plan-list.server.ts';
import { namesOf, peopleIn } from './plan-page.server.ts';
import { placeOf } from './place-of-actor.server.ts';
import { planColumns, planLine, promiseColumns, promiseLine, type FileCell } from './plans-file.server.ts';

const stepColumns = ['step', 'plan', 'department', 'owner', 'first-day', 'day', 'moved', 'status', 'done', 'evidence'] as const;

const days: ReadonlySet<string> = new Set(['created', 'agreed', 'goal-day', 'next-day', 'finished', 'closed', 'first-day', 'day', 'kept', 'done']);
const counts: ReadonlySet<string> = new Set(['steps', 'steps-done', 'blockers', 'level', 'promises', 'moved']);

const kindOf = (column: string): 'day' | 'number' | 'text' => (days.has(column) ? 'day' : counts.has(column) ? 'number' : 'text');

interface Listed {
  readonly caption: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly about: string }[];
  readonly lines: readonly Readonly<Record<string, FileCell>>[];
}

/** The bytes of the workbook; the same plans on the same day give the same ones. */
export async function plansWorkbook(app: App, actor: Actor, language: Language): Promise<Uint8Array> {
  const text = textOf(language);
  const lists = await listsFor(app, actor, text);
  const [about = '', ...names] = sheetNames([text('plans-file.about'), ...lists.map(({ caption }) => caption)]);
  const rest = lists.map((list, at): Sheet => ({ sheet: names[at] ?? '', data: rowsOf(list), columns: list.columns.map(({ id }) => ({ width: kindOf(id) === 'text' ? 32 : 14 })) }));
  return packWorkbook([aboutSheet(about, lists, text, app.today()), ...rest]);
}

async function listsFor(app: App, actor: Actor, text: Text): Promise<Listed[]> {
  const { who } = await placeOf(app, actor);
  const plans = (await listedFor(app, who)).map((plan) => planIn(plan, text.language));
  const register = await promiseRegister(app, actor, text.language);
  const known = { app, text, departments: new Map((await app.data.departments.all()).map(({ id, name }) => [id, name])), names: await namesOf(app, plans.flatMap(peopleIn)) };
  const stepLine = (plan: ActionPlan, step: Step): Readonly<Record<(typeof stepColumns)[number], FileCell>> => ({
    step: step.title,
    plan: plan.title,
    department: known.departments.get(plan.departmentId) ?? plan.departmentId,
    owner: known.names[step.ownerId] ?? null,
    'first-day': originalDue(step),
    day: step.due,
    moved: step.dueChanges.length,
    status: text(`plan.step.status.${step.status}`),
    done: step.doneOn,
    evidence: step.evidence,
  });
  return [
    { caption: text('plans-file.plans'), columns: planColumns.map((id) => ({ id, label: text(`board.file.${id}`), about: text(`plans-file.plan.${id}.about`) })), lines: plans.map((plan) => planLine(plan, known)) },
    { caption: text('plans-file.steps'), columns: stepColumns.map((id) => ({ id, label: text(`plans-file.step.${id}`), about: text(`plans-file.step.${id}.about`) })), lines: plans.flatMap((plan) => plan.steps.map((step) => stepLine(plan, step))) },
    { caption: text('plans-file.promises'), columns: promiseColumns.map((id) => ({ id, label: text(`plans-file.promise.${id}`), about: text(`plans-file.promise.${id}.about`) })), lines: register.promises.map((one) => promiseLine(one, register.names, text)) },
  ];
}

const rowsOf = ({ columns, lines }: Listed) => [columns.map(({ label }) => headCell(label)), ...lines.map((line) => columns.map(({ id }) => cellOf(line[id] ?? null, id)))];

function cellOf(value: FileCell, column: string): Cell {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  return kindOf(column) === 'day' ? dayCell(value as Day) : textCell(value);
}

function aboutSheet(sheet: string, lists: readonly Listed[], text: Text, today: Day): Sheet {
  const data = [
    [headCell(text('plans-file.title')), dayCell(today)],
    [textCell(text('plans-file.whose'))],
    [textCell(text('plans.no-ranking'))],
    [],
    (['table', 'column', 'kind', 'meaning'] as const).map((one) => headCell(text(`plans-file.head.${one}`))),
    ...lists.flatMap(({ caption, columns }) => columns.map(({ id, label, about }) => [caption, label, text(`plans-file.kind.${kindOf(id)}`), about].map(textCell))),
  ];
  return { sheet, data, columns: [{ width: 28 }, { width: 28 }, { width: 14 }, { width: 80 }] };
}
