// Participation of the day: computed once, kept, and only in steps.
import { participationIn } from '#app/domain/surveys/participation-steps.ts';
import type { Participation } from '#app/domain/surveys/participation.ts';
import { standingOf } from '#app/services/answering/open-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';

/** By day, the latest last. While the survey is open the first call of a day fixes that day's figures. */
export async function participationOf(app: App, surveyId: string): Promise<Participation[]> {
  const kept = await app.data.participation.ofSurvey(surveyId);
  const day = app.today();
  if (kept.some((one) => one.day === day)) return kept;
  const standing = await standingOf(app, surveyId);
  if (standing.kind !== 'open') return kept;
  const { manifest, box } = standing.survey;
  if (day < manifest.survey.opens || day > manifest.survey.closes) return kept;
  const told = participationIn({ manifest, day, ballots: box.counts() });
  if (!told) return kept;
  await app.data.participation.add(told);
  return app.data.participation.ofSurvey(surveyId);
}
