// All surveys in one list: places, dates, and participation in coarse steps.
import { manifestOf } from '#app/domain/publication/tally/manifest-text.ts';
import { askedIn, askedInShort, calledByParts, type AskedInShort } from '#app/domain/surveys/asking/audience.ts';
import type { ListedSurvey } from '#app/domain/surveys/listed-survey.ts';
import { lastDayOf } from '#app/domain/surveys/phase.ts';
import { resultsOf } from '#app/domain/surveys/serving/service-survey.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { participationOf } from '#app/services/publication.server.ts';
import { factOnce } from '#app/services/publication/keep-releases.server.ts';
import { phaseNow, publishedSurveys } from './survey-standing.server.ts';

/** Who is asked by a survey of a list. */
async function askedOf(app: App, { id, state, definition: { audience }, manifestHash }: Survey): Promise<AskedInShort | null> {
  if (!audience || audience.kind === 'half') return audience ? { kind: 'half' } : null;
  if (state === 'draft' || manifestHash === null) {
    const names = (await app.data.departments.open()).filter(({ id }) => audience.departments.includes(id)).map(({ name }) => name);
    return { kind: 'parts', names: calledByParts({ names }) };
  }
  const known = await factOnce(app, { hash: manifestHash, asked: ['audience'] }, async () => {
    const text = (await app.data.manifests.ofSurvey(id))?.text;
    if (text === undefined) return undefined;
    const manifest = manifestOf(text);
    return { asked: askedInShort({ asked: askedIn(manifest), half: false }) };
  });
  return known?.asked ?? null;
}

/** All surveys, the one that opens last first. */
export async function listSurveys(app: App): Promise<readonly ListedSurvey[]> {
  const surveys = await app.data.surveys.all();
  const published = await publishedSurveys(app);
  return Promise.all(
    surveys.map(async (survey) => {
      const { id, title, opens } = survey;
      const phase = await phaseNow(app, survey);
      const participation = phase === 'open' ? await participationOf(app, id) : null;
      return { survey: { id, title, opens, closes: lastDayOf(survey) }, phase, participation, published: survey.state === 'closed' && published.has(id), results: resultsOf(survey), asked: await askedOf(app, survey) };
    }),
  );
}
