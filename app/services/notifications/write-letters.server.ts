// The letters of a survey as HR sees and writes them, before it is sealed and, without changing them, after.
import type { Actor } from '#app/domain/access/actor.ts';
import { isRightToLeft } from '#app/domain/kernel/direction.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { letterHtml } from '#app/domain/notifications/letter-html.ts';
import { checkLetterText, ownIn, ownText, placesIn, withText, writtenKinds, type LetterText, type LetterTextRefusal, type WrittenKind } from '#app/domain/surveys/letters/letter-texts.ts';
import type { AudienceWords } from '#app/domain/surveys/asking/audience.ts';
import type { LettersView, WrittenLetter } from '#app/domain/surveys/letters/letters-view.ts';
import { checkLetterDays, plannedLetters, letterPlanOf, type LetterDayRefusal, type LetterDays } from '#app/domain/surveys/letters/survey-letters.ts';
import { titleIn, type Survey } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { MailFailure, openMailer } from '#app/platform/mailer.server.ts';
import { noteDown } from '#app/services/installation/keep-journal.server.ts';
import { planSealing, sealedOf } from '#app/services/publication.server.ts';
import { audienceWords, whoIsAsked } from '#app/services/publication/audience-words.server.ts';
import { fingerprintIn } from '#app/services/publication/show-fingerprint.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { learnTongues } from '#app/services/surveys/tongues.server.ts';
import { fixedWords, lettered, programText, valuesOf } from './letter-words.server.ts';

export interface LetterWish {
  readonly kind: WrittenKind;
  readonly language: string;
}

interface Looking extends LetterWish {
  /** Who looks. */
  readonly reader: string;
  /** In which language they read what only they are told: that something comes later. */
  readonly seenIn: string;
}

/** What the letters to one reader say. */
export async function lettersView(app: App, survey: Survey, { language, ...looking }: Looking): Promise<LettersView> {
  const { languages } = survey.definition;
  learnTongues(app);
  return {
    kinds: writtenKinds,
    languages,
    draft: survey.state === 'draft',
    planned: plannedLetters(letterPlanOf(survey)),
    days: survey.definition.letterDays ?? {},
    own: ownIn(await app.data.letterTexts.ofSurvey(survey.id)),
    letter: await writtenLetter(app, survey, { ...looking, language: (languages as readonly string[]).includes(language) ? language : (languages[0] ?? 'en') }),
  };
}

async function writtenLetter(app: App, survey: Survey, { kind, language, reader, seenIn }: Looking): Promise<WrittenLetter> {
  const text = textOf(language);
  const texts = await app.data.letterTexts.ofSurvey(survey.id);
  const values = await examples(app, survey, { text, kind, reader, aside: textOf(seenIn) });
  const { subject, body } = lettered(text, { kind, texts, values });
  const html = letterHtml({ language, rightToLeft: isRightToLeft(language), subject, text: body, home: app.config.publicUrl, button: text('letter.button') });
  const own = ownText(texts, kind, language);
  return { kind, language, text: own ?? programText(text, kind), own: own !== null, places: placesIn[kind].body, preview: { subject, body, html }, fixed: fixedWords(text, kind, values) };
}

/** The link of an example leads to the answer page with nothing behind it, and after sealing to the sign-in page: nobody takes an answer sheet with it. */
async function examples(app: App, survey: Survey, { text, kind, reader, aside }: { readonly text: Text; readonly kind: WrittenKind; readonly reader: string; readonly aside: Text }): Promise<Record<string, string | number>> {
  const { publicUrl } = app.config;
  const organisation = (await app.data.organisation.get())?.name ?? '';
  const { k, questions } = survey.definition;
  const words = survey.manifestHash === null ? aside('letter-page.words') : fingerprintIn(text.tongue, survey.manifestHash).join(' · ');
  const same = valuesOf(app, text, { ...survey, k, questions, organisation, words, audience: await audienceOf(app, survey) });
  const later = aside('letter-page.later');
  return { ...same, name: reader, link: survey.state === 'draft' ? `${publicUrl}/surveys/${survey.id}/try?in=${text.tongue}` : `${publicUrl}/sign-in`, feed: `${publicUrl}/feed`, findings: kind === 'results' ? later : '', news: later };
}

/** As it is sealed, or would be today. */
async function audienceOf(app: App, survey: Survey): Promise<AudienceWords | null> {
  const { audience, languages } = survey.definition;
  if (!audience) return null;
  if (survey.state !== 'draft') return (await sealedOf(app, survey.id)).manifest.audience?.said ?? null;
  const planned = await planSealing(app, survey.id);
  return planned.ok ? audienceWords(whoIsAsked(planned.value.plan), languages) : null;
}

/** Null takes HR's own words back. A refusal names its field. */
export async function writeLetter(app: App, actor: Actor, { surveyId, kind, language, text }: LetterWish & { readonly surveyId: string; readonly text: LetterText | null }): Promise<Outcome<null, LetterTextRefusal | 'not-a-draft' | 'letter-language'>> {
  const checked = text === null ? done(null) : checkLetterText(kind, text);
  if (!checked.ok) return checked;
  return app.data.transaction(async (stores) => {
    const survey = await stores.surveys.get(surveyId);
    if (!survey) return refused('not-a-draft');
    if (!survey.definition.languages.includes(language)) return refused('letter-language');
    // Only of a draft, and held until this is written: nobody seals other words than were looked at.
    if (!(await stores.surveys.replace(survey, 'draft'))) return refused('not-a-draft');
    await stores.letterTexts.save(surveyId, withText(await stores.letterTexts.ofSurvey(surveyId), { kind, language, text: checked.value }));
    await noteDown(app, stores, [{ kind: 'letters-written', by: actor, what: titleIn(survey) }]);
    return done(null);
  });
}

/** When the letters leave. A refusal names the letter. */
export async function chooseLetterDays(app: App, actor: Actor, { surveyId, days }: { readonly surveyId: string; readonly days: LetterDays }): Promise<Outcome<null, LetterDayRefusal | 'not-a-draft'>> {
  return app.data.transaction(async (stores) => {
    const survey = await stores.surveys.get(surveyId);
    if (survey?.state !== 'draft') return refused('not-a-draft');
    const checked = checkLetterDays(letterPlanOf(survey), days, app.today());
    if (!checked.ok) return checked;
    if (!(await stores.surveys.replace({ ...survey, definition: { ...survey.definition, letterDays: days } }, 'draft'))) return refused('not-a-draft');
    await noteDown(app, stores, [{ kind: 'letters-written', by: actor, what: titleIn(survey) }]);
    return done(null);
  });
}

/** The letter as it stands, to whoever asks for it: past the outbox, so that the answer of the mail server is told at once. */
export async function sendLetterToOneself(app: App, survey: Survey, { to, ...wish }: Looking & { readonly to: string }): Promise<Outcome<null, 'no-mail-server' | 'mail-refused' | 'letter-language'>> {
  // Written in a language nobody is asked in, it would be a letter that nobody gets.
  if (!survey.definition.languages.includes(wish.language)) return refused('letter-language');
  learnTongues(app);
  const mailer = openMailer(app.config);
  if (!mailer) return refused('no-mail-server');
  const { preview, language } = await writtenLetter(app, survey, wish);
  try {
    await mailer.send({ id: app.newId(), to, subject: textOf(language)('letter-page.test.subject', { subject: preview.subject }), text: preview.body, html: preview.html });
    return done(null);
  } catch (error) {
    if (error instanceof MailFailure) return refused('mail-refused', { reason: error.message });
    throw error;
  } finally {
    mailer.close();
  }
}
