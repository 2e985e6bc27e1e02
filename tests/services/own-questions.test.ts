// A question of the company's own from its words to its figures: written, drafted, sealed, answered, published, shown, asked again.
import { expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { QuestionsPage } from '#app/domain/reports/questions-page.ts';
import { ownId, type OwnQuestion, type OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { readQuestions } from '#app/services/reports/read-results.server.ts';
import { changeDraft, createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { draftOffer } from '#app/services/surveys/offer-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { changeOwn, decideGates, ownQuestionView, ownQuestionsView, placeOwn } from '#app/services/surveys/own-questions.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text, de: text });
const inAll = (kind: Parameters<typeof ownWishes>[0]) => ({ ...ownWishes(kind), text: { ...ownWishes(kind).text, 'zh-Hant': '您對餐廳滿意嗎？' }, answers: { ...ownWishes(kind).answers, 'zh-Hant': '無\n少\n多\n全部' } });

/** Asks in German beside the product's languages. */
async function company(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  await app.data.organisation.save({ ...(await app.data.organisation.get())!, tongues: ['de'] });
  return app;
}

/** Written, and through its gates. */
async function created(app: TestApp, wishes: OwnWishes = inAll('satisfaction')): Promise<OwnQuestion> {
  const { number } = given(await createOwn(app, wishes));
  return given(await decideGates(app, number, passing));
}

async function drafted(app: TestApp, own: readonly string[]): Promise<string> {
  const wishes = { template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own };
  return given(await createDraft(app, await actorFor(app, 'hr'), wishes)).id;
}

async function answered(app: TestApp, id: string, answers: (at: number) => Answers): Promise<QuestionsPage> {
  await rehearse(app, id, (await everybody(app)).map((personId, at) => ({ personId, answers: answers(at) })));
  app.setNow(`${addDays(app.today(), 8)}T12:00:00Z`);
  const { text, hash } = given(await closeSurvey(app, id));
  expect(verifyText(text, { hash }).problems).toEqual([]);
  return given(await readQuestions(app, await actorFor(app, 'hr'), { surveyId: id, department: null, language: 'zh-Hans' }));
}

test('an own question is asked in every language of the company and its line goes over two surveys', async () => {
  const app = await company();
  const ids = [];
  for (const kind of ['satisfaction', 'choice'] as const) ids.push(ownId(await created(app, inAll(kind))));
  expect(ids).toEqual(['OWN-1', 'OWN-2']);
  const first = await drafted(app, ids);
  const { manifest } = given(await sealSurvey(app, first));
  expect(manifest.questions.find(({ id }) => id === 'OWN-1')).toMatchObject({ kind: 'scale', text: { en: 'How satisfied are you with the canteen?', de: 'Wie zufrieden sind Sie mit der Kantine?' } });
  const page = await answered(app, first, (at) => ({ 'OWN-1': 3 + (at % 3), 'OWN-2': [at % 2 === 0 ? 'a1' : 'a2'] }));
  expect(page.alone.map(({ id, text }) => [id, text])).toEqual([['OWN-1', '您对食堂满意吗？']]);
  expect(page.lines).toEqual([]);
  const [chosen] = page.chosen;
  expect(chosen).toMatchObject({ id: 'OWN-2', ballots: 44 });
  // Two of every group are shown without a choice.
  const choices = chosen!.options.map(({ label, chosen: by }) => [label, by?.people ?? null]);
  expect(choices.map(([label]) => label)).toEqual(['无', '少', '多', '全部']);
  expect(choices.slice(2).map(([, people]) => people)).toEqual([null, null]);
  expect(Number(choices[0]![1]) + Number(choices[1]![1])).toBeLessThanOrEqual(44 - 2);

  app.setNow('2027-03-01T12:00:00Z');
  const second = await drafted(app, ['OWN-1']);
  given(await sealSurvey(app, second));
  await app.data.surveys.replace({ ...(await app.data.surveys.get(second))!, programme: '2026' }, 'sealed');
  const later = await answered(app, second, (at) => ({ 'OWN-1': 4 + (at % 2) }));
  expect(later.lines.map(({ id, points }) => [id, points.map(({ index }) => index)])).toEqual([['OWN-1', [74, 88]]]);
});

test('words that were asked stay in their survey, and other words get no line with them', async () => {
  const app = await company();
  await created(app);
  const first = await drafted(app, ['OWN-1']);
  const waiting = await drafted(app, ['OWN-1']);
  given(await sealSurvey(app, first));
  const changed = given(await changeOwn(app, 1, { ...inAll('satisfaction'), text: { ...inAll('satisfaction').text, en: 'How satisfied are you with the food?' } }));
  expect(ownId(changed)).toBe('OWN-1-v2');
  const asked = async (id: string) => (await app.data.surveys.get(id))!.definition.questions.filter(({ id: one }) => one.startsWith('OWN')).map(({ id: one, text }) => [one, text.en]);
  expect(await asked(first)).toEqual([['OWN-1', 'How satisfied are you with the canteen?']]);
  // Nobody has read a draft: it follows.
  expect(await asked(waiting)).toEqual([['OWN-1-v2', 'How satisfied are you with the food?']]);
  expect((await ownQuestionsView(app)).questions).toMatchObject([{ id: 'OWN-1-v2', asked: 0, drafts: 1 }]);
  expect(await app.data.ownQuestions.all()).toHaveLength(2);
});

test('a question that lacks a language of the company cannot be sealed, and is as soon as it has it', async () => {
  const app = await company();
  await created(app, { ...inAll('satisfaction'), text: { en: 'How satisfied are you with the canteen?', 'zh-Hans': '您对食堂满意吗？', 'zh-Hant': '您對餐廳滿意嗎？' } });
  expect(await ownQuestionView(app, 1)).toMatchObject({ lacking: 'de' });
  const id = await drafted(app, ['OWN-1']);
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'own-untranslated', details: { question: 'How satisfied are you with the canteen?', language: 'Deutsch' } });
  expect((await app.data.surveys.get(id))?.state).toBe('draft');
  given(await changeOwn(app, 1, inAll('satisfaction')));
  expect((await sealSurvey(app, id)).ok).toBe(true);
});

test('what is asked no more is not offered and not sealed, and comes back', async () => {
  const app = await company();
  await created(app);
  const id = await drafted(app, ['OWN-1']);
  given(await placeOwn(app, 1, 'retired'));
  expect((await draftOffer(app, {})).own).toEqual([]);
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'own-retired' });
  const draft = (await app.data.surveys.get(id))!;
  const wishes = { template: 'pulse-core', title: same('Pulse'), purpose: same('To know'), opens: draft.opens, closes: draft.closes, further: [], pair: null, own: ['OWN-1'] };
  expect(await changeDraft(app, id, wishes)).toMatchObject({ ok: false, because: 'unknown-own' });
  given(await placeOwn(app, 1, 'active'));
  expect((await sealSurvey(app, id)).ok).toBe(true);
});

