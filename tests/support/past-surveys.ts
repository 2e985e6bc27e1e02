// A file of past answers, put where an upload puts it, and led through the questions of HR.
import { writeFileSync } from 'node:fs';
import { day } from '#app/domain/kernel/day.ts';
import { nothingSaid, type PastCounting } from '#app/domain/past-surveys/counting.ts';
import type { PastLayout, PastRole } from '#app/domain/past-surveys/mapping.ts';
import type { App } from '#app/platform/app.server.ts';
import { beginPast, columnsOfPast, namesOfPast, planOfPast, sayColumns, sayNames } from '#app/services/past-surveys.server.ts';
import { whenRead } from '#app/services/past-surveys/past-thread.server.ts';
import { answersOf, newStage } from '#app/services/past-surveys/stage-files.server.ts';

export const rows = (header: string, ...groups: readonly (readonly [number, string])[]): string =>
  [header, ...groups.flatMap(([count, row]) => new Array<string>(count).fill(row)), ''].join('\n');

/** The id of the stage. */
export function stageFile(app: App, content: string | Uint8Array, { title = 'Survey 2024', closed = '2024-06-30' } = {}): string {
  const stage = newStage(app);
  writeFileSync(answersOf(stage), content, { mode: 0o600 });
  const begun = beginPast(app, stage, { title, closed: day(closed) });
  if (!begun.ok) throw new Error(begun.because);
  return stage.id;
}

/** Waits for the reading that a page has begun. */
export async function settled<T extends { readonly ok: boolean }>(app: App, read: () => Promise<T>): Promise<T & { readonly ok: true }> {
  await read();
  await whenRead(app);
  const settledNow = await read();
  if (!settledNow.ok) throw new Error('the stage is gone');
  return settledNow as T & { readonly ok: true };
}

export const columnsOf = async (app: App, id: string) => (await settled(app, () => columnsOfPast(app, id))).value.standing;
export const namesOf = async (app: App, id: string) => (await settled(app, () => namesOfPast(app, id))).value.standing;
export const planOf = async (app: App, id: string) => (await settled(app, () => planOfPast(app, id, 'en'))).value.standing;

export const eachRowAPerson = (layout: PastLayout): PastCounting => ({ ...nothingSaid(layout), oneRowPerPerson: true });

export interface Said {
  /** Each row is a person where nothing else is said. */
  readonly counting?: Partial<PastCounting>;
  readonly layout?: PastLayout;
  /** By the name of a column; the guess stands for others. */
  readonly roles?: Readonly<Record<string, PastRole>>;
  /** By the name of a department in the file. */
  readonly places?: Readonly<Record<string, string | null>>;
}

/** Says what is told and takes every guess; the id of a stage whose plan is made or refused. */
export async function planned(app: App, content: string | Uint8Array, said: Said & { readonly title?: string; readonly closed?: string } = {}): Promise<string> {
  const id = stageFile(app, content, said);
  const columns = await columnsOf(app, id);
  if (columns.step !== 'columns') throw new Error(`the columns are ${JSON.stringify(columns)}`);
  const roles = columns.look.columns.map(({ name }, at) => said.roles?.[name] ?? columns.roles[at]!);
  const layout = said.layout ?? columns.layout;
  const counting = { ...eachRowAPerson(layout), ...said.counting };
  const told = await sayColumns(app, id, { layout, roles, counting });
  if (!told.ok) throw new Error(JSON.stringify(told));
  const names = await namesOf(app, id);
  if (names.step !== 'names') throw new Error(`the names are ${JSON.stringify(names)}`);
  const places = new Map(names.departments.flatMap(({ name }, at) => (said.places && name in said.places ? [[at, said.places[name] ?? null] as const] : [])));
  sayNames(app, id, { places, questions: names.items.map(({ question }) => question) });
  await planOf(app, id);
  return id;
}
