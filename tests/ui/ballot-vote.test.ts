import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fetch } from '#app/ballot/drop.ts';
import { lookUpReceipt } from '#app/ballot/receipts.ts';
import { vote } from '#app/ballot/vote.ts';
import { ballotServer, cookieOf, type BallotServer } from '#tests/support/ballot-server.ts';
import { sealedSurvey, type Person, type SealedSurvey } from '#tests/support/ballot-survey.ts';
import { blockKey } from '#tests/support/ballot-keys.ts';

let survey: SealedSurvey;
let server: BallotServer;

beforeAll(async () => {
  survey = await sealedSurvey();
  server = await ballotServer({ survey });
});

afterAll(() => server.stop());

function as(person: Person | undefined): Fetch {
  return (path, init) => {
    const headers = init.credentials === 'omit' || !person ? init.headers : { ...(init.headers as object), cookie: cookieOf(person) };
    return fetch(server.origin + path, { ...init, headers });
  };
}

test('everybody of the roll votes once in Node, and every receipt is on the list after closing', async () => {
  const receipts: string[] = [];
  for (const [place, person] of survey.people.entries()) {
    const voted = await vote({ fetch: as(person), manifestHash: survey.hash, answers: { 'OUT-01': (place % 5) + 1 } });
    if (!voted.ok) throw new Error(voted.because);
    receipts.push(voted.value);
  }
  expect((await server.opened()).length).toBe(survey.people.length);
  expect(new Set(receipts).size).toBe(survey.people.length);
  const [receipt = ''] = receipts;
  expect(await lookUpReceipt(as(undefined), { survey: 'pulse-1', receipt })).toMatchObject({ ok: false, because: 'not-closed' });
  server.state = 'closed';
  for (const one of receipts) {
    expect(await lookUpReceipt(as(undefined), { survey: 'pulse-1', receipt: one })).toEqual({ ok: true, value: { counted: true, ballots: survey.people.length } });
  }
  expect(await lookUpReceipt(as(undefined), { survey: 'pulse-1', receipt: '0'.repeat(64) })).toMatchObject({ value: { counted: false } });
  server.state = 'open';
});

test('a second paper for one person is refused', async () => {
  const voted = await vote({ fetch: as(survey.people[0]), manifestHash: survey.hash, answers: {} });
  expect(voted).toMatchObject({ ok: false, because: 'other-paper' });
});

test('nobody votes without a session, under another hash or with a key of the server’s own', async () => {
  const answers = { 'OUT-01': 1 };
  expect(await vote({ fetch: as(undefined), manifestHash: survey.hash, answers })).toMatchObject({ because: 'sign-in' });
  expect(await vote({ fetch: as(survey.people[0]), manifestHash: '0'.repeat(64), answers })).toMatchObject({ because: 'survey' });
  const fresh = await sealedSurvey();
  const liar = await ballotServer({ survey: fresh });
  liar.lies.sign = blockKey().sign;
  const fetchFrom: Fetch = (path, init) => fetch(liar.origin + path, { ...init, headers: { ...(init.headers as object), cookie: init.credentials === 'omit' ? '' : 'person=p00' } });
  expect(await vote({ fetch: fetchFrom, manifestHash: fresh.hash, answers })).toMatchObject({ because: 'signature' });
  liar.lies.manifest = Buffer.from('{}');
  expect(await vote({ fetch: fetchFrom, manifestHash: fresh.hash, answers })).toMatchObject({ because: 'altered' });
  liar.lies.manifest = undefined;
  liar.lies.key = blockKey().key;
  expect(await vote({ fetch: fetchFrom, manifestHash: fresh.hash, answers })).toMatchObject({ because: 'key' });
  expect(liar.box.size).toBe(0);
  await liar.stop();
});

test('a reply of something in between counts as a lost connection', async () => {
  const proxy: Fetch = () => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 }));
  expect(await vote({ fetch: proxy, manifestHash: survey.hash, answers: {} })).toMatchObject({ because: 'connection' });
});
