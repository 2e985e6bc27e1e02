// What becomes of a survey that was set aside, told to those who decide and to everybody who was asked.
import * as v from 'valibot';
import { addDays } from '#app/domain/kernel/day.ts';
import { storedDay, storedLocalized } from '#app/domain/kernel/stored.ts';
import type { LetterJob } from '#app/domain/notifications/letter-job.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import { lastDay, setAsideReasons, type SetAside } from '#app/domain/surveys/set-aside.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf } from '#app/text/text.ts';
import type { Writer } from './letters-of.server.ts';

export type Told = Pick<SetAside, 'surveyId' | 'reason' | 'title' | 'since'>;
/** As an owed letter keeps it. */
const told: v.GenericSchema<unknown, Told> = v.object({ surveyId: v.string(), reason: v.picklist(setAsideReasons), title: v.nullable(storedLocalized), since: storedDay });

export type AsideOccasion = 'set-aside' | 'destroyed' | 'taken-up' | 'restored';

export function newsOfAside(app: App, occasion: AsideOccasion, about: LetterJob['about']): Promise<Writer> {
  return asideLetters(app, v.parse(told, about), `letter.${occasion}.asked`);
}

type AsideText = `letter.${AsideOccasion}.${'asked' | 'decide'}`;

/** `name`: of the texts. */
export async function asideLetters(app: App, aside: Told, name: AsideText): Promise<Writer> {
  const organisation = await app.data.organisation.get();
  return ({ email, language, name: person }) => {
    if (email === null) return null;
    const text = textOf(languageOf({ language }, organisation));
    const title = aside.title ? text.of(aside.title) : text('kept.untitled', { id: aside.surveyId });
    const last = text.day(addDays(aside.since, lastDay));
    const values = { name: person, title, last, since: text.day(aside.since), home: app.config.publicUrl, reason: text(`kept.reason.${aside.reason}`) };
    const letter = newLetter({ id: app.newId(), to: email, dueOn: app.today(), subject: text(`${name}.subject`, values), text: text(`${name}.text`, values) });
    return { letter, link: null };
  };
}
