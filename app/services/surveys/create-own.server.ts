// A new question of the company's own: one for each form, and the answer to the proposal that it begins with.
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import { latestOf, writeOwn, type OwnQuestion, type OwnRefusal, type OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { sameWords } from '#app/domain/surveys/questionnaire/questionnaire-here.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { takeUp } from './answer-proposal.server.ts';
import { namesNobody } from './names-nobody.server.ts';
import { roomForBackground } from './own-questions.server.ts';
import { languagesAsked } from './tongues.server.ts';

interface Sent {
  /** The one that it is the beginning of, which is answered by it. */
  readonly proposal?: string | null;
  /** Of the form, so that one sent twice has written one question. */
  readonly request?: string;
}

export async function createOwn(app: App, wishes: OwnWishes, { proposal = null, request = app.newId() }: Sent = {}): Promise<Outcome<OwnQuestion, OwnRefusal | 'own-backgrounds'>> {
  const words = writeOwn(wishes, await languagesAsked(app));
  if (!words.ok) return words;
  const apart = await namesNobody(app, words.value);
  if (!apart.ok) return apart;
  return app.data.transaction(async (stores) => {
    const kept = await keptOnce(stores, words.value, request);
    if (kept.ok && proposal !== null) await takeUp(app, stores, { id: proposal, own: kept.value.number });
    return kept;
  });
}

/** One of the same words, or a new one with the next number: another may be written at this moment. What this form has brought stands as HR
 * has changed it since; with other words the form brings another. */
async function keptOnce(stores: Stores, words: OwnQuestion['words'], request: string): Promise<Outcome<OwnQuestion, 'own-backgrounds'>> {
  for (;;) {
    const all = await stores.ownQuestions.all();
    const brought = await stores.ownQuestions.numberOf(request);
    const mine = all.some((one) => one.number === brought && sameWords(one, { words }));
    const same = latestOf(all).find((one) => (mine ? one.number === brought : one.standing === 'active' && sameWords(one, { words })));
    if (same) return done(same);
    const room = words.kind === 'background' ? await roomForBackground(stores) : done(null);
    if (!room.ok) return room;
    const own: OwnQuestion = { number: await stores.ownQuestions.nextNumber(), version: 1, words, standing: 'active', gates: null, parked: null };
    if (await stores.ownQuestions.add(own, brought === null ? request : null)) return done(own);
  }
}
