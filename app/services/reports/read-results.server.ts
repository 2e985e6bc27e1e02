// Reading what was published: who may look at which department of which survey, and nothing that is not in a release.
import { waveBefore } from '#app/domain/analysis/changes/comparability.ts';
import { may, type Actor } from '#app/domain/access/actor.ts';
import type { HeatMap } from '#app/domain/analysis/map/heat-map.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { targetsIn } from '#app/domain/analysis/priorities/yardsticks.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { isWithin } from '#app/domain/publication/groups/tree.ts';
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { nearby } from '#app/domain/reports/departments-near.ts';
import { departmentOf, type DepartmentPage } from '#app/domain/reports/department-page.ts';
import type { Compared } from '#app/domain/reports/heat-view.ts';
import type { GoneDepartment } from '#app/domain/reports/map-page.ts';
import { methodOf, type MethodPage } from '#app/domain/reports/method-page.ts';
import { ownPageOf, type OwnPage } from '#app/domain/reports/own-page.ts';
import { questionsPageOf, type QuestionsPage } from '#app/domain/reports/questions-page.ts';
import { resultsOf, type ResultsPage } from '#app/domain/reports/results-page.ts';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import { answersDue } from '#app/domain/kernel/answers-due.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import type { App } from '#app/platform/app.server.ts';
import { mapOfWaves, pageOnce, surveyOfRelease, waveOfRelease, type Asked, type KnownWave } from '#app/services/publication/keep-releases.server.ts';

type NotThere = 'not-found';
export type Refused = NotThere | 'forbidden';

/** Closed surveys that were published, the latest first. */
export async function closedSurveys(app: App, language: Language): Promise<readonly ClosedSurvey[]> {
  const listed = await releasesByDay(app);
  const surveys = await Promise.all(listed.map(({ hash }) => surveyOfRelease(app, hash, language)));
  return surveys.filter((survey) => survey !== null).reverse();
}

interface ListedRelease {
  readonly surveyId: string;
  readonly hash: string;
  /** Brought from a file: it belongs to no programme and to every line. */
  readonly past: boolean;
}

