// What the programme asks of HR: to look at its draft, to seal it, or to change what stands in its way.
import { inLanguage } from '#app/domain/kernel/language.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import type { ProgrammeTold } from '#app/domain/notifications/programme-told.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { titleIn } from '#app/domain/surveys/survey.ts';
import type { App } from '#app/platform/app.server.ts';
import type { HeldWave } from '#app/domain/surveys/programme/held-wave.ts';
import { heldWave } from '#app/services/surveys/held-wave.server.ts';
import { mendings } from '#app/services/surveys/mend-wave.server.ts';
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
  const held = await heldWave(app);
  const inTheWay = held?.surveyId === surveyId ? held : null;
  return (text, name) => {
    const values = { name, title: inLanguage(survey.title, text.language) || titleIn(survey), opens: text.day(survey.opens), closes: text.day(survey.closes), link: `${app.config.publicUrl}/surveys/${survey.id}` };
    return { subject: text(`programme-letter.${kind}.subject`, values), body: [text(`programme-letter.${kind}.text`, values), ...(inTheWay ? [text('programme-letter.in-the-way', { reasons: reasonsIn(app, text, inTheWay) })] : [])].join('\n\n') };
  };
}

async function stuck(app: App): Promise<Say | null> {
  const held = await heldWave(app);
  return held && ((text, name) => {
    const values = { name, day: text.day(held.due), reasons: reasonsIn(app, text, held), link: `${app.config.publicUrl}/surveys/programme` };
    return { subject: text('programme-letter.stuck.subject'), body: text('programme-letter.stuck.text', values) };
  });
}

/** One a line, each with where it is mended. */
function reasonsIn(app: App, text: Text, { surveyId, reasons }: HeldWave): string {
  return mendings({ text, today: app.today() }, { surveyId, leftOut: null, reasons }).map(({ said, mend, to }) => `– ${said}\n  ${text(`programme.held.mend.${mend}`)}${to === null ? '' : `${text('punctuation.colon')}${app.config.publicUrl}${to}`}`).join('\n');
}
