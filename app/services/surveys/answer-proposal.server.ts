// What HR answers to a proposal, and that whoever signed it is told: the answer and what it owes are one step. The letter tells the day and
// the answer and repeats nothing of the proposal: mail passes hands that are not HR's.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { quotes } from '#app/domain/plans/quotation.ts';
import { answered, withAnswer, type AnswerRefusal, type AnswerWishes, type Proposal } from '#app/domain/surveys/proposals/proposal.ts';
import { askedIn, supportId } from '#app/domain/surveys/proposals/support-question.ts';
import type { App } from '#app/platform/app.server.ts';
import { oweLetters } from '#app/services/notifications/owe-letters.server.ts';
import { publishedComments } from '#app/services/plans/waves.server.ts';
import type { Stores } from '#db/index.server.ts';
import { namesNobody } from './names-nobody.server.ts';
import { languagesAsked } from './tongues.server.ts';

export async function answerProposal(app: App, id: string, { keptBack, ...wishes }: AnswerWishes & { readonly keptBack: boolean }): Promise<Outcome<null, AnswerRefusal | 'not-found' | 'quotes-a-comment' | 'own-names'>> {
  const spoken = await languagesAsked(app);
  const comments = await publishedComments(app);
  const apart = wishes.decision === 'asked' ? await namesNobody(app, { text: wishes.text }) : done(null);
  if (!apart.ok) return apart;
  return app.data.transaction(async (stores) => {
    const proposal = await stores.proposals.held(id);
    if (!proposal) return refused('not-found');
    const sealed = askedIn(await stores.surveys.all()).has(supportId(id));
    const after = answered(proposal, wishes, { today: app.today(), spoken, sealed });
    if (!after.ok) return after;
    // Everybody reads the answer. What stands in the proposal already is asked about with its words.
    const fresh = comments.filter((comment) => !quotes(proposal.words, [comment]));
    const said = wishes.decision === 'asked' ? Object.values(wishes.text).join('\n') : wishes.reason;
    if (quotes(said, fresh)) return refused('quotes-a-comment', { field: wishes.decision === 'asked' ? 'decision' : 'reason' });
    await keep(app, stores, { before: proposal, after: { ...after.value, keptBack } });
    return done(null);
  });
}

/** An own question was begun with it. */
export async function takeUp(app: App, stores: Stores, { id, own }: { readonly id: string; readonly own: number }): Promise<void> {
  const before = await stores.proposals.held(id);
  if (before) await keep(app, stores, { before, after: withAnswer(before, { kind: 'taken-up', on: app.today(), own }) });
}

/** The same answer again tells nobody anything. */
async function keep(app: App, stores: Stores, { before, after }: { readonly before: Proposal; readonly after: Proposal }): Promise<void> {
  if (after.answers === before.answers) return stores.proposals.save(after);
  const count = await stores.proposals.answer(after);
  // Nobody lives at the addresses of the demonstration; of a text nobody knows who wrote it.
  if (app.config.demo || after.authorId === null) return;
  await oweLetters(app, stores, { occasion: 'proposal', surveyId: '', asks: false, about: { id: after.id, answered: count }, people: [after.authorId] });
}
