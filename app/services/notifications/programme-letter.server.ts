// What the programme asks of HR: to look at its draft, to seal it, or to change what stands in its way.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import type { ProgrammeTold } from '#app/domain/notifications/programme-told.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { titleIn } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { plannedYear } from '#app/services/surveys/plan-programme.server.ts';
import { withDays } from '#app/text/refused-days.ts';
import { textOf, type Text } from '#app/text/text.ts';
import type { Writer } from './letters-of.server.ts';

/** Null where it was sealed, given up or changed meanwhile. */
export async function programmeLetters(app: App, about: unknown): Promise<Writer | null> {
  const { kind, surveyId } = about as ProgrammeTold;
  const say = kind === 'stuck' ? await stuck(app) : await aboutDraft(app, kind, surveyId ?? '');
  const organisation = await app.data.organisation.get();
  return say && ((person) => {
    if (person.email === null) return null;
    const text = textOf(languageOf(person, organisation));
    const { subject, body } = say(text, person.name);
    return { link: null, letter: newLetter({ id: app.newId(), to: person.email, subject, text: body, dueOn: app.today() }) };
  });
}

type Say = (text: Text, name: string) => { readonly subject: string; readonly body: string };

async function aboutDraft(app: App, kind: 'drafted' | 'seal-now', surveyId: string): Promise<Say | null> {
  const survey = await app.data.surveys.get(surveyId);
  if (survey?.state !== 'draft') return null;
  return (text, name) => {
    const values = { name, title: inLanguage(survey.title, text.language) || titleIn(survey), opens: text.day(survey.opens), closes: text.day(survey.closes), link: `${app.config.publicUrl}/surveys/${survey.id}` };
    return { subject: text(`programme-letter.${kind}.subject`, values), body: text(`programme-letter.${kind}.text`, values) };
  };
}

async function stuck(app: App): Promise<Say | null> {
  const kept = await app.data.programme.get();
  const year = kept?.programme.state === 'running' ? await plannedYear(app, kept.programme, { language: 'en' }) : null;
  if (!year || year.ok) return null;
  return (text, name) => {
    const values = { name, because: text.error(year.because, withDays(text, year.details)), link: `${app.config.publicUrl}/surveys/programme` };
    return { subject: text('programme-letter.stuck.subject', values), body: text('programme-letter.stuck.text', values) };
  };
}
