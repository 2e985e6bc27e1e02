// A survey that looks odd is set aside: its folder stays as it is, nothing is taken for it, and HR, administrators and those who were
// asked are told, in the step that notes it.
import type { Letter } from '#app/domain/notifications/letter.ts';
import { isExpired, reminderOwed, type SetAside, type SetAsideReason } from '#app/domain/surveys/set-aside.ts';
import { loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import { closingDay } from '#app/domain/surveys/phase.ts';
import { titleIn } from '#app/domain/surveys/survey.ts';
import { forgetAsking } from '#app/services/installation/forget.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { oweLetters, writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { asideLetters, type AsideOccasion, type Told } from '#app/services/notifications/aside-news.server.ts';
import { stopTaking } from '#app/services/responses/open-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { hasBox } from '#db/boxes.server.ts';
import type { Stores } from '#db/index.server.ts';
import { destroyOn } from './destroy-box.server.ts';
import { askedBy, sealedTextOf } from './find-folder.server.ts';

/** Does nothing where it is set aside already. */
export async function setAside(app: App, surveyId: string, reason: SetAsideReason): Promise<void> {
  await stopTaking(app, surveyId);
  const title = (await app.data.surveys.get(surveyId))?.title ?? (await sealedTextOf(app, surveyId))?.manifest.survey.title ?? null;
  const aside = { surveyId, reason, title, since: app.today() };
  const [letters, news] = [await toDeciders(app, 'set-aside', aside), await newsForAsked(app, 'set-aside', aside)];
  const first = await app.data.transaction(async (stores) => {
    if (!(await stores.setAsides.add(aside))) return false;
    await stores.letters.addAll(letters);
    await oweNews(app, stores, news);
    return true;
  });
  await writeOwedLetters(app);
  if (first) app.log.error({ survey: surveyId, reason }, `«${title?.en ?? surveyId}» is set aside: nothing of it is destroyed, and it takes no ballots; see murmur survey list`);
}

/** For a server that does not start because the folder of an open survey is gone: somebody may say so. */
export async function setAsideIfMissing(app: App, surveyId: string): Promise<void> {
  const survey = await app.data.surveys.get(surveyId);
  if (survey?.state === 'sealed' && !hasBox(app.config.dataFolder, surveyId) && !(await app.data.releases.ofSurvey(surveyId))) await setAside(app, surveyId, 'missing');
}

/** Whether it is set aside now. */
export async function asideOf(app: App, surveyId: string): Promise<SetAside | null> {
  const aside = await app.data.setAsides.get(surveyId);
  return aside?.ended === null ? aside : null;
}

/** It goes on; those who were asked are told so. */
export async function takeUp(app: App, aside: SetAside): Promise<void> {
  const [letters, news] = [await toDeciders(app, 'taken-up', aside), await newsForAsked(app, 'taken-up', aside)];
  await app.data.transaction(async (stores) => {
    if (!(await stores.setAsides.change(aside.surveyId, { ended: 'taken-up', endedOn: app.today(), wish: null }))) return;
    await stores.letters.addAll(letters);
    await oweNews(app, stores, news);
  });
  await writeOwedLetters(app);
}

/** For the clock: reminds those who decide, and destroys what nobody decided about for thirty days. */
export async function lookAfterSetAsides(app: App): Promise<void> {
  for (const aside of (await app.data.setAsides.all()).filter(({ ended }) => ended === null)) {
    if (aside.wish === 'give-up') await endWith(app, aside, 'given-up');
    else if (isExpired(aside, app.today())) await endWith(app, aside, 'expired');
    else await remind(app, aside);
  }
}

async function remind(app: App, aside: SetAside): Promise<void> {
  const owed = reminderOwed(aside, app.today());
  if (owed === null) return;
  const letters = await toDeciders(app, 'set-aside', aside);
  await app.data.transaction(async (stores) => {
    if ((await stores.setAsides.get(aside.surveyId))?.told === aside.told && (await stores.setAsides.change(aside.surveyId, { told: owed }))) await stores.letters.addAll(letters);
  });
}

/** Destroys keys, then box, and tells everybody who was told before. Begun again where it was interrupted. */
async function endWith(app: App, aside: SetAside, ground: 'given-up' | 'expired'): Promise<void> {
  const { surveyId } = aside;
  // Written before the list of those who were asked is gone.
  const [letters, news] = [await toDeciders(app, 'destroyed', aside), await newsForAsked(app, 'destroyed', aside)];
  await stopTaking(app, surveyId);
  await app.data.transaction(async (stores) => {
    if (!(await markLost(app, stores, surveyId)) || aside.told < 0) return;
    await stores.letters.addAll(letters);
    await oweNews(app, stores, news);
    await stores.setAsides.change(surveyId, { told: -1 });
  });
  await writeOwedLetters(app);
  await forgetAsking(app, { id: surveyId, manifestHash: (await app.data.surveys.get(surveyId))?.manifestHash ?? null });
  await destroyOn(app, surveyId, ground);
  await app.data.setAsides.change(surveyId, { ended: ground, endedOn: app.today(), wish: null });
  app.log.warn({ survey: surveyId, ground }, 'a survey that was set aside is destroyed');
}

async function markLost(app: App, stores: Stores, surveyId: string): Promise<boolean> {
  const survey = await stores.surveys.get(surveyId);
  if (survey?.state !== 'sealed') return true;
  const lost = loseSurvey(survey, app.today(), closingDay(survey, app.today()));
  if (!lost.ok || !(await stores.surveys.replace(lost.value, 'sealed'))) return false;
  await noteDown(app, stores, [{ kind: 'lost', by: 'clock', what: titleIn(survey) }]);
  return true;
}

export async function toDeciders(app: App, occasion: AsideOccasion, aside: Told): Promise<Letter[]> {
  // Nobody lives at the addresses of the demonstration.
  if (app.config.demo) return [];
  const ids = new Set([...(await app.data.roles.holders('hr')), ...(await app.data.roles.holders('administrator'))]);
  const writer = await asideLetters(app, aside, `letter.${occasion}.decide`);
  return (await app.data.people.byIds([...ids])).filter(({ leftOn }) => leftOn === null).flatMap((person) => writer(person)?.letter ?? []);
}

interface News {
  readonly occasion: AsideOccasion;
  readonly aside: Told;
  readonly people: readonly string[];
}

/** To everybody who was asked alike; to all of the company where the list cannot be read any more. Asked for before the list is gone. */
export async function newsForAsked(app: App, occasion: AsideOccasion, { surveyId, reason, title, since }: Told): Promise<News> {
  const asked = askedBy(app, surveyId);
  const people = app.config.demo ? [] : (await app.data.people.all()).filter(({ id, leftOn, email }) => leftOn === null && email !== null && (asked === null || asked.has(id)));
  return { occasion, aside: { surveyId, reason, title, since }, people: people.map(({ id }) => id) };
}

/** To be called in the transaction of what is told. */
export function oweNews(app: App, stores: Pick<Stores, 'owedLetters'>, { occasion, aside, people }: News): Promise<void> {
  return oweLetters(app, stores, { occasion, surveyId: aside.surveyId, asks: false, about: aside, people });
}
