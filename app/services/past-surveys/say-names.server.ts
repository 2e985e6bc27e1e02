// Which departments, and in a long file which questions, a file names, and what they are today.
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { guessAsks, guessQuestion, type PastAsk } from '#app/domain/past-surveys/guess.ts';
import type { ColumnLook } from '#app/domain/past-surveys/look.ts';
import type { PastQuestion } from '#app/domain/past-surveys/mapping.ts';
import type { NamedDepartment } from '#app/domain/past-surveys/named-department.ts';
import { matchPlaces } from '#app/domain/past-surveys/places.ts';
import type { App } from '#app/platform/app.server.ts';
import type { NamesResult, PastJob } from './past-job.server.ts';
import { readResult, readStage, saveStage, type Stage, type StagedSurvey } from './stage-files.server.ts';
import { resultOr, smallestGroup, type PastStaged, type Reading, type Wrong } from './staged.server.ts';

export type NamesStanding =
  | Reading
  | Wrong
  | { readonly step: 'columns-first' }
  | {
    readonly step: 'names';
    readonly departments: readonly NamedDepartment[];
    /** Departments of today to choose from, in tree order. */
    readonly today: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
    /** Whether the questions are what HR said, and no guess. */
    readonly said: boolean;
    /** Questions of a long file. */
    readonly items: readonly { readonly name: string; readonly look: ColumnLook; readonly ask: PastAsk; readonly question: PastQuestion | null }[];
  };

export function namesJob({ folder, encoding }: Stage & StagedSurvey, columns: NonNullable<StagedSurvey['columns']>, k: number): PastJob {
  const { revision, layout, roles, counting } = columns;
  return { kind: 'names', folder, k, encoding, layout, roles, counting, result: `names-${revision}` };
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
  const { places, matched } = placesOf(departments, all, values);
  const questions = values && new Map(values.questions);
  const placed = departments.map((name) => ({ name, place: places.get(name) ?? null, matched: matched.has(name) }));
  const asks = guessAsks(items.map(({ look }) => look));
  const asked = items.map(({ name, look }, at) => ({ name, look, ask: asks[at]!, question: questions ? (questions.get(name) ?? null) : guessQuestion(name, asks[at]!.scales) }));
  return given({ step: 'names', departments: placed, today: inTreeOrder(all), items: asked, said: questions !== null });
}

/** What HR said, else what the name tells; null for what existed only then. */
export function placesOf(names: readonly string[], all: readonly ListedDepartment[], values: StagedSurvey['values']): { readonly places: ReadonlyMap<string, string | null>; readonly matched: ReadonlyMap<string, string> } {
  const matched = matchPlaces(names, all);
  const said = new Map(values?.places);
  return { matched, places: new Map(names.map((name) => [name, said.has(name) ? (said.get(name) ?? null) : (matched.get(name) ?? null)])) };
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
