// Nobody is rated by name: a question of HR's own that names somebody who works here is refused where it is written, and again before it
// is sealed, because people come and own questions arrive in files.
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { answerProposal } from '#app/services/surveys/answer-proposal.server.ts';
import { proposeQuestion } from '#app/services/surveys/proposals.server.ts';
import { addServiceLink, bringServiceMap } from '#app/services/organisation/service-map.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { changeOwn, decideGates } from '#app/services/surveys/own-questions.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { readiness } from '#app/services/publication/ready-to-seal.server.ts';
import type { OwnWishes } from '#app/domain/surveys/own/own-question.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aPerson } from '#tests/support/directory.ts';
import { ballotApp } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';

const colleagues = { 'north-2': 'Anna Maria Schmidt', 'north-3': 'Bo Chen', 'north-4': '欧阳明月', 'north-5': '高兴', 'north-6': 'Mark' } as const;

async function company(): Promise<TestApp> {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  await app.data.people.saveAll(Object.entries(colleagues).map(([id, name]) => aPerson(id, { departmentId: 'north', name })));
  return app;
}

const inAll = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });

const wishes = (change: Partial<OwnWishes>): OwnWishes => ({ ...ownWishes(change.kind ?? 'satisfaction'), text: inAll('How good is the coffee?'), answers: inAll('None\nA little\nMuch\nAll'), label: inAll('Coffee'), expected: inAll('Expected?'), experienced: inAll('Got?'), ...change });

describe('refused while it is written, with the field and the name, also where HR keeps its words', () => {
  test.each([
    ['a question about a colleague', { text: inAll('How satisfied are you with Anna Maria Schmidt?') }, 'text-en', 'Anna Maria Schmidt'],
    ['written in capitals, the family name first', { text: inAll('How is SCHMIDT, anna  maria as a lead?') }, 'text-en', 'Anna Maria Schmidt'],
    ['a Chinese name inside a sentence', { text: { ...inAll('How good is the lead?'), 'zh-Hans': '您对欧阳明月的工作满意吗？' } }, 'text-zh-Hans', '欧阳明月'],
    ['colleagues to choose from', { kind: 'choice', answers: inAll('Somebody else\nBo Chen (North)') }, 'answers-en', 'Bo Chen'],
    ['names too short to be known in a sentence, two of them among the answers', { kind: 'several', answers: inAll('Mark\n高兴\nNobody') }, 'answers-en', 'Mark'],
    ['what is expected of one', { kind: 'pair', expected: inAll('What do you expect of Bo Chen?') }, 'expected-en', 'Bo Chen'],
    ['a background that is a person', { kind: 'background', label: inAll('Bo Chen') }, 'label-en', 'Bo Chen'],
  ] as const)('%s', async (_what, change, field, person) => {
    const app = await company();
    expect(await createOwn(app, wishes(change as Partial<OwnWishes>))).toMatchObject({ ok: false, because: 'own-names', details: { field, person } });
    expect(await app.data.ownQuestions.all()).toEqual([]);
  });
});

test('an ordinary word that is somebody’s name too is no name, and who has left is nobody here', async () => {
  const app = await company();
  for (const text of ['Where do we Mark the boxes?', '您高兴吗？', 'How good is the Bo Chenille cloth?']) expect(await createOwn(app, wishes({ text: inAll(text) })), text).toMatchObject({ ok: true });
  expect(await createOwn(app, wishes({ kind: 'choice', answers: inAll('高兴\n不高兴') }))).toMatchObject({ ok: true });
  const person = (await app.data.people.get('north-3'))!;
  await app.data.people.saveAll([{ ...person, leftOn: app.today() }]);
  expect(await createOwn(app, wishes({ text: inAll('How satisfied are you with what Bo Chen left behind?') }))).toMatchObject({ ok: true });
});

test('changing the words is refused too, and nothing of the question has changed', async () => {
  const app = await company();
  const own = await createOwn(app, wishes({}));
  if (!own.ok) throw new Error(own.because);
  expect(await changeOwn(app, own.value.number, wishes({ text: inAll('How good is Bo Chen?') }))).toMatchObject({ ok: false, because: 'own-names' });
  expect(await app.data.ownQuestions.all()).toEqual([own.value]);
});

test('what a provider is needed for is no colleague, pair by pair and as lines: people would rate that one', async () => {
  const app = await company();
  const pair = { revision: 0, provider: 'Operations', customer: 'Sales', kind: 'Transport by Bo Chen' };
  expect(await addServiceLink(app, pair)).toMatchObject({ ok: false, because: 'own-names', details: { person: 'Bo Chen' } });
  expect(await bringServiceMap(app, 'en', { revision: 0, lines: 'Operations; Sales; Transport\nFinance; Sales; Bo Chen' })).toMatchObject({ ok: false, because: 'own-names', details: { person: 'Bo Chen' } });
  expect((await app.data.serviceMap.get()).links).toEqual([]);
  expect(await addServiceLink(app, { ...pair, kind: 'Transport' })).toMatchObject({ ok: true });
});

test('how important a proposal is that names a colleague is asked of nobody', async () => {
  const app = await company();
  await proposeQuestion(app, await actorFor(app, 'north-7'), { request: 'one', words: 'Whether Bo Chen leads well', why: '', mayShow: false });
  const answer = { decision: 'asked' as const, text: inAll('How important is it to you that Bo Chen goes?'), reason: '', review: null, keptBack: false };
  expect(await answerProposal(app, 'one', answer)).toMatchObject({ ok: false, because: 'own-names', details: { field: 'text-en', person: 'Bo Chen' } });
  expect((await app.data.proposals.get('one'))?.answers).toEqual([]);
});

test('somebody of that name who comes later is found before sealing', async () => {
  const app = await company();
  const own = await createOwn(app, wishes({ text: inAll('How good is the Carla Diaz prize?') }));
  if (!own.ok) throw new Error(own.because);
  await decideGates(app, own.value.number, passing);
  const draft = await createDraft(app, await actorFor(app, 'hr'), { template: 'pulse-core', title: inAll('Pulse'), purpose: inAll('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own: ['OWN-1'] });
  if (!draft.ok) throw new Error(draft.because);
  expect((await readiness(app, draft.value.id)).ok).toBe(true);
  await app.data.people.saveAll([aPerson('north-20', { departmentId: 'north', name: 'Carla Diaz' })]);
  expect(await readiness(app, draft.value.id)).toMatchObject({ ok: false, because: 'own-names', details: { person: 'Carla Diaz' } });
});
