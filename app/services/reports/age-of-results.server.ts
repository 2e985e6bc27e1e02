// How old results are where nothing newer was asked: past satisfaction does not mean future satisfaction.
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import { usualCadence } from '#app/domain/surveys/programme.ts';
import { outOfDate } from '#app/domain/surveys/programme-age.ts';
import type { App } from '#app/platform/app.server.ts';

export interface Age {
  readonly weeks: number;
  /** Weeks from one survey to the next. */
  readonly cadence: number;
}

/** Null while they are not out of date, and for a survey after which another was published: there the newer one speaks. */
export async function ageOfResults(app: App, surveyId: string): Promise<Age | null> {
  const survey = await app.data.surveys.get(surveyId);
  if (!survey || (await app.data.releases.listed()).at(-1)?.surveyId !== surveyId) return null;
  const programme = (await app.data.programme.get())?.programme;
  const cadence = programme && programme.state !== 'ended' ? programme.rule.everyWeeks : usualCadence;
  const weeks = outOfDate({ closed: lastDayOf(survey), today: app.today(), everyWeeks: cadence });
  return weeks === null ? null : { weeks, cadence };
}
