// The pulse lock: who was asked and got no answer is not asked again. Which answers are missing is read from the latest core pulse
// and from issues that were left; HR may ask all the same, with a reason that everybody reads.
import type { Actor } from '#app/domain/access/actor.ts';
import { pressingSteps, type Pressing } from '#app/domain/analysis/priorities/pressing.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { overdueAnswers, owedAnswers, type Asked, type OverdueAnswer } from '#app/domain/plans/overdue-answers.ts';
import type { MissingAnswer } from '#app/domain/plans/plan-list.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import { overallDimension } from '#app/domain/reports/overall-view.ts';
import { isCorePulse } from '#app/domain/surveys/questions/core-pulse.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { inSlices } from '#app/platform/slices.server.ts';
import { factOnce, mapOfWaves, waveOfRelease, type KnownWave } from '#app/services/publication/keep-releases.server.ts';
import { publishedComments } from './waves.server.ts';
import { dimensionName } from './plan-words.server.ts';

/** What nobody answered in time, over all departments of today, the longest overdue first. */
export async function missingAnswers(app: App, language: Language): Promise<MissingAnswer[]> {
  const departments = new Map((await app.data.departments.open()).map(({ id, name }) => [id, name]));
  return (await overdueOn(app, app.today())).flatMap(({ departmentId, dimension, issueId, due }) => {
    const departmentName = departments.get(departmentId);
    return departmentName === undefined ? [] : [{ departmentId, departmentName, dimensionId: dimension, dimension: dimensionName(dimension, language), issueId, due }];
  });
}

/** The same, with nothing said yet; departments that are gone among them. */
const overdueOn = async (app: App, today: Day): Promise<OverdueAnswer[]> => overdueAnswers(await knownAnswers(app), today);

/** With those that are due on a day to come, of some departments alone: nothing of the others is read. */
export async function owedAnswersIn(app: App, departments: ReadonlySet<string>): Promise<OverdueAnswer[]> {
  const few = departments.size <= mostAskedFor;
  const issues = few ? await app.data.issues.ofDepartments([...departments]) : await app.data.issues.all();
  const plans = few ? await app.data.planDuties.ofDepartments([...departments]) : await app.data.planDuties.standings();
  const asked = (await askedByLatest(app)).filter(({ departmentId }) => departments.has(departmentId));
  return owedAnswers({ asked, issues: issues.filter(({ departmentId }) => departments.has(departmentId)), plans });
}

/** Names of departments in one statement; whoever leads more of them reads all. */
const mostAskedFor = 500;

const knownAnswers = async (app: App) => ({ asked: await askedByLatest(app), issues: await app.data.issues.all(), plans: await app.data.planDuties.standings() });

/** How many answers the latest core pulse asked for, how many of these nobody has given, and all that are owed. */
export async function answersOfLatest(app: App): Promise<{ readonly asked: number; readonly open: number; readonly owed: readonly OverdueAnswer[] }> {
  const known = await knownAnswers(app);
  const owed = owedAnswers(known);
  const open = known.asked.filter((one) => owed.some(({ departmentId, dimension }) => departmentId === one.departmentId && dimension === one.dimension)).length;
  return { asked: known.asked.length, open, owed };
}

/** What has to be answered before this survey may be sealed: nothing for one that is no core pulse. */
export const lockOf = async (app: App, survey: Pick<Survey, 'definition'>, language: Language): Promise<MissingAnswer[]> => (isCorePulse(survey) ? missingAnswers(app, language) : []);

async function askedByLatest(app: App): Promise<Asked[]> {
  const core = new Set((await app.data.surveys.all()).filter(isCorePulse).map(({ id }) => id));
  for (const { surveyId, hash } of (await app.data.releases.listed()).toReversed()) {
    const wave = core.has(surveyId) ? await waveOfRelease(app, hash) : null;
    if (wave) return (await pressingIn(app, { hash, wave })).map(({ department, dimension }) => ({ departmentId: department, dimension, surveyId, askedOn: wave.release.survey.closed }));
  }
  return [];
}

/** Against the rest of the same survey alone: no earlier one is needed. */
function pressingIn(app: App, known: KnownWave): Promise<readonly Pressing[]> {
  return factOnce(app, { hash: known.hash, asked: ['pressing'] }, async () => {
    const map = await mapOfWaves(app, known, undefined);
    return map ? inSlices(pressingSteps(known.wave, map, overallDimension)) : [];
  });
}

export type LockRefusal = 'answers-missing' | 'quotes-a-comment';

/** Whether this survey may ask, and in spite of which missing answers. `override`: HR's reason to ask all the same; empty without one. */
export async function mayAsk(app: App, survey: Pick<Survey, 'definition'>, override: string): Promise<Outcome<readonly MissingAnswer[], LockRefusal>> {
  const missing = await lockOf(app, survey, 'en');
  if (missing.length === 0) return done([]);
  if (override.trim() === '') return refused('answers-missing', { n: missing.length });
  return quotes(override, await publishedComments(app)) ? refused('quotes-a-comment') : done(missing);
}

/** Into the log that everybody reads, with whose answers were missing. */
export async function logOverride(app: App, stores: Pick<Stores, 'organisation'>, { actor, missing, reason }: { actor: Actor; missing: readonly MissingAnswer[]; reason: string }): Promise<void> {
  const names = [...new Set(missing.map((one) => one.departmentName))].join(' · ');
  await stores.organisation.logChange({ id: app.newId(), at: app.today(), actorId: actor.personId, setting: 'pulse-lock', from: names, to: reason.trim() });
}
