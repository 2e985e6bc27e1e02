// Where a survey stands: whether it takes answers, is counted, or has shown something.
import { phaseOf, type Phase } from '#app/domain/surveys/phase.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { closingOf } from '#app/services/publication.server.ts';
import { publishesAnything } from '#app/services/publication/keep-releases.server.ts';

/** Ids of closed surveys which enough people answered to show anything. */
export async function publishedSurveys(app: App): Promise<ReadonlySet<string>> {
  const listed = [...(await app.data.releases.listed()), ...(await app.data.releases.ofServices())];
  const publish = await Promise.all(listed.map(({ hash }) => publishesAnything(app, hash)));
  return new Set(listed.filter((_, at) => publish[at]).map(({ surveyId }) => surveyId));
}

/** Closed, and enough people answered to show anything. */
export async function isPublished(app: App, survey: Pick<Survey, 'id' | 'state'>): Promise<boolean> {
  return survey.state === 'closed' && (await publishedSurveys(app)).has(survey.id);
}

/** A survey whose closing has begun is being counted, whatever the day: it takes no answers. */
export async function phaseNow(app: App, survey: Survey): Promise<Phase> {
  const phase = phaseOf(survey, app.today());
  if (phase !== 'open') return phase;
  const { begun, heldUp } = await closingOf(app, survey.id);
  return begun && heldUp !== 'set-aside' ? 'counting' : phase;
}
