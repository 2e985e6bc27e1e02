import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeOf, readSlots } from '#db/boxes.server.ts';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { standingOf } from '#app/services/answering/open-survey.server.ts';
import { dropBallot, letGo } from '#app/services/answering.server.ts';
import { closeSurvey, participationOf, releaseOf } from '#app/services/publishing.server.ts';
import { castBallot, sealWith, takePaper } from '#app/services/rehearsing.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';
import { times } from '#tests/support/repetitions.ts';

const answers = { 'PAY-01': 3 };
const boxOf = (app: TestApp, survey = 'pulse') => readFileSync(placeOf(app.config.dataFolder, survey).box);

async function ballotsIn(app: TestApp, survey = 'pulse'): Promise<number> {
  const standing = await standingOf(app, survey);
  if (standing.kind !== 'open') throw new Error('not open');
  return standing.survey.used.counts().reduce((sum, count) => sum + count);
}

test('a ballot dropped twice, or changed, lies in one slot and gets one and the same reply', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const taken = await takePaper(app, 'pulse', 'north-1');
  const first = await sealWith(app, taken, answers);
  const changed = await sealWith(app, taken, { 'PAY-01': 5 });
  const replies = [];
  for (const body of [first, first, changed]) replies.push(await dropBallot(app, 'pulse', body));
  expect(replies).toEqual([{ ok: true, value: null }, { ok: true, value: null }, { ok: true, value: null }]);
  expect(await ballotsIn(app)).toBe(1);
  expect(boxOf(app).includes(Buffer.from(changed.subarray(4000, 4100)))).toBe(true);
  expect(boxOf(app).includes(Buffer.from(first.subarray(4000, 4100)))).toBe(false);
});

test('the box keeps its size and every slot its place, whoever votes', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const before = boxOf(app).length;
  const slots = [...readSlots(placeOf(app.config.dataFolder, 'pulse').box)];
  expect(slots).toHaveLength(2 * 44);
  expect(slots.every(({ body }) => body.length === bodyBytes)).toBe(true);
  for (const personId of (await everybody(app)).slice(0, 6)) await castBallot(app, 'pulse', { personId, answers });
  expect(boxOf(app).length).toBe(before);
});

test('after a restart used slots are known again and a changed ballot finds its own', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const taken = await takePaper(app, 'pulse', 'north-1');
  await dropBallot(app, 'pulse', await sealWith(app, taken, answers));
  await castBallot(app, 'pulse', { personId: 'south-1', answers });
  await letGo(app);
  expect(await ballotsIn(app)).toBe(2);
  await dropBallot(app, 'pulse', await sealWith(app, taken, { 'PAY-01': 1 }));
  expect(await ballotsIn(app)).toBe(2);
  await letGo(app);
  expect(await ballotsIn(app)).toBe(2);
});

test('papers of another survey or block, altered papers and other versions are refused and change nothing', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await sealed(app, aDraft('other'));
  const taken = await takePaper(app, 'pulse', 'north-1');
  const good = await sealWith(app, taken, answers);
  const others = await sealWith(app, await takePaper(app, 'pulse', 'north-2'), answers);
  const before = boxOf(app);
  const altered = (at: number, to = (good[at]! + 1) % 256) => Uint8Array.from(good, (byte, index) => (index === at ? to : byte));
  const elsewhere = await takePaper(app, 'other', 'north-1');
  const refusals = {
    'another survey': await dropBallot(app, 'pulse', await sealWith(app, elsewhere, answers)),
    'another block': await dropBallot(app, 'pulse', altered(2, taken.block === 0 ? 1 : 0)),
    'no such block': await dropBallot(app, 'pulse', altered(1, 255)),
    'altered serial': await dropBallot(app, 'pulse', altered(3)),
    'altered signature': await dropBallot(app, 'pulse', altered(40)),
    'somebody else’s serial': await dropBallot(app, 'pulse', Uint8Array.from(good, (byte, index) => (index >= 3 && index < 35 ? others[index]! : byte))),
  };
  for (const refusal of Object.values(refusals)) expect(refusal).toMatchObject({ ok: false, because: 'paper' });
  expect(await dropBallot(app, 'pulse', altered(0, 2))).toMatchObject({ because: 'version' });
  expect(await dropBallot(app, 'pulse', good.subarray(1))).toMatchObject({ because: 'size' });
  expect(await dropBallot(app, 'pulse', new Uint8Array(0))).toMatchObject({ because: 'size' });
  expect(await dropBallot(app, 'nothing', good)).toMatchObject({ because: 'survey' });
  expect(boxOf(app).equals(before)).toBe(true);
});

