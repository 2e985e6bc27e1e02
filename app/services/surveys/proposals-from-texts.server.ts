// A proposal from an open text of a pulse: HR enters it from a text of a release. It has no writer, so nobody is told singly; what is kept
// of where it came from is the survey, and neither the text nor the group it stands in. Its words are HR's own, for everybody reads them:
// the text itself may be repeated where everybody reads it already.
import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/actor.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import { enterFromText, isOfSameForm } from '#app/domain/surveys/proposals/proposal.ts';
import type { App } from '#app/platform/app.server.ts';
import { publishedComments } from '#app/services/plans/waves.server.ts';
import { textsFor, wordsOf, type KnownWords, type WhichWords } from '#app/services/reports/words-of.server.ts';

export interface WhichText extends WhichWords {
  readonly comment: string;
}

interface Found {
  readonly known: KnownWords & { readonly department: string };
  /** As it is shown. */
  readonly text: string;
  /** Everybody reads it as it stands. */
  readonly open: boolean;
}

export type EnterRefusal = 'not-found' | 'forbidden' | 'no-such-words' | 'quotes-a-comment' | 'proposal-entered';

async function found(app: App, actor: Actor, { comment, ...which }: WhichText): Promise<Outcome<Found, 'not-found' | 'forbidden' | 'no-such-words'>> {
  if (!may(actor, 'read-comments')) return refused('forbidden');
  const words = await wordsOf(app, actor, which);
  if (!words.ok) return words;
  const known = words.value;
  const shown = textsFor(known).find(({ id }) => id === comment);
  if (!shown) return refused('no-such-words');
  const whole = known.decided.group.texts.find(({ position }) => position === shown.position)?.text ?? '';
  return done({ known, text: shown.text, open: isOpen(known) && !shown.leftOut && whole === shown.text });
}

const isOpen = ({ wordsFor, decided: { group, passing } }: KnownWords): boolean => wordsFor === 'heads' && group.whole && passing.passedOn !== null;

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export interface EnterPage {
  readonly department: string;
  readonly survey: string;
  readonly comment: string;
  readonly open: boolean;
  readonly request: string;
}

export async function enterPage(app: App, actor: Actor, which: WhichText): Promise<Outcome<EnterPage, EnterRefusal>> {
  const said = await found(app, actor, which);
  if (!said.ok) return said;
  const { known, text, open } = said.value;
  return done({ department: known.department, survey: which.surveyId, comment: text, open, request: app.newId() });
}

/** `request`: of the form, so that one sent twice is entered once. */
export async function enterProposal(app: App, actor: Actor, { request, words, ...which }: WhichText & { readonly request: string; readonly words: string }): Promise<Outcome<null, EnterRefusal>> {
  const said = await found(app, actor, which);
  if (!said.ok) return said;
  const { text, open } = said.value;
  const all = await app.data.proposals.all();
  const before = all.find(({ id }) => id === request);
  if (before && isOfSameForm(before, { words, why: '', mayShow: true })) return done(null);
  // Repeated as it stands, whole or in part, it says nothing that another text says to fewer.
  const repeated = open && onOneLine(text).includes(onOneLine(words));
  if (!repeated && quotes(words, await publishedComments(app))) return refused('quotes-a-comment', { field: 'words' });
  const proposal = enterFromText(words, { id: before ? app.newId() : request, today: app.today(), surveyId: which.surveyId, earlier: all });
  if (!proposal.ok) return proposal;
  await app.data.proposals.add(proposal.value);
  return done(null);
}
