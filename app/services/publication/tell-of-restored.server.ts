// Surveys that were open when a backup was made come back without their ballots: no copy ever holds one. Those who decide are told, and
// those who were asked; of a backup nobody knows any more who that was, so everybody is.
import type { SetAside } from '#app/domain/surveys/set-aside.ts';
import type { App } from '#app/platform/app.server.ts';
import { hasBox } from '#db/boxes.server.ts';
import { newsForAsked, oweNews, toDeciders } from './set-aside.server.ts';

/** Once, at the start after the restore. Where the box is there after all somebody has to decide about it. */
export async function tellOfRestored(app: App): Promise<void> {
  for (const aside of await app.data.setAsides.all()) {
    if (aside.wish === 'tell' && aside.ended === null) await tell(app, aside);
  }
}

async function tell(app: App, aside: SetAside): Promise<void> {
  // Closed after the backup was made: its release was found in its file, and it is closed again.
  if ((await app.data.surveys.get(aside.surveyId))?.state === 'closed') {
    await app.data.setAsides.change(aside.surveyId, { wish: null, ended: 'taken-up', endedOn: app.today() });
    return;
  }
  const kept = hasBox(app.config.dataFolder, aside.surveyId);
  const occasion = kept ? 'set-aside' : 'restored';
  const [letters, news] = [await toDeciders(app, occasion, aside), await newsForAsked(app, occasion, aside)];
  const after = kept ? { wish: null } : { wish: null, ended: 'expired' as const, endedOn: app.today() };
  await app.data.transaction(async (stores) => {
    if ((await stores.setAsides.get(aside.surveyId))?.wish !== 'tell' || !(await stores.setAsides.change(aside.surveyId, after))) return;
    await stores.letters.addAll(letters);
    await oweNews(app, stores, news);
  });
}
