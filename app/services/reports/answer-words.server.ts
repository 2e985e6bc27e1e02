// A comment or a theme answered in public, by HR or by whoever leads everybody of the group. Nobody is written to: writers recognise
// their words, and nobody learns who they are. Two who answer at once are both kept.
import type { Actor } from '#app/domain/access/actor.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import { themeLabel } from '#app/domain/reports/comments-page.ts';
import type { ReplyContent } from '#app/domain/reports/word-reply.ts';
import type { App } from '#app/platform/app.server.ts';
import { publishedComments } from '#app/services/plans/waves.server.ts';
import { countedFor, textsFor, wordsOf, type KnownWords, type WhichWords } from './words-of.server.ts';

export interface WhichSaid extends WhichWords {
  /** One of the two. */
  readonly comment: string | null;
  readonly theme: string | null;
}

export type AnswerRefusal = 'not-found' | 'forbidden' | 'no-such-words' | 'quotes-a-comment';

interface Found {
  readonly known: KnownWords & { readonly department: string };
  readonly about: ReplyContent['about'];
  /** The text itself, null for a theme. */
  readonly text: string | null;
}

async function found(app: App, actor: Actor, { comment, theme, ...which }: WhichSaid): Promise<Outcome<Found, AnswerRefusal>> {
  const words = await wordsOf(app, actor, which);
  if (!words.ok) return words;
  const known = words.value;
  if (!known.mayAnswer) return refused('forbidden');
  if (theme !== null) return (await countedFor(app, actor, known)).themes.some(({ id }) => id === theme) ? done({ known, about: { kind: 'theme', theme }, text: null }) : refused('no-such-words');
  const text = textsFor(known).find(({ id }) => id === comment);
  return text ? done({ known, about: { kind: 'comment', position: text.position }, text: text.text }) : refused('no-such-words');
}

export interface AnswerPage {
  readonly department: string;
  readonly survey: string;
  readonly comment: string | null;
  readonly theme: string | null;
  readonly whole: boolean;
  readonly request: string;
}

/** What is to be answered, in words. */
export async function answerPage(app: App, actor: Actor, which: WhichSaid & { readonly language: Language }): Promise<Outcome<AnswerPage, AnswerRefusal>> {
  const said = await found(app, actor, which);
  if (!said.ok) return said;
  const { known, about, text } = said.value;
  const theme = about.kind === 'theme' ? themeLabel(about.theme, which.language) : null;
  return done({ department: known.department, survey: which.surveyId, comment: text, theme, whole: known.decided.group.whole, request: app.newId() });
}

export async function answerWords(app: App, actor: Actor, { request, text, ...which }: WhichSaid & { readonly request: string; readonly text: string }): Promise<Outcome<null, AnswerRefusal>> {
  const said = await found(app, actor, which);
  if (!said.ok) return said;
  const { known, about } = said.value;
  // An answer to a theme goes to people who may not read the comments.
  if (about.kind === 'theme' && quotes(text, await publishedComments(app))) return refused('quotes-a-comment');
  const { key, departments, whole } = known.decided.group;
  await app.data.wordReplies.add({ id: request, hash: known.hash, group: key, on: app.today(), about, text, byId: actor.personId, departments, whole });
  return done(null);
}
