// Surveys that another tool collected, brought by HR as files: what a file looks like, what HR says it holds, what would be published,
// and then one release per file. Of the file nothing else is kept.
import { basename } from 'node:path';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { Release } from '#app/domain/publication/release.ts';
import type { FoundProblems } from '#app/domain/publication/past-found.ts';
import { guessQuestion, guessRoles } from '#app/domain/publication/past-guess.ts';
import type { ColumnLook, PastLook } from '#app/domain/publication/past-look.ts';
import type { PastLayout, PastQuestion, PastRole } from '#app/domain/publication/past-mapping.ts';
import { matchPlaces, pastCompany } from '#app/domain/publication/past-places.ts';
import { problemsOfCuts, type RoleProblem } from '#app/domain/publication/past-role-problems.ts';
import { waveOf } from '#app/domain/analysis/wave.ts';
import { pastPlanOf, type PastPlan } from '#app/domain/reports/past-plan.ts';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import { smallestK } from '#app/domain/organisation/organisation.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { pastSurveyId } from '#app/domain/surveys/past-survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { LookResult, NamesResult, PastJob, PlanMade, PlanResult } from './bringing-past-surveys/past-job.server.ts';
import { progressOf, type Progress } from './bringing-past-surveys/past-thread.server.ts';
import { keepPastSurvey } from './bringing-past-surveys/keeping.server.ts';
import { readResult, readStage, removeStage, saveStage, stages, type Stage, type StagedSurvey } from './bringing-past-surveys/stage.server.ts';
import { surveyOfRelease } from './release-cache.server.ts';

type Staged = Stage & StagedSurvey;

/** Published ones, the latest first, and the files that wait for somebody to go on. */
export async function pastSurveys(app: App, language: Language): Promise<{ readonly brought: readonly ClosedSurvey[]; readonly waiting: readonly Pick<Staged, 'id' | 'title' | 'closed'>[] }> {
  const listed = await app.data.pastSurveys.listed();
  const brought = await Promise.all(listed.map(({ hash }) => surveyOfRelease(app, hash, language)));
  const waiting = stages(app).map(({ id, title, closed }) => ({ id, title, closed }));
  return { brought: brought.filter((survey) => survey !== null).reverse(), waiting };
}

/** After the file has come in. */
export function beginPast(app: App, stage: Stage, { title, closed }: { readonly title: string; readonly closed: Day }): Outcome<null, 'past-day-to-come'> {
  if (closed > app.today()) return refused('past-day-to-come');
  saveStage(stage, { title, closed, columns: null, values: null });
  return done(null);
}

export type PastStanding =
  | { readonly step: 'reading'; readonly progress: Progress }
  | { readonly step: 'wrong'; readonly found: FoundProblems }
  | { readonly step: 'known'; readonly surveyId: string }
  | { readonly step: 'columns'; readonly look: PastLook; readonly layout: PastLayout; readonly roles: readonly PastRole[] };

export interface PastStaged<T> {
  readonly title: string;
  readonly closed: Day;
  readonly standing: T;
}

/** Fewest people in a group, as the organisation has it. */
export const smallestGroup = async (app: App): Promise<number> => (await app.data.organisation.get())?.k ?? smallestK;

/** The result of a reading, or how far it is; a reading that was interrupted begins again. */
function resultOr<T>(app: App, job: PastJob): { readonly result: T } | { readonly step: 'reading'; readonly progress: Progress } {
  const result = readResult<T>(job, job.result);
  return result ? { result } : { step: 'reading', progress: progressOf(app, job) };
}

const lookJob = ({ folder }: Stage, k: number): PastJob => ({ kind: 'look', folder, k, result: 'look' });

