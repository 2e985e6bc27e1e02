// What the programme asks of HR: to look at its draft, to seal it, or to change what stands in its way.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import type { ProgrammeTold } from '#app/domain/notifications/programme-told.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { titleIn } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import { mendings } from '#app/services/surveys/mend-wave.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import type { Writer } from './letters-of.server.ts';

/** Null where it was sealed, given up or changed meanwhile. */
export async function programmeLetters(app: App, about: unknown): Promise<Writer | null> {
  const told = about as ProgrammeTold;
  const say = told.kind === 'stuck' ? stuck(app, told) : await aboutDraft(app, told.kind, told);
  const organisation = await app.data.organisation.get();
  return say && ((person) => {
    if (person.email === null) return null;
    const text = textOf(languageOf(person, organisation));
    const { subject, body } = say(text, person.name);
    return { link: null, letter: newLetter({ id: app.newId(), to: person.email, subject, text: body, dueOn: app.today() }) };
  });
}

type Say = (text: Text, name: string) => { readonly subject: string; readonly body: string };

async function aboutDraft(app: App, kind: 'drafted' | 'seal-now', { surveyId, held }: ProgrammeTold): Promise<Say | null> {
  const survey = await app.data.surveys.get(surveyId ?? '');
  if (survey?.state !== 'draft') return null;
  return (text, name) => {
    const values = { name, title: inLanguage(survey.title, text.language) || titleIn(survey), opens: text.day(survey.opens), closes: text.day(survey.closes), link: `${app.config.publicUrl}/surveys/${survey.id}` };
    return { subject: text(`programme-letter.${kind}.subject`, values), body: [text(`programme-letter.${kind}.text`, values), ...(held ? [text('programme-letter.in-the-way', { reasons: reasonsIn(app, text, held) })] : [])].join('\n\n') };
  };
}

function stuck(app: App, { held }: ProgrammeTold): Say | null {
  if (!held) return null;
  return (text, name) => {
    const values = { name, day: text.day(held.due), reasons: reasonsIn(app, text, held), link: `${app.config.publicUrl}/surveys/programme` };
    return { subject: text('programme-letter.stuck.subject'), body: text('programme-letter.stuck.text', values) };
  };
}

/** One a line, each with where it is mended. */
function reasonsIn(app: App, text: Text, { surveyId, reasons }: NonNullable<ProgrammeTold['held']>): string {
  return mendings({ text, today: app.today() }, { surveyId, leftOut: null, reasons }).map(({ said, mend, to }) => `– ${said}\n  ${text(`programme.held.mend.${mend}`)}${to === null ? '' : `${text('punctuation.colon')}${app.config.publicUrl}${to}`}`).join('\n');
}
