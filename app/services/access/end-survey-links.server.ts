// A link that leads to a survey ends with it, however early it is closed: whoever finds an old letter does not come in by it.
import { standingOf } from '#app/services/responses/open-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';

const ballotPage = /^\/ballot\/[\w-]+#([0-9a-f]{64})$/;

export async function leadsToEndedSurvey(app: App, destination: string): Promise<boolean> {
  const hash = ballotPage.exec(destination)?.[1];
  const survey = hash === undefined ? null : await app.data.surveys.byManifest(hash);
  if (!survey) return false;
  return app.today() > survey.closes || (await standingOf(app, survey.id)).kind !== 'open';
}