/** What the columns look like, with what HR said about them or else a guess. */
export async function columnsOfPast(app: App, id: string): Promise<Outcome<PastStaged<PastStanding>, 'not-found'>> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  const { title, closed, columns } = stage;
  const read = resultOr<LookResult>(app, lookJob(stage, await smallestGroup(app)));
  const given = (standing: PastStanding) => done({ title, closed, standing });
  if ('step' in read) return given(read);
  if (!read.result.ok) return given({ step: 'wrong', found: read.result });
  const { hash, look } = read.result;
  const known = await app.data.pastSurveys.get(pastSurveyId(hash));
  if (known) return given({ step: 'known', surveyId: known.id });
  const { layout, roles } = columns ?? guessRoles(look);
  return given({ step: 'columns', look, layout, roles });
}

/** Refused with the columns that cannot be what they are said to be. */
export async function sayColumns(app: App, id: string, { layout, roles }: { readonly layout: PastLayout; readonly roles: readonly PastRole[] }): Promise<Outcome<null, 'not-found'> | { readonly ok: false; readonly because: 'columns'; readonly problems: readonly RoleProblem[] }> {
  const stage = readStage(app, id);
  const read = stage && readResult<LookResult>(stage, 'look');
  if (!stage || !read?.ok || roles.length !== read.look.columns.length) return refused('not-found');
  const problems = problemsOfCuts(roles, read.look.columns);
  if (problems.length > 0) return { ok: false, because: 'columns', problems };
  saveStage(stage, { ...stage, columns: { revision: (stage.columns?.revision ?? 0) + 1, layout, roles }, values: null });
  return done(null);
}

export interface NamedDepartment {
  /** As the file calls it; empty where rows name none. */
  readonly name: string;
  /** Of today; null for one that existed only then. */
  readonly place: string | null;
  /** Whether the name alone told it. */
  readonly matched: boolean;
}

export type NamesStanding =
  | Exclude<PastStanding, { step: 'columns' | 'known' }>
  | { readonly step: 'columns-first' }
  | {
      readonly step: 'names';
      readonly departments: readonly NamedDepartment[];
      /** Departments of today to choose from, in tree order. */
      readonly today: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
      /** Questions of a long file. */
      readonly items: readonly { readonly name: string; readonly look: ColumnLook; readonly question: PastQuestion | null }[];
    };

function namesJob({ folder }: Stage, columns: NonNullable<StagedSurvey['columns']>, k: number): PastJob {
  const { revision, layout, roles } = columns;
  return { kind: 'names', folder, k, layout, roles, result: `names-${revision}` };
}

/** Which departments, and in a long file which questions, the file names, and what they are today. */
export async function namesOfPast(app: App, id: string): Promise<Outcome<PastStaged<NamesStanding>, 'not-found'>> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  const { title, closed, columns, values } = stage;
  const given = (standing: NamesStanding) => done({ title, closed, standing });
  if (!columns) return given({ step: 'columns-first' });
  const read = resultOr<NamesResult>(app, namesJob(stage, columns, await smallestGroup(app)));
  if ('step' in read) return given(read);
  if (!read.result.ok) return given({ step: 'wrong', found: read.result });
  const { departments, items } = read.result;
  const all = await app.data.departments.all();
  const matched = matchPlaces(departments, all);
  const placed = departments.map((name) => ({ name, place: placeOf(name, values, matched), matched: matched.has(name) }));
  const asked = items.map(({ name, look }) => ({ name, look, question: values ? (new Map(values.questions).get(name) ?? null) : guessQuestion(name, look) }));
  return given({ step: 'names', departments: placed, today: inTreeOrder(all), items: asked });
}

/** What HR said, else what the name tells. */
function placeOf(name: string, values: StagedSurvey['values'], matched: ReadonlyMap<string, string>): string | null {
  const said = values?.places.find(([one]) => one === name);
  return said ? said[1] : (matched.get(name) ?? null);
}

function inTreeOrder(all: readonly ListedDepartment[]): { id: string; name: string; depth: number }[] {
  const below = (parentId: string | null, depth: number): { id: string; name: string; depth: number }[] =>
    depth > 30 ? [] : all.filter((one) => !one.closed && one.parentId === parentId).flatMap(({ id, name }) => [{ id, name, depth }, ...below(id, depth + 1)]);
  return below(null, 0);
}