/** The chain, with past surveys at the days on which they closed: an old survey brought today comes before all newer ones. */
export async function releasesByDay(app: App): Promise<ListedRelease[]> {
  const chain = (await app.data.releases.listed()).map(({ surveyId, hash, releasedAt, closedOn }) => ({ surveyId, hash, past: false, day: closedOn ?? releasedAt }));
  const past = (await app.data.pastSurveys.listed()).map(({ id, hash, closed }) => ({ surveyId: id, hash, past: true, day: String(closed) }));
  // The sort keeps the chain's own order, and puts a past survey first on a day they share.
  return [...past, ...chain].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

const mostCompared = 12;

/** The survey with the earlier ones of its programme, oldest first; without a programme, with all earlier ones. */
export async function linesUpTo(app: App, surveyId: string): Promise<KnownWave[]> {
  const listed = await releasesByDay(app);
  const at = listed.findIndex((release) => release.surveyId === surveyId);
  if (at < 0) return [];
  const programmes = await app.data.surveys.programmes();
  const own = programmes.get(surveyId) ?? null;
  const line = listed.slice(0, at + 1).filter((release) => own === null || release.past || programmes.get(release.surveyId) === own);
  const waves = await Promise.all(line.slice(-mostCompared).map(async ({ hash }) => ({ hash, wave: await waveOfRelease(app, hash) })));
  // Without its own words a survey cannot be shown; an earlier one is left out of the line.
  return waves.at(-1)?.wave ? waves.flatMap(({ hash, wave }) => (wave ? [{ hash, wave }] : [])) : [];
}

/** The map of the last wave of a line. */
function mapOfLine(app: App, line: readonly KnownWave[]): Promise<HeatMap | null> {
  const earlier = waveBefore(line.map(({ wave }) => wave));
  return mapOfWaves(app, line.at(-1) as KnownWave, line.find(({ wave }) => wave === earlier));
}

type Draw<Page> = (waves: readonly Wave[], map: HeatMap | null) => Page;

/** A page about a line of waves, made once for everybody who may see it: who that is must be judged before and after. */
function pageOfLine<Page>(app: App, { line, asked }: { line: readonly KnownWave[]; asked: Asked }, draw: Draw<Page>): Promise<Page> {
  return pageOnce(app, { hashes: line.map(({ hash }) => hash), asked }, async () => draw(line.map(({ wave }) => wave), await mapOfLine(app, line)));
}

/** Reads the latest line of surveys and compares its departments, so that the first reader of new results does not wait for it. */
export async function prepareResults(app: App): Promise<void> {
  const latest = (await releasesByDay(app)).at(-1);
  const line = latest ? await linesUpTo(app, latest.surveyId) : [];
  if (line.length > 0) await mapOfLine(app, line);
}

interface Looking {
  readonly surveyId: string;
  /** Null: the company. */
  readonly department: string | null;
  readonly language: Language;
}

export interface ResultsLook extends Looking {
  readonly compared: Compared;
  /** The background table shown, and the question drawn of it. */
  readonly cut?: string | null;
  readonly item?: string | null;
}

/** Everything, for HR; for a head the departments at and below the own ones. */
export async function readResults(app: App, actor: Actor, look: ResultsLook): Promise<Outcome<ResultsPage & { readonly gone: GoneDepartment | null }, Refused>> {
  const line = await linesUpTo(app, look.surveyId);
  const last = line.at(-1)?.wave;
  const gone = may(actor, 'read-results') ? goneDepartment(line, look.department) : null;
  const found = departmentIn(last, gone ? null : (look.department ?? ownBranch(actor, last)));
  if (!found.ok) return found;
  const { wave, department } = found.value;
  if (!mayRead(actor, wave, department)) return refused('forbidden');
  const { revision, ...yardsticks } = await app.data.yardsticks.get();
  const asked = ['full', department, look.language, look.compared, look.cut, look.item, String(revision)];
  const page = await pageOfLine(app, { line, asked }, (waves, map) => resultsOf(waves, map, { ...look, department, yardsticks }));
  const within = <Place extends { readonly id: string }>(places: readonly Place[]) => places.filter(({ id }) => mayRead(actor, wave, id));
  const dimensions = page.dimensions.map((one) => (one.best && !mayRead(actor, wave, one.best.department) ? { ...one, best: null } : one));
  return done({ ...page, gone, dimensions, departments: nearby(within(page.departments), department), cuts: { ...page.cuts, elsewhere: within(page.cuts.elsewhere) } });
}

/** Question by question, for those who may read the department. */
export async function readQuestions(app: App, actor: Actor, look: Looking): Promise<Outcome<QuestionsPage, Refused>> {
  const line = await linesUpTo(app, look.surveyId);
  const last = line.at(-1)?.wave;
  const found = departmentIn(last, look.department ?? ownBranch(actor, last));
  if (!found.ok) return found;
  const { wave, department } = found.value;
  if (!mayRead(actor, wave, department)) return refused('forbidden');
  const { language } = look;
  const { revision, ...yardsticks } = await app.data.yardsticks.get();
  const page = await pageOfLine(app, { line, asked: ['questions', department, language, String(revision)] }, (waves, map) => questionsPageOf(waves, map, { department, language, yardsticks }));
  return done({ ...page, departments: nearby(page.departments.filter(({ id }) => mayRead(actor, wave, id)), department) });
}

/** Strengths and short planks of a department, for its head and for HR. */
export async function readDepartment(app: App, actor: Actor, look: Looking): Promise<Outcome<DepartmentPage, Refused>> {
  const line = await linesUpTo(app, look.surveyId);
  const found = departmentIn(line.at(-1)?.wave, look.department);
  if (!found.ok) return found;
  const { wave, department } = found.value;
  if (!mayRead(actor, wave, department)) return refused('forbidden');
  const { language } = look;
  const { revision, ...yardsticks } = await app.data.yardsticks.get();
  const asked = ['department', department, language, String(revision)];
  return done(await pageOfLine(app, { line, asked }, (waves, map) => departmentOf(waves, map, department, language, targetsIn(yardsticks))));
}

/**
 * The same of the latest survey in which it was asked: one of other parts of the company says nothing of it. What another tool collected
 * asks nobody for an answer.
 */
export async function latestOfDepartment(app: App, actor: Actor, look: Omit<Looking, 'surveyId'>): Promise<Outcome<DepartmentPage, Refused> | null> {
  for (const { id, past, asked } of await closedSurveys(app, look.language)) {
    const page = past ? null : await readDepartment(app, actor, { ...look, surveyId: id });
    if (page && (page.ok || asked?.kind !== 'parts')) return page;
  }
  return null;
}

/** How the company and one's own department answered: for everybody. */
export async function readOwn(app: App, actor: Actor, surveyId: string, language: Language): Promise<Outcome<OwnPage & { readonly mayReadMore: boolean; readonly answersBy: Day | null }, NotThere>> {
  const line = await linesUpTo(app, surveyId);
  const wave = line.at(-1)?.wave;
  if (!wave) return refused('not-found');
  const known = actor.departmentId !== null && wave.departments.has(actor.departmentId) ? actor.departmentId : null;
  const mayReadMore = may(actor, 'read-results') || ownBranch(actor, wave) !== null;
  const page = await pageOfLine(app, { line, asked: ['own', known, language] }, (waves, map) => ownPageOf(waves, map, known, language));
  // Other surveys oblige nobody.
  const survey = await app.data.surveys.get(surveyId);
  return done({ ...page, mayReadMore, answersBy: survey && isCorePulse(survey) ? answersDue(wave.release.survey.closed) : null });
}

/** How the numbers were made: for everybody, because anybody may check it. */
export async function readMethod(app: App, surveyId: string, language: Language): Promise<Outcome<MethodPage, NotThere>> {
  const hash = (await releasesByDay(app)).find((release) => release.surveyId === surveyId)?.hash;
  const wave = hash === undefined ? null : await waveOfRelease(app, hash);
  if (!wave || hash === undefined) return refused('not-found');
  const method = await pageOnce(app, { hashes: [hash], asked: ['method', language] }, async () => {
    const manifest = await app.data.manifests.ofSurvey(surveyId);
    return methodOf(wave, hash, language, manifest && manifestOf(manifest.text).cuts);
  });
  return done(method);
}

/** What was known once and is not in the survey looked at any more, the last of a line. */
export function goneDepartment(line: readonly KnownWave[], id: string | null): GoneDepartment | null {
  if (id === null || departmentIn(line.at(-1)?.wave, id).ok) return null;
  const last = line.findLast(({ wave }) => departmentIn(wave, id).ok)?.wave;
  return last ? { code: 'gone', asked: last.departments.get(id)?.name ?? id, day: last.release.survey.closed } : null;
}

export function departmentIn(wave: Wave | undefined, asked: string | null): Outcome<{ wave: Wave; department: string }, NotThere> {
  const department = asked ?? wave?.root;
  if (!wave || department === undefined || !wave.departments.has(department)) return refused('not-found');
  const partition = wave.base ?? Object.keys(wave.release.partitions)[0];
  return partition !== undefined && wave.group(partition, department) ? done({ wave, department }) : refused('not-found');
}

/** Where a head begins to read: the first own department that the survey's tree knows, or the first below one that was asked in part. Null for the company. */
export function ownBranch(actor: Actor, wave: Wave | undefined): string | null {
  if (may(actor, 'read-results') || !may(actor, 'read-own-departments')) return null;
  const known = (id: string) => departmentIn(wave, id).ok;
  return actor.heads.find(known) ?? wave?.tree.ids.find((id) => known(id) && mayRead(actor, wave, id)) ?? null;
}

// A head sees the own branch as the survey's own tree had it; what lies beside it is nobody else's business.
export function mayRead(actor: Actor, wave: Wave, department: string): boolean {
  if (may(actor, 'read-results')) return true;
  if (!may(actor, 'read-own-departments')) return false;
  const index = wave.tree.indexOf.get(department) ?? -1;
  return actor.heads.some((head) => {
    const place = wave.tree.indexOf.get(head);
    return place !== undefined && isWithin(wave.tree, index, place);
  });
}
