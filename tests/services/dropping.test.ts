import { closeSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { placeOf, slotBytes, slotsOf } from '#db/boxes.server.ts';
import { bodyBytes, version } from '#app/domain/responses/ballot-format.ts';
import { standingOf } from '#app/services/responses/open-survey.server.ts';
import { dropBallot, letGo } from '#app/services/responses.server.ts';
import { closeSurvey, fixParticipation, participationOf, releaseOf, sealedOf } from '#app/services/publication.server.ts';
import { castBallot, sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';
import { times } from '#tests/support/repetitions.ts';

const answers = { 'PAY-01': 3 };
const boxOf = (app: TestApp, survey = 'pulse') => readFileSync(placeOf(app.config.dataFolder, survey).box);

async function ballotsIn(app: TestApp, survey = 'pulse'): Promise<number> {
  const standing = await standingOf(app, survey);
  if (standing.kind !== 'open') throw new Error('not open');
  return standing.survey.box.counts().reduce((sum, count) => sum + count);
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
  const { manifest } = await sealedOf(app, 'pulse');
  expect(before).toBe(manifest.blocks.reduce((sum, { invited }) => sum + slotsOf(invited), 0) * slotBytes);
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
  expect(await dropBallot(app, 'pulse', altered(0, 1))).toMatchObject({ because: 'version' });
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
    if (count % 2 === 0) body.set([version, 0, count % 4], 0);
    const dropped = await dropBallot(app, 'pulse', body);
    replies.add(dropped.ok ? 'taken' : dropped.because);
  }
  expect([...replies].sort()).toEqual(['paper', 'version']);
  expect(boxOf(app).equals(before)).toBe(true);
  expect(app.logged).toEqual([]);
});

/** Lets the descriptor that is open on a file lead elsewhere: what a full or broken disk answers, the real system answers. */
function divert(path: string, elsewhere: string): () => void {
  const descriptor = readdirSync('/proc/self/fd').map(Number).find((one) => leadsTo(one) === path);
  if (descriptor === undefined) throw new Error(`not open: ${path}`);
  const turn = (to: string) => {
    closeSync(descriptor);
    expect(openSync(to, 'r+')).toBe(descriptor);
  };
  turn(elsewhere);
  return () => turn(path);
}

function leadsTo(descriptor: number): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}

// /dev/full takes no byte; /dev/null takes all and cannot be waited for.
test.each(['/dev/full', '/dev/null'])('a disk that takes nothing, or forgets what it took (%s), acknowledges nothing, and the same ballot is taken later', async (device) => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const { box, roll } = placeOf(app.config.dataFolder, 'pulse');
  const taken = await takePaper(app, 'pulse', 'north-1');
  const body = await sealWith(app, taken, answers);
  const back = divert(box, device);
  expect(await dropBallot(app, 'pulse', body)).toMatchObject({ ok: false, because: 'storage' });
  expect(await dropBallot(app, 'pulse', body)).toMatchObject({ ok: false, because: 'storage' });
  expect(await ballotsIn(app)).toBe(0);
  back();
  expect(await dropBallot(app, 'pulse', body)).toMatchObject({ ok: true });
  expect(await ballotsIn(app)).toBe(1);

  const whole = divert(roll, device);
  await expect(takePaper(app, 'pulse', 'north-2')).rejects.toThrow('storage');
  whole();
  await takePaper(app, 'pulse', 'north-2');
});

test('what was acknowledged is not lost when the disk fails in the middle of a replacement', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const { box } = placeOf(app.config.dataFolder, 'pulse');
  const taken = await takePaper(app, 'pulse', 'north-1');
  const first = await sealWith(app, taken, answers);
  await dropBallot(app, 'pulse', first);
  const back = divert(box, '/dev/null');
  expect(await dropBallot(app, 'pulse', await sealWith(app, taken, { 'PAY-01': 5 }))).toMatchObject({ because: 'storage' });
  back();
  expect(boxOf(app).includes(Buffer.from(first.subarray(4000, 4100)))).toBe(true);
  await letGo(app);
  expect(await ballotsIn(app)).toBe(1);
});

test('the same bytes again write nothing', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const body = await sealWith(app, await takePaper(app, 'pulse', 'north-1'), answers);
  await dropBallot(app, 'pulse', body);
  const before = boxOf(app);
  expect(await dropBallot(app, 'pulse', body)).toEqual({ ok: true, value: null });
  expect(boxOf(app).equals(before)).toBe(true);
  await letGo(app);
  expect(await dropBallot(app, 'pulse', body)).toEqual({ ok: true, value: null });
  expect(boxOf(app).equals(before)).toBe(true);
});

test('the same paper in two ballots at once counts once, with what came last', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const taken = await takePaper(app, 'pulse', 'north-1');
  const bodies = [];
  for (const said of [1, 2, 3, 4, 5]) bodies.push(await sealWith(app, taken, { 'PAY-01': said }));
  const replies = await Promise.all(bodies.map((body) => dropBallot(app, 'pulse', body)));
  expect(replies.every((reply) => reply.ok)).toBe(true);
  expect(await ballotsIn(app)).toBe(1);
  for (const [index, body] of bodies.entries()) expect(boxOf(app).includes(Buffer.from(body.subarray(4000, 4100)))).toBe(index === 4);
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
  const counted = async (now: string) => {
    app.setNow(now);
    await fixParticipation(app);
    return participationOf(app, 'pulse');
  };
  // Not on the first day, and not before the hour.
  expect(await counted('2026-11-22T23:59:00Z')).toBeNull();
  expect(await counted('2026-11-23T06:59:00Z')).toBeNull();
  expect(await counted('2026-11-23T07:00:00Z')).toMatchObject({ day: '2026-11-23', company: 20, step: 20, departments: {} });
  for (const personId of people.slice(10)) await castBallot(app, 'pulse', { personId, answers });
  expect(await counted('2026-11-24T06:59:00Z')).toMatchObject({ day: '2026-11-23', company: 20 });
  expect(await counted('2026-11-24T07:00:00Z')).toMatchObject({ day: '2026-11-24', company: 80 });
  // A clock that is put back does not count anew.
  expect(await counted('2026-11-23T09:00:00Z')).toMatchObject({ day: '2026-11-24', company: 80 });
});
