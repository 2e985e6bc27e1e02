// What would be published, and publishing it.
import { waveOf } from '#app/domain/analysis/wave.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { asksOf } from '#app/domain/past-surveys/asks.ts';
import type { FoundProblems } from '#app/domain/past-surveys/found.ts';
import { guessAsks, guessQuestion } from '#app/domain/past-surveys/guess.ts';
import { itemIdOf, wordsOf } from '#app/domain/past-surveys/mapping.ts';
import { problemsOfSpellings } from '#app/domain/past-surveys/role-problems.ts';
import { pastCompany } from '#app/domain/past-surveys/places.ts';
import { releaseIn } from '#app/domain/publication/release/release-text.ts';
import { pastPlanOf, type PastPlan } from '#app/domain/reports/past-plan.ts';
import type { App } from '#app/platform/app.server.ts';
import { isPublishedAlready, keepPastSurvey } from './keep-past-survey.server.ts';
import { namesJob, placesOf, sayNames } from './say-names.server.ts';
import type { LookResult, NamesResult, PastJob, PlanMade, PlanResult } from './past-job.server.ts';
import { readResult, readStage, removeStage, saveStage, type Stage, type StagedSurvey } from './stage-files.server.ts';
import { resultOr, smallestGroup, type PastStaged, type Reading, type Wrong } from './staged.server.ts';

/** Answers out of range count as none from now on. */
export function skipInvalidAnswers(app: App, id: string): Outcome<null, 'not-found'> {
  const stage = readStage(app, id);
  if (!stage?.values) return refused('not-found');
  saveStage(stage, { ...stage, values: { ...stage.values, revision: stage.values.revision + 1, skipInvalid: true } });
  return done(null);
}

type PlanJob = PastJob & { readonly kind: 'plan' };

async function planJob(app: App, stage: Stage & StagedSurvey): Promise<PlanJob | null> {
  const { folder, encoding, columns, values, title, closed } = stage;
  const look = readResult<LookResult>(stage, 'look');
  const names = columns && readResult<NamesResult>(stage, `names-${columns.revision}`);
  if (!columns || !values || !look?.ok || !names?.ok) return null;
  const all = await app.data.departments.all();
  const { departments, places } = pastCompany(placesOf(names.departments, all, values).places, all);
  const { layout, roles, counting } = columns;
  const mapping = { layout, roles, places, questions: new Map(values.questions) };
  const header = look.look.columns.map(({ name }) => name);
  const result = `plan-${columns.revision}-${values.revision}`;
  return { kind: 'plan', counting, folder, encoding, result, k: await smallestGroup(app), header, mapping, departments, title, closed, skipInvalid: values.skipInvalid };
}

export type PlanStanding = Reading | Wrong | { readonly step: 'names-first' } | { readonly step: 'plan'; readonly plan: PastPlan; /** Departments that existed only then. */ readonly onlyThen: number };

const sameAnswers = { ok: false as const, problems: [{ line: 0, column: 0, code: 'same-answers' as const, details: {} }], count: 1, skippable: 0, skips: [] };

/**
 * Nobody is asked for departments and questions that are plain: the names then tell them, and a department that nobody knows existed only then.
 * True where there is something to say first.
 */
async function takeNames(app: App, stage: Stage & StagedSurvey): Promise<'names-first' | Reading | null> {
  const { columns, values } = stage;
  if (values || !columns) return columns ? null : 'names-first';
  const read = resultOr<NamesResult>(app, namesJob(stage, columns, await smallestGroup(app)));
  if ('step' in read) return read;
  if (!read.result.ok) return 'names-first';
  const looks = read.result.items.map(({ look }) => look);
  const asks = guessAsks(looks);
  const questions = looks.map(({ name }, at) => guessQuestion(name, asks[at]!.scales));
  const roles = questions.map((question) => ({ as: 'question' as const, question }));
  const { scales, words } = asksOf(looks, asks, roles);
  const isOpen = scales.length + words.length > 0 || questions.some((question) => !question.scale) || asks.some(({ direction }) => direction);
  if (isOpen || problemsOfSpellings(questions).length > 0 && questions.length > 0) return 'names-first';
  sayNames(app, stage.id, { places: new Map(), questions });
  return null;
}

/** What would be published; nothing of what people answered is told before it is. */
export async function planOfPast(app: App, id: string, language: Language): Promise<Outcome<PastStaged<PlanStanding>, 'not-found'>> {
  const staged = readStage(app, id);
  if (!staged) return refused('not-found');
  const { title, closed } = staged;
  const given = (standing: PlanStanding) => done({ title, closed, standing });
  const open = await takeNames(app, staged);
  if (open) return given(open === 'names-first' ? { step: open } : open);
  const stage = readStage(app, id);
  const job = stage && (await planJob(app, stage));
  if (!stage || !job) return given({ step: 'names-first' });
  const read = resultOr<PlanResult>(app, job);
  if ('step' in read) return given(read);
  if (!read.result.ok) return given({ step: 'wrong', found: inWords(read.result, job) });
  const { text } = read.result;
  if (await isPublishedAlready(app, releaseIn(text))) return given({ step: 'wrong', found: sameAnswers });
  return given({ step: 'plan', plan: planIn(read.result, language), onlyThen: await onlyThenIn(app, stage) });
}

/** Answers that could be dropped, by the words of their questions. */
function inWords(found: FoundProblems, { header, mapping }: PlanJob): FoundProblems {
  const asked = new Map(wordsOf(mapping, header, 0).map(({ id, text }) => [id, text.en]));
  const ofColumns = new Map(mapping.roles.flatMap((role, at) => (role.as === 'question' ? [[itemIdOf(role.question), header[at] ?? ''] as const] : [])));
  return { ...found, skips: found.skips.map(({ item, n }) => ({ item: ofColumns.get(item) ?? asked.get(item) ?? header[Number(item) - 1] ?? item, n })) };
}

async function onlyThenIn(app: App, { columns, values, folder }: Stage & StagedSurvey): Promise<number> {
  const names = columns && readResult<NamesResult>({ folder }, `names-${columns.revision}`);
  if (!names?.ok) return 0;
  const { places } = placesOf(names.departments, await app.data.departments.all(), values);
  return [...places.values()].filter((place) => place === null).length;
}

function planIn({ text, words, rows, invalid, counted }: PlanMade, language: Language): PastPlan {
  const wave = waveOf(releaseIn(text), words.departments, words.questions);
  return pastPlanOf(wave, { rows, invalid, counted, language });
}

/** Publishes exactly what was planned, and destroys the file. Gives the id of the survey. */
export async function publishPast(app: App, id: string): Promise<Outcome<string, 'not-found' | 'past-not-planned' | 'past-known' | 'past-same'>> {
  const stage = readStage(app, id);
  if (!stage) return refused('not-found');
  const { columns, values } = stage;
  const plan = columns && values && readResult<PlanResult>(stage, `plan-${columns.revision}-${values.revision}`);
  if (!plan?.ok) return refused('past-not-planned');
  const kept = await keepPastSurvey(app, plan);
  if (!kept.ok) return kept;
  app.checkpoint?.('past:published');
  await removeStage(app, stage.id);
  return kept;
}
