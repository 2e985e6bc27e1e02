// One letter with everything that happened since the last one, in the order: what we will do, what not and why, whether it helped, thanks.
import * as v from 'valibot';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { LetterJob } from '#app/domain/notifications/letter-job.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import type { LetterTexts } from '#app/domain/surveys/letters/letter-texts.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import { lettered } from './letter-words.server.ts';
import type { Writer } from './letters-of.server.ts';
import { newsLines, toldOrder, type NewsLine } from './news-lines.server.ts';

/** Ids of news, as an owed letter keeps them. */
const ids = v.array(v.string());

export async function newsLetters(app: App, about: LetterJob['about']): Promise<Writer> {
  const lines = await newsLines(app, await app.data.news.byIds(v.parse(ids, about)));
  const organisation = await app.data.organisation.get();
  const texts = await textsOfLastSurvey(app);
  const bodies = new Map<Tongue, string>();
  return (person) => {
    if (person.email === null || lines.length === 0) return null;
    const text = textOf(languageOf(person, organisation));
    const parts = bodies.get(text.tongue) ?? newsParts(text, lines).map(({ title, said }) => [title, ...said.map(({ line, link }) => `– ${line}\n  ${link}`)].join('\n')).join('\n\n');
    bodies.set(text.tongue, parts);
    const values = { name: person.name, organisation: organisation?.name ?? '', news: parts, feed: `${app.config.publicUrl}/feed` };
    const { subject, body } = lettered(text, { kind: 'news', texts, values });
    return { link: null, letter: newLetter({ id: app.newId(), to: person.email, subject, text: body, language: text.tongue, dueOn: app.today() }) };
  };
}

/** What happens between two surveys is told in the words that were sealed with the one before it. */
async function textsOfLastSurvey(app: App): Promise<LetterTexts> {
  const last = (await app.data.surveys.all()).find(({ state }) => state === 'closed');
  return last ? app.data.letterTexts.ofSurvey(last.id) : {};
}

export interface NewsPart {
  readonly title: string;
  readonly said: readonly { readonly line: string; readonly link: string }[];
}

/** Of each kind together. */
export function newsParts(text: Text, lines: readonly NewsLine[]): NewsPart[] {
  return toldOrder.flatMap((kind) => {
    const said = lines.filter((line) => line.kind === kind).map((line) => ({ line: line.say(text), link: line.link }));
    return said.length === 0 ? [] : [{ title: text(`news.kind.${kind}`), said }];
  });
}
