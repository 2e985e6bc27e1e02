// Waves that cannot go ahead, as HR reads them on its home and on the page of the programme.
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { HeldView } from '#app/domain/surveys/programme/held-view.ts';
import type { HeldWave } from '#app/domain/surveys/programme/held-wave.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Text } from '#app/text/text.ts';
import { heldWave } from './held-wave.server.ts';
import { mendings } from './mend-wave.server.ts';
import { heldWaves } from './watch-waves.server.ts';

/** In the words of whoever reads it. */
async function heldView(app: App, text: Text, held: HeldWave): Promise<HeldView> {
  const { number, surveyId, due, leftOut, reasons } = held;
  const survey = surveyId === null ? null : await app.data.surveys.get(surveyId);
  return {
    number,
    title: survey ? (inLanguage(survey.title, text.language) ?? null) : null,
    due,
    leftOut,
    reasons: mendings({ text, today: app.today() }, { surveyId, leftOut, reasons }),
  };
}

const viewsOf = (app: App, text: Text, held: readonly HeldWave[]): Promise<readonly HeldView[]> => Promise.all(held.map((one) => heldView(app, text, one)));

/** For HR's home: what the clock noted and still lasts. */
export const heldViews = async (app: App, text: Text): Promise<readonly HeldView[]> => viewsOf(app, text, await heldWaves(app));

/** For the page of the programme, which is looked at for it: also what came up since the clock looked. */
export async function heldOnPage(app: App, text: Text): Promise<readonly HeldView[]> {
  const now = await heldWave(app);
  return viewsOf(app, text, [...(await app.data.heldWaves.all()).filter(({ leftOut }) => leftOut !== null), ...(now ? [now] : [])]);
}
