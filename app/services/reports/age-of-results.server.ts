// How old results are where nothing newer was asked: past satisfaction does not mean future satisfaction.
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import { usualCadence } from '#app/domain/surveys/programme/programme.ts';
import { outOfDate, outOfDateFrom } from '#app/domain/surveys/programme/programme-age.ts';
import { day, type Day } from '#app/domain/kernel/day.ts';
import type { FiguresAge } from '#app/domain/reports/figures-age.ts';
import type { ClosedSurvey } from '#app/domain/reports/survey-list.ts';
import type { App } from '#app/platform/app.server.ts';
import { closedSurveys } from './read-results.server.ts';

export interface Age {
  readonly weeks: number;
  /** Weeks from one survey to the next. */
  readonly cadence: number;
}

async function cadenceOf(app: App) {
  const programme = (await app.data.programme.get())?.programme;
  return programme && programme.state !== 'ended' ? programme.rule.everyWeeks : usualCadence;
}

/** By the day on which a survey closed; null while it is not out of date. */
async function agesBy(app: App): Promise<(closed: Day) => Age | null> {
  const cadence = await cadenceOf(app);
  return (closed) => {
    const weeks = outOfDate({ closed, today: app.today(), everyWeeks: cadence });
    return weeks === null ? null : { weeks, cadence };
  };
}

/** Null while they are not out of date, and for a survey after which the same people were asked: there the newer one speaks. */
export async function ageOfResults(app: App, surveyId: string): Promise<Age | null> {
  const survey = await app.data.surveys.get(surveyId);
  if (!survey) return null;
  const later = await laterThan(app, surveyId);
  return later === null || later.some(({ asked }) => asked?.kind !== 'parts') ? null : (await agesBy(app))(lastDayOf(survey));
}

/** What figures of a survey say of their age where they leave the portal. */
export async function ageOfFigures(app: App, { surveyId, closed }: { readonly surveyId: string; readonly closed: string }): Promise<FiguresAge> {
  const cadence = await cadenceOf(app);
  return { measured: closed, cadence, from: outOfDateFrom(day(closed), cadence), old: (await ageOfResults(app, surveyId)) !== null };
}

/** Surveys that were published after this one; null where it was not. */
async function laterThan(app: App, surveyId: string): Promise<readonly ClosedSurvey[] | null> {
  const own = (await closedSurveys(app, 'en')).filter(({ past }) => !past);
  const at = own.findIndex(({ id }) => id === surveyId);
  return at < 0 ? null : own.slice(0, at);
}

/** Of results that are the latest of one department: whatever was asked of others since, they are as old as they are. */
export const ageOn = async (app: App, closed: string): Promise<Age | null> => (await agesBy(app))(day(closed));

/** Weeks of each survey that is out of date, for a list of them. */
export async function withAges<Listed extends { readonly closed: string }>(app: App, surveys: readonly Listed[]): Promise<readonly (Listed & { readonly weeks: number | null })[]> {
  const ageOf = await agesBy(app);
  return surveys.map((survey) => ({ ...survey, weeks: ageOf(day(survey.closed))?.weeks ?? null }));
}
