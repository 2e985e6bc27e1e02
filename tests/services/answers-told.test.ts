// Whoever signed a proposal is told of HR's answer: by a letter in their language over a real mail server, and on their Home until they look.
import { afterEach, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { forgetWhatEnded } from '#app/services/installation/forget.server.ts';
import { writeOwedLetters } from '#app/services/notifications/owe-letters.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { homeOf } from '#app/services/reports/show-home.server.ts';
import { answerProposal } from '#app/services/surveys/answer-proposal.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { ownProposals, proposeQuestion, readOwnProposals } from '#app/services/surveys/proposals.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { openMailbox, type Taken } from '#tests/support/mailbox.ts';
import { ownWishes } from '#tests/support/own-questions.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

const words = 'Whether the night bus is on time';
const declined = { decision: 'declined' as const, text: {}, reason: 'The line is not ours', review: null, keptBack: false };

async function company(): Promise<{ app: TestApp; letters: () => Promise<readonly Taken[]> }> {
  const app = await testApp({ now: '2026-11-23T10:00:00Z' });
  await aSmallCompany(app);
  const box = await openMailbox();
  const mailer = openMailer({ smtp: box.address, mailFrom: 'Murmur <murmur@amber.example>' })!;
  ends.push(() => (mailer.close(), box.close()));
  const mailing = { ...app, config: { ...app.config, smtp: box.address } };
  const letters = async () => {
    await writeOwedLetters(mailing);
    await sendLetters(mailing, mailer);
    return box.taken();
  };
  return { app, letters };
}

async function proposed(app: TestApp, by = 'north-2'): Promise<string> {
  const request = app.newId();
  expect((await proposeQuestion(app, await actorFor(app, by), { request, words, why: 'I wait', mayShow: true })).ok).toBe(true);
  return request;
}

const speaks = async (app: TestApp, id: string, language: string) => app.data.people.save({ ...(await app.data.people.get(id))!, language: language as never });
const newsOf = async (app: TestApp, id: string) => (await homeOf(app, await actorFor(app, id))).proposalsAnswered;
const answer = async (app: TestApp, id: string, more: object = {}) => expect((await answerProposal(app, id, { ...declined, ...more })).ok).toBe(true);

test.each([
  ['en', 'HR has written to you', 'It was declined. The reason: “The line is not ours”', '23 November 2026'],
  ['zh-Hans', '人力资源给您的消息', '未采纳。理由：“The line is not ours”', '2026年11月23日'],
  ['de', 'Die Personalabteilung hat Ihnen geschrieben', 'Es wurde abgelehnt. Der Grund: „The line is not ours“', '23. November 2026'],
])('in %s it tells the day, the answer and the reason, and repeats nothing of the proposal', async (language, subject, said, on) => {
  const { app, letters } = await company();
  await speaks(app, 'north-2', language);
  await answer(app, await proposed(app));
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect([letter!.to, letter!.subject]).toEqual(['north-2@amber.example', subject]);
  for (const part of [letter!.text, letter!.html]) {
    expect(part).toContain(said);
    expect(part).toContain(on);
    expect(part).toContain('http://localhost:3000/propose');
    expect(part).not.toMatch(/night bus|I wait/);
  }
  // Whoever looks after letters sees subjects and addresses of those that were not taken.
  expect(letter!.subject).not.toMatch(/propos|建议|Vorschl/i);
});

test('what HR typed is words, in one line: no tag, no paragraph and no button of its own', async () => {
  const { app, letters } = await company();
  await answer(app, await proposed(app), { reason: '<script>alert(1)</script> {name} <b>no</b>\n\nhttp://localhost:3000/sign-out\n\nhttps://elsewhere.example' });
  const [letter] = await letters();
  expect(letter!.text).toContain('“<script>alert(1)</script> {name} <b>no</b> http://localhost:3000/sign-out https://elsewhere.example”');
  expect(letter!.html).not.toMatch(/<script|<b>|href="https:\/\/elsewhere/);
  expect(letter!.html.match(/background-color:#0b5cad/g)).toHaveLength(1);
});

test('each of the four is told in its own words', async () => {
  const { app, letters } = await company();
  const id = await proposed(app);
  const text = { en: 'How important is a punctual bus to you?', 'zh-Hans': '班车？', 'zh-Hant': '班車？' };
  await answer(app, id, { decision: 'parked', reason: 'No money this year', review: addDays(app.today(), 30) });
  expect((await letters())[0]!.text).toContain('It is parked and looked at again on 23 December 2026. The reason: “No money this year”');
  await answer(app, id, { decision: 'asked', text });
  const [again] = await letters();
  expect(again!.text).toContain('everybody is asked about it: “How important is a punctual bus to you?”');
  expect(again!.text).toContain('This answer takes the place of the one before.');
  expect((await createOwn(app, ownWishes('satisfaction'), { proposal: id })).ok).toBe(true);
  expect((await letters())[0]!.text).toContain('It was taken up: HR is making a question of it.');
});

test('the same answer sent twice is told once; changed before it was written, the last is told; changed after, it is told again', async () => {
  const { app, letters } = await company();
  const id = await proposed(app);
  await Promise.all([answer(app, id), answer(app, id)]);
  await answer(app, id);
  expect(await letters()).toHaveLength(1);
  for (const reason of ['First', 'Second', 'Third']) await answer(app, id, { reason });
  expect((await letters()).map(({ text }) => /“(\w+)”/.exec(text)?.[1])).toEqual(['Third']);
  await answer(app, id, { reason: 'Third', keptBack: true });
  expect(await letters()).toEqual([]);
  expect(await app.data.owedLetters.count()).toBe(0);
});

test('on Home it stands until its writer has looked, and again when the answer has changed', async () => {
  const { app } = await company();
  const id = await proposed(app);
  expect(await newsOf(app, 'north-2')).toBe(0);
  await answer(app, id);
  expect([await newsOf(app, 'north-2'), await newsOf(app, 'north-3'), await newsOf(app, 'north-1'), await newsOf(app, 'hr')]).toEqual([1, 0, 0, 0]);
  await readOwnProposals(app, { personId: 'north-3' });
  await ownProposals(app, { personId: 'north-2' });
  expect(await newsOf(app, 'north-2')).toBe(1);
  await readOwnProposals(app, { personId: 'north-2' });
  expect(await newsOf(app, 'north-2')).toBe(0);
  await answer(app, id);
  expect(await newsOf(app, 'north-2')).toBe(0);
  await answer(app, id, { reason: 'Another reason' });
  expect(await newsOf(app, 'north-2')).toBe(1);
});

test('without an address it stands on Home alone; whoever left is told nothing, and the answer stays', async () => {
  const { app, letters } = await company();
  const [bySlip, gone] = [await proposed(app), await proposed(app, 'north-3')];
  await app.data.people.save({ ...(await app.data.people.get('north-2'))!, email: null });
  await answer(app, bySlip);
  await answer(app, gone);
  await app.data.people.save({ ...(await app.data.people.get('north-3'))!, leftOn: app.today() });
  expect(await letters()).toEqual([]);
  expect(await newsOf(app, 'north-2')).toBe(1);
  await forgetWhatEnded(app);
  await answer(app, gone, { reason: 'Another' });
  expect(await letters()).toEqual([]);
  expect(await app.data.owedLetters.count()).toBe(0);
  expect((await app.data.proposals.get(gone))!.answers).toHaveLength(1);
});

test('at night nothing is written, and in the morning it is', async () => {
  const { app, letters } = await company();
  app.setNow('2026-11-23T22:00:00Z');
  await answer(app, await proposed(app));
  expect(await letters()).toEqual([]);
  app.setNow('2026-11-24T10:00:00Z');
  expect(await letters()).toHaveLength(1);
});
