// What a start finds in the folder of open surveys: an interrupted sealing leaves rubbish, an interrupted closing is finished, and the
// rest is opened before the first ballot comes.
import { standingOf } from '#app/services/answering/open-survey.server.ts';
import { tidyPastSurveys } from '#app/services/bringing-past-surveys/keeping.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { destroyBox, finishRemoving, holdBoxes, isHeld, isMarkedClosing, isOfEarlierForm, listBoxes, placeOf, removeUnfinished } from '#db/boxes.server.ts';
import { close } from './closing.server.ts';
import { adoptReleases } from './releases.server.ts';

/** Whether a portal runs on this folder: what lies under it must not be exchanged then. */
export function isServed(dataFolder: string): boolean {
  return isHeld(dataFolder);
}

/** Throws where another process serves this folder. Resolves when the surveys that are open can take ballots; closings that were interrupted go on by themselves. */
export async function startSurveys(app: App): Promise<{ readonly closing: Promise<unknown> }> {
  const { dataFolder } = app.config;
  if (!holdBoxes(dataFolder)) throw new Error(`another portal already serves ${dataFolder}`);
  const { surveys, unfinished } = listBoxes(dataFolder);
  for (const id of unfinished) await removeUnfinished(dataFolder, id);
  await finishRemoving(dataFolder);
  await adoptReleases(app);
  await tidyPastSurveys(app);
  const interrupted: string[] = [];
  for (const id of surveys) {
    const survey = await app.data.surveys.get(id);
    // A folder of a survey nobody knows: the portal may have been started with another database by mistake.
    if (!survey) app.log.warn('a folder of an unknown survey lies among the open ones');
    else if (survey.state === 'draft' || survey.state === 'lost') await destroyBox(dataFolder, id);
    else if (survey.state === 'sealed' && isOfEarlierForm(placeOf(dataFolder, id))) app.log.error(earlierForm(survey.title.en));
    else if (survey.state === 'closed' || isMarkedClosing(dataFolder, id)) interrupted.push(id);
    else await standingOf(app, id);
  }
  return { closing: Promise.all(interrupted.map((id) => finish(app, id))) };
}

/** Neither taken nor counted nor destroyed: whoever runs the portal decides. */
function earlierForm(title: string): string {
  return `«${title}» was sealed by an earlier version of Murmur, whose ballots this one cannot read: it takes no ballots. Close it with the version that sealed it; its folder is left as it is`;
}

async function finish(app: App, id: string): Promise<void> {
  try {
    const closed = await close(app, id, () => undefined);
    if (!closed.ok) app.log.error(`a survey could not be closed: ${closed.because}`);
  } catch (error) {
    app.log.error({ error: String(error) }, 'a survey could not be closed');
  }
}
