// A survey that looks odd is set aside: its folder stays as it is, nothing is taken for it, and HR, administrators and those who were
// asked are told, in the step that notes it.
import { addDays } from '#app/domain/kernel/day.ts';
import { newLetter, type Letter } from '#app/domain/notifications/letter.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import { isExpired, lastDay, reminderOwed, type SetAside, type SetAsideReason } from '#app/domain/surveys/set-aside.ts';
import { loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import { closingDay } from '#app/domain/surveys/phase.ts';
import { titleIn } from '#app/domain/surveys/survey.ts';
import { forgetAsking } from '#app/services/forgetting.server.ts';
import { noteDown } from '#app/services/journal.server.ts';
import { stopTaking } from '#app/services/answering/open-survey.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import { hasBox } from '#db/boxes.server.ts';
import type { Stores } from '#db/index.server.ts';
import { destroyOn } from './destroying.server.ts';
import { askedBy, sealedTextOf } from './found-folder.server.ts';

/** Does nothing where it is set aside already. */
export async function setAside(app: App, surveyId: string, reason: SetAsideReason): Promise<void> {
  await stopTaking(app, surveyId);
  const title = (await app.data.surveys.get(surveyId))?.title ?? (await sealedTextOf(app, surveyId))?.manifest.survey.title ?? null;
  const aside = { surveyId, reason, title, since: app.today() };
  const letters = [...(await toDeciders(app, 'set-aside', aside)), ...(await toAsked(app, 'set-aside', aside))];
  const first = await app.data.transaction(async (stores) => {
    if (!(await stores.setAsides.add(aside))) return false;
    await stores.letters.addAll(letters);
    return true;
  });
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
  const letters = [...(await toDeciders(app, 'taken-up', aside)), ...(await toAsked(app, 'taken-up', aside))];
  await app.data.transaction(async (stores) => {
    if (await stores.setAsides.change(aside.surveyId, { ended: 'taken-up', endedOn: app.today(), wish: null })) await stores.letters.addAll(letters);
  });
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
export async function endWith(app: App, aside: SetAside, ground: 'given-up' | 'expired'): Promise<void> {
  const { surveyId } = aside;
  // Written before the list of those who were asked is gone.
  const letters = [...(await toDeciders(app, 'destroyed', aside)), ...(await toAsked(app, 'destroyed', aside))];
  await stopTaking(app, surveyId);
  await app.data.transaction(async (stores) => {
    if (!(await markLost(app, stores, surveyId)) || aside.told < 0) return;
    await stores.letters.addAll(letters);
    await stores.setAsides.change(surveyId, { told: -1 });
  });
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

type Occasion = 'set-aside' | 'destroyed' | 'taken-up' | 'restored';
type Told = Pick<SetAside, 'surveyId' | 'reason' | 'title' | 'since'>;

export async function toDeciders(app: App, occasion: Occasion, aside: Told): Promise<Letter[]> {
  const ids = new Set([...(await app.data.roles.holders('hr')), ...(await app.data.roles.holders('administrator'))]);
  return lettersTo(app, await peopleIn(app, ids), { aside, name: `letter.${occasion}.decide` });
}

/** Everybody who was asked alike; all of the company where the list cannot be read any more. */
export async function toAsked(app: App, occasion: Occasion, aside: Told): Promise<Letter[]> {
  return lettersTo(app, await peopleIn(app, askedBy(app, aside.surveyId)), { aside, name: `letter.${occasion}.asked` });
}

async function peopleIn(app: App, ids: ReadonlySet<string> | null): Promise<Person[]> {
  return (await app.data.people.current()).filter((person) => ids === null || ids.has(person.id));
}

async function lettersTo(app: App, people: readonly Person[], { aside, name }: { readonly aside: Told; readonly name: string }): Promise<Letter[]> {
  // Nobody lives at the addresses of the demonstration.
  if (app.config.demo) return [];
  const organisation = await app.data.organisation.get();
  return people.flatMap(({ email, language, name: person }) => {
    if (email === null) return [];
    const text = textOf(language ?? organisation?.language ?? 'en');
    const title = aside.title ? text.of(aside.title) : text('kept.untitled', { id: aside.surveyId });
    const last = text.day(addDays(aside.since, lastDay));
    const values = { name: person, title, last, since: text.day(aside.since), home: app.config.publicUrl, reason: text.code('kept.reason', aside.reason) };
    const letter = { id: app.newId(), to: email, dueOn: app.today() };
    return [newLetter({ ...letter, subject: text.code(name, 'subject', values), text: text.code(name, 'text', values) })];
  });
}
