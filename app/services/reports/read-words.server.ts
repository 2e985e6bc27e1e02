// The page with what people wrote, for HR, for heads and for everybody, each as the sealed page of that survey said.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import { commentsPageOf, type CommentsLook, type WordsPage } from '#app/domain/reports/comments-page.ts';
import { nearby } from '#app/domain/reports/departments-near.ts';
import { sightOf, wordGroupOf } from '#app/domain/reports/passing-on.ts';
import type { App } from '#app/platform/app.server.ts';
import { namesOf } from '#app/services/plans/plan-page.server.ts';
import { mayRead, type Refused } from './read-results.server.ts';
import { countedFor, readerOf, sealedReaders, wordsOf, type WhichWords } from './words-of.server.ts';

export async function readWords(app: App, actor: Actor, look: Omit<CommentsLook, 'department'> & WhichWords): Promise<Outcome<WordsPage, Refused>> {
  const read = await wordsOf(app, actor, look);
  const company = !read.ok && look.department !== null ? await wordsOf(app, actor, { ...look, department: null }) : null;
  if (!read.ok && company?.ok && mayRead(actor, company.value.wave, look.department as string)) {
    const shown = await readWords(app, actor, { ...look, department: null });
    return shown.ok ? done({ ...shown.value, instead: company.value.wave.departments.get(look.department as string)?.name ?? null }) : shown;
  }
  if (!read.ok) return read;
  const known = read.value;
  const { department, decided, wordsFor, wave, sight } = known;
  const replies = await app.data.wordReplies.ofGroup({ hash: known.hash, group: decided.group.key });
  const names = await namesOf(app, replies.map(({ byId }) => byId));
  const said = { sight, replies, nameOf: (id: string) => names[id] ?? null };
  const page = commentsPageOf(known, decided, { look: { ...look, department }, said, counted: await countedFor(app, actor, known) });
  const open = page.departments.filter(({ id }) => sightOf(readerOf(actor), wave, { group: wordGroupOf(wave, id), wordsFor }) !== null);
  return done({ ...page, departments: nearby(open, department), mayAnswer: known.mayAnswer, wordsFor: wordsFor ?? null, instead: null });
}

/** Whether the page with words is offered at all. */
export async function offersWords(app: App, actor: Actor, surveyId: string): Promise<boolean> {
  return may(actor, 'read-comments') || (await sealedReaders(app, surveyId)) === 'heads';
}

/** Whether everybody can read something there. */
export async function companyWordsPassedOn(app: App, actor: Actor, surveyId: string): Promise<boolean> {
  const read = await wordsOf(app, actor, { surveyId, department: null });
  return read.ok && read.value.wordsFor === 'heads' && read.value.decided.passing.passedOn !== null;
}
