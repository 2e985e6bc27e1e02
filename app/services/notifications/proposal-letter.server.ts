// «HR has answered what you proposed»: to whoever signed it, in HR's words, once for each answer that holds when it is written.
import * as v from 'valibot';
import type { LetterJob } from '#app/domain/notifications/letter-job.ts';
import { newLetter } from '#app/domain/notifications/letter.ts';
import { languageOf } from '#app/domain/organisation/person.ts';
import type { ProposalAnswer } from '#app/domain/surveys/proposals/proposal.ts';
import type { App } from '#app/platform/app.server.ts';
import { textOf, type Text } from '#app/text/text.ts';
import type { Writer } from './letters-of.server.ts';

const told = v.object({ id: v.string(), answered: v.number() });

export async function proposalLetters(app: App, about: LetterJob['about']): Promise<Writer> {
  const { id, answered } = v.parse(told, about);
  const proposal = await app.data.proposals.get(id);
  const answer = proposal?.answers.at(-1);
  const latest = (await app.data.proposals.answered(id)) === answered;
  const organisation = await app.data.organisation.get();
  return (person) => {
    // Answered anew before this was written, it is told by the letter that is owed for that; and to nobody but whoever signed it.
    if (!proposal || !answer || !latest || person.email === null || person.id !== proposal.authorId) return null;
    const text = textOf(languageOf(person, organisation));
    const values = { name: person.name, day: text.day(proposal.day), answer: saidIn(text, answer), link: `${app.config.publicUrl}/propose` };
    const body = text(proposal.answers.length > 1 ? 'proposal-letter.again' : 'proposal-letter.text', values);
    return { link: null, letter: newLetter({ id: app.newId(), to: person.email, subject: text('proposal-letter.subject'), text: body, language: text.tongue, dueOn: app.today() }) };
  };
}

/** What HR typed is one line between quotation marks: it makes no paragraph, and no button, of its own. */
const onOneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

function saidIn(text: Text, answer: ProposalAnswer): string {
  if (answer.kind === 'taken-up') return text('proposal-letter.taken-up');
  if (answer.kind === 'asked') return text('proposal-letter.asked', { question: onOneLine(answer.text[text.tongue] ?? answer.text['en'] ?? Object.values(answer.text)[0] ?? '') });
  const reason = onOneLine(answer.reason);
  return answer.kind === 'declined' ? text('proposal-letter.declined', { reason }) : text('proposal-letter.parked', { reason, day: text.day(answer.review) });
}