test('random bodies get constant replies, crash nothing and are never stored', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const before = boxOf(app);
  const body = new Uint8Array(bodyBytes);
  const replies = new Set<string>();
  for (let count = 0; count < times(2_000, 100_000); count += 1) {
    crypto.getRandomValues(body.subarray(0, 400));
    // Half of them look like ballots up to the signature.
    if (count % 2 === 0) body.set([1, 0, count % 4], 0);
    const dropped = await dropBallot(app, 'pulse', body);
    replies.add(dropped.ok ? 'taken' : dropped.because);
  }
  expect([...replies].sort()).toEqual(['paper', 'version']);
  expect(boxOf(app).equals(before)).toBe(true);
  expect(app.logged).toEqual([]);
});

test('a disk that takes nothing acknowledges nothing, and the same ballot is taken later', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const taken = await takePaper(app, 'pulse', 'north-1');
  const body = await sealWith(app, taken, answers);
  // A folder where SQLite wants to write its journal: no write can begin.
  const obstacle = `${placeOf(app.config.dataFolder, 'pulse').box}-journal`;
  mkdirSync(obstacle);
  expect(await dropBallot(app, 'pulse', body)).toMatchObject({ ok: false, because: 'storage' });
  expect(await ballotsIn(app)).toBe(0);
  rmdirSync(obstacle);
  expect(await dropBallot(app, 'pulse', body)).toMatchObject({ ok: true });
  expect(await ballotsIn(app)).toBe(1);
});

test('ballots that arrive together are each in a slot of their own', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const people = (await everybody(app)).slice(0, 20);
  const bodies = [];
  for (const personId of people) bodies.push(await sealWith(app, await takePaper(app, 'pulse', personId), answers));
  const replies = await Promise.all(bodies.map((body) => dropBallot(app, 'pulse', body)));
  expect(replies.every((reply) => reply.ok)).toBe(true);
  await letGo(app);
  expect(await ballotsIn(app)).toBe(20);
});

test('every ballot that was acknowledged while the survey was being closed is counted', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const people = (await everybody(app)).slice(0, 20);
  const bodies = [];
  for (const personId of people) bodies.push(await sealWith(app, await takePaper(app, 'pulse', personId), answers));
  const early = bodies.slice(0, 10).map((body) => dropBallot(app, 'pulse', body));
  const closing = closeSurvey(app, 'pulse');
  const late = bodies.slice(10).map((body) => dropBallot(app, 'pulse', body));
  const replies = await Promise.all([...early, ...late]);
  expect((await closing).ok).toBe(true);
  const acknowledged = replies.filter((reply) => reply.ok).length;
  expect(acknowledged).toBeGreaterThanOrEqual(10);
  expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(acknowledged);
});

test('participation is told once a day, in steps of k people or more, and never to the last', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  // Of forty-four people five and more are a fifth, in whole steps.
  const people = await everybody(app);
  for (const personId of people.slice(0, 10)) await castBallot(app, 'pulse', { personId, answers });
  expect(await participationOf(app, 'pulse')).toMatchObject([{ day: '2026-11-22', company: 20, step: 20, departments: {} }]);
  for (const personId of people.slice(10)) await castBallot(app, 'pulse', { personId, answers });
  expect(await participationOf(app, 'pulse')).toHaveLength(1);
  app.setNow('2026-11-23');
  expect((await participationOf(app, 'pulse')).map(({ company }) => company)).toEqual([20, 80]);
});
