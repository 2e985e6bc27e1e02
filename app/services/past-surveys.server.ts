// Surveys that another tool collected, brought by HR as files: what a file looks like, what HR says it holds, what would be published,
// and then one release per file. Of the file nothing else is kept.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import type { App } from '#app/platform/app.server.ts';
import { readStage, removeStage, saveStage, stages, type Stage, type StagedSurvey } from './past-surveys/stage-files.server.ts';
import { noteDown } from './installation/keep-journal.server.ts';
import { surveyOfRelease } from './publication/keep-releases.server.ts';

export { columnsOfPast, sayColumns, sayEncoding, type PastStanding } from './past-surveys/say-columns.server.ts';
export { namesOfPast, sayNames, type NamesStanding } from './past-surveys/say-names.server.ts';
export { planOfPast, publishPast, skipInvalidAnswers, type PlanStanding } from './past-surveys/publish-past.server.ts';
export { smallestGroup } from './past-surveys/staged.server.ts';

/** Published ones, the latest first, and the files that wait for somebody to go on. */
export async function pastSurveys(app: App, language: Language): Promise<{ readonly brought: readonly ClosedSurvey[]; readonly waiting: readonly Pick<Stage & StagedSurvey, 'id' | 'title' | 'closed'>[] }> {
  const listed = await app.data.pastSurveys.listed();
  const brought = await Promise.all(listed.map(({ hash }) => surveyOfRelease(app, hash, language)));
  const waiting = stages(app).map(({ id, title, closed }) => ({ id, title, closed }));
  return { brought: brought.filter((survey) => survey !== null).reverse(), waiting };
}

/** After the file has come in. */
export function beginPast(app: App, stage: Stage, { title, closed }: { readonly title: string; readonly closed: Day }): Outcome<null, 'past-day-to-come'> {
  if (closed > app.today()) return refused('past-day-to-come');
  saveStage(stage, { title, closed, encoding: null, columns: null, values: null });
  return done(null);
}

/** Destroys the file at once. */
export async function giveUpPast(app: App, id: string): Promise<void> {
  await removeStage(app, id);
}

/** The same on somebody's word, which stands in the journal. */
export async function giveUpOn(app: App, actor: Actor, id: string): Promise<void> {
  const stage = readStage(app, id);
  if (stage) await app.data.transaction((stores) => noteDown(app, stores, [{ kind: 'past-given-up', by: actor, what: stage.title }]));
  await giveUpPast(app, id);
}
