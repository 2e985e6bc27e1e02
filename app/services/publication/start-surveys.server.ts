// What a start finds: every survey that has a folder or should have one meets its fate. An interrupted sealing or closing goes on, what
// looks odd is set aside, and the rest is opened before the first ballot comes.
import { fateOf, type Fate } from '#app/domain/surveys/set-aside.ts';
import { reopenSurvey, sealSurvey } from '#app/domain/surveys/lifecycle.ts';
import { lookAgain, standingOf } from '#app/services/responses/open-survey.server.ts';
import { tidyPastSurveys } from '#app/services/past-surveys/keep-past-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { StartMistake } from '#app/platform/config.server.ts';
import { finishRemoving, holdBoxes, isHeld, isSurveyId, listBoxes, removeUnfinished } from '#db/boxes.server.ts';
import type { Stores } from '#db/index.server.ts';
import { builtPages } from './build-ballot-pages.server.ts';
import { destroyOn } from './destroy-box.server.ts';
import { foundFolder, sealedTextOf, type SealedText } from './find-folder.server.ts';
import { adoptReleases } from './read-releases.server.ts';
import { isWithdrawn } from './find-withdrawn.server.ts';
import { asideOf, setAside, takeUp } from './set-aside.server.ts';
import { tidyKeys } from './tidy-keys.server.ts';
import { withdrawConsultation } from './withdraw-consultation.server.ts';

/** Whether a portal runs on this folder: what lies under it must not be exchanged then. */
export function isServed(dataFolder: string): boolean {
  return isHeld(dataFolder);
}

/** Throws where another process serves this folder. Resolves, when the surveys that are open can take ballots, with those whose closing has to go on. */
export async function meetSurveys(app: App): Promise<readonly string[]> {
  const { dataFolder } = app.config;
  if (!holdBoxes(dataFolder)) throw new StartMistake(`another portal already serves ${dataFolder}; stop it first`);
  const { surveys, unfinished } = listBoxes(dataFolder);
  for (const id of unfinished.filter(isSurveyId)) await removeUnfinished(dataFolder, id);
  await finishRemoving(dataFolder);
  await tidyKeys(app);
  await adoptReleases(app);
  await tidyPastSurveys(app);
  const sealed = (await app.data.surveys.inState('sealed')).map(({ id }) => id);
  const closing: string[] = [];
  // Whatever else lies among the folders is nobody's business here.
  for (const id of new Set([...surveys.filter(isSurveyId), ...sealed])) if (await meetSurvey(app, id)) closing.push(id);
  return closing;
}

/** Gives a survey what is due to it; true where its closing has to go on. `retried`: somebody asked for it. */
export async function meetSurvey(app: App, id: string, retried = false): Promise<boolean> {
  const known = await app.data.surveys.get(id);
  if (known && (await isWithdrawn(app, known))) {
    await withdrawConsultation(app, id);
    return false;
  }
  const aside = await asideOf(app, id);
  // Counting it again would refuse it again: somebody has to look first.
  if (aside?.reason === 'more-ballots-than-papers' && !retried) return false;
  const state = known?.state ?? null;
  const released = (await app.data.releases.ofSurvey(id)) !== null;
  const fate = fateOf({ state, released, retried, folder: await foundFolder(app, id) });
  if (aside && fate.kind === 'set-aside') return false;
  await fates[fate.kind](app, id, fate);
  if (aside) await takeUp(app, aside);
  if (fate.kind === 'open' || fate.kind === 'seal' || fate.kind === 'reopen') await openOrSetAside(app, id);
  return fate.kind === 'close' || fate.kind === 'finish';
}

async function openOrSetAside(app: App, id: string): Promise<void> {
  lookAgain(app, id);
  try {
    await standingOf(app, id);
  } catch (error) {
    app.log.error({ survey: id, error: String(error) }, 'a survey could not be opened');
    await setAside(app, id, 'damaged');
  }
}

const nothing = async () => undefined;

const fates: Readonly<Record<Fate['kind'], (app: App, id: string, fate: Fate) => Promise<void>>> = {
  nothing,
  open: nothing,
  close: nothing,
  finish: nothing,
  remove: (app, id) => destroyOn(app, id, 'never-used'),
  'set-aside': (app, id, fate) => setAside(app, id, fate.kind === 'set-aside' ? fate.reason : 'damaged'),
  seal: restoreSealing,
  async reopen(app, id) {
    const sealed = await sealedTextOf(app, id);
    await app.data.transaction(async (stores) => {
      const survey = await stores.surveys.get(id);
      const reopened = survey && reopenSurvey(survey);
      if (!reopened?.ok || !sealed) throw new Error(`${id} cannot be opened again`);
      await keepText(stores, sealed);
      await stores.surveys.replace({ ...reopened.value, manifestHash: sealed.hash }, 'lost');
    });
  },
};

/** The database lost a sealing that the folder proves: the draft is, to the letter, what was sealed. */
async function restoreSealing(app: App, id: string): Promise<void> {
  const sealed = await sealedTextOf(app, id);
  const pages = await builtPages(app);
  await app.data.transaction(async (stores) => {
    const survey = await stores.surveys.get(id);
    const restored = survey && sealed && sealSurvey(survey, sealed.hash);
    if (!restored?.ok) throw new Error(`the sealing of ${id} cannot be restored`);
    await stores.organisation.holdTimeZone();
    if (pages.ok) for (const page of pages.value) await stores.ballotPages.add(page);
    await keepText(stores, sealed!);
    await stores.surveys.replace(restored.value, 'draft');
  });
  app.log.warn({ survey: id }, 'a sealing that the database had lost was restored from the survey’s folder');
}

async function keepText(stores: Stores, { hash, text, manifest }: SealedText): Promise<void> {
  if (!(await stores.manifests.get(hash))) await stores.manifests.add({ hash, surveyId: manifest.survey.id, text });
}