export interface SaidNames {
  /** By number of a department as it was listed: the one of today, or null; what is missing is as its name tells. */
  readonly places: ReadonlyMap<number, string | null>;
  /** In the order in which they were listed; null for what is left out. */
  readonly questions: readonly (PastQuestion | null)[];
}

export function sayNames(app: App, id: string, { places, questions }: SaidNames): Outcome<null, 'not-found'> {
  const stage = readStage(app, id);
  const names = stage?.columns && readResult<NamesResult>(stage, `names-${stage.columns.revision}`);
  if (!stage || !names?.ok || questions.length !== names.items.length) return refused('not-found');
  const said = names.departments.flatMap((name, at) => (places.has(at) ? [[name, places.get(at) ?? null] as const] : []));
  const asked = names.items.flatMap(({ name }, at) => (questions[at] ? [[name, questions[at]] as const] : []));
  const revision = (stage.values?.revision ?? 0) + 1;
  saveStage(stage, { ...stage, values: { revision, places: said, questions: asked, skipInvalid: false } });
  return done(null);
}

/** Answers out of range count as none from now on. */
export function skipInvalidAnswers(app: App, id: string): Outcome<null, 'not-found'> {
  const stage = readStage(app, id);
  if (!stage?.values) return refused('not-found');
  saveStage(stage, { ...stage, values: { ...stage.values, revision: stage.values.revision + 1, skipInvalid: true } });
  return done(null);
}

async function planJob(app: App, stage: Staged): Promise<PastJob | null> {
  const { folder, columns, values, title, closed } = stage;
  const look = readResult<LookResult>(stage, 'look');
  const names = columns && readResult<NamesResult>(stage, `names-${columns.revision}`);
  if (!columns || !values || !look?.ok || !names?.ok) return null;
  const all = await app.data.departments.all();
  const matched = matchPlaces(names.departments, all);
  const chosen = new Map(names.departments.map((name) => [name, placeOf(name, values, matched)]));
  const { departments, places } = pastCompany(chosen, all);
  const { layout, roles } = columns;
  const mapping = { layout, roles, places, questions: new Map(values.questions) };
  const header = look.look.columns.map(({ name }) => name);
  const result = `plan-${columns.revision}-${values.revision}`;
  return { kind: 'plan', folder, result, k: await smallestGroup(app), header, mapping, departments, title, closed, skipInvalid: values.skipInvalid };
}

export type PlanStanding = Exclude<PastStanding, { step: 'columns' | 'known' }> | { readonly step: 'names-first' } | { readonly step: 'plan'; readonly plan: PastPlan };

/** What would be published; nothing of what people answered is told before it is. */
export async function planOfPast(app: App, id: string, language: Language): Promise<Outcome<PastStaged<PlanStanding>, 'not-found'>> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  const { title, closed } = stage;
  const given = (standing: PlanStanding) => done({ title, closed, standing });
  const job = await planJob(app, stage);
  if (!job) return given({ step: 'names-first' });
  const read = resultOr<PlanResult>(app, job);
  if ('step' in read) return given(read);
  if (!read.result.ok) return given({ step: 'wrong', found: read.result });
  return given({ step: 'plan', plan: planIn(read.result, language) });
}

function planIn({ text, words, rows, invalid }: PlanMade, language: Language): PastPlan {
  const wave = waveOf(JSON.parse(text) as Release, words.departments, words.questions);
  return pastPlanOf(wave, { rows, invalid, language });
}

/** Publishes exactly what was planned, and destroys the file. Gives the id of the survey. */
export async function publishPast(app: App, id: string): Promise<Outcome<string, 'not-found' | 'past-not-planned' | 'past-known'>> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  const { columns, values } = stage;
  const plan = columns && values && readResult<PlanResult>(stage, `plan-${columns.revision}-${values.revision}`);
  if (!plan?.ok) return refused('past-not-planned');
  const kept = await keepPastSurvey(app, plan);
  if (!kept.ok) return kept;
  app.checkpoint?.('past:published');
  removeStage(app, basename(stage.folder));
  return kept;
}

export function giveUpPast(app: App, id: string): void {
  removeStage(app, id);
}