test('nothing is sealed that did not pass the four gates, and what is parked has a day', async () => {
  const app = await company();
  given(await createOwn(app, inAll('satisfaction')));
  const id = await drafted(app, ['OWN-1']);
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'own-not-through' });
  const parked = given(await decideGates(app, 1, { ...passing, decision: 'park', reason: 'The contract runs until spring', review: addDays(app.today(), 90) }));
  expect(parked).toMatchObject({ gates: null, parked: { review: '2027-02-21' } });
  expect(await sealSurvey(app, id)).toMatchObject({ ok: false, because: 'own-parked', details: { day: '2027-02-21' } });
  expect((await draftOffer(app, {})).own).toEqual([]);
  given(await decideGates(app, 1, passing));
  expect((await sealSurvey(app, id)).ok).toBe(true);
  // Other words are the next version, and why it is worth asking stays said.
  expect(given(await changeOwn(app, 1, { ...inAll('satisfaction'), reverse: true }))).toMatchObject({ version: 2, gates: { owner: 'hr' } });
});

test('a refused question leaves nothing behind', async () => {
  const app = await company();
  expect(await createOwn(app, { ...inAll('satisfaction'), text: {} })).toMatchObject({ ok: false, because: 'own-no-words' });
  expect(await changeOwn(app, 9, inAll('satisfaction'))).toMatchObject({ ok: false, because: 'not-found' });
  expect(await app.data.ownQuestions.all()).toEqual([]);
});
