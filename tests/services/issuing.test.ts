import { constants, createHash, generateKeyPairSync } from 'node:crypto';
import { BlindRSA, type PrepareType } from '@cloudflare/blindrsa-ts/lib/src/blindrsa.js';
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOf, readRollCounts } from '#db/boxes.server.ts';
import { openRecords } from '#db/boxes/records.ts';
import { stopTaking } from '#app/services/responses/open-survey.server.ts';
import { drawPaper, finishPaper } from '#app/ballot/paper.ts';
import { blockKeyOf, isSigned, signBlindly } from '#app/services/responses/sign-papers.server.ts';
import { issuePaper, letGo, offerPaper, openSurveysFor } from '#app/services/responses.server.ts';
import { closeSurvey } from '#app/services/publication.server.ts';
import { takePaper } from '#app/services/privacy/rehearse.server.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { recordsOf } from '#tests/support/box-records.ts';
import { aDraft, ballotApp, sealed } from '#tests/support/open-survey.ts';

async function drawn(key: string): Promise<Buffer> {
  const draw = await drawPaper(key);
  if (!draw.ok) throw new Error(draw.because);
  return Buffer.from(draw.value.blinded);
}

async function anOpenSurvey() {
  const app = await ballotApp();
  const { manifest } = await sealed(app, aDraft('pulse'));
  const offer = await offerPaper(app, 'north-1', 'pulse');
  if (!offer.ok) throw new Error(offer.because);
  const { key } = offer.value;
  const ask = (blinded: Buffer, reissue = false) => issuePaper(app, 'north-1', { surveyId: 'pulse', blinded, reissue });
  return { app, manifest, key, ask, blinded: await drawn(key), counts: () => readRollCounts(placeOf(app.config.dataFolder, 'pulse')) };
}

test('the same blinded value is signed again, another one is refused', async () => {
  const { ask, blinded, key, counts } = await anOpenSurvey();
  const first = await ask(blinded);
  expect(first.ok).toBe(true);
  expect(await ask(blinded)).toEqual(first);
  expect(await ask(await drawn(key))).toMatchObject({ ok: false, because: 'other-paper' });
  expect(counts().papers.reduce((sum, papers) => sum + papers)).toBe(1);
});

test('one paper is reissued, is counted, and is not reissued again', async () => {
  const { app, ask, blinded, key, counts } = await anOpenSurvey();
  await ask(blinded);
  const replacement = await drawn(key);
  const reissued = await ask(replacement, true);
  expect(reissued.ok).toBe(true);
  expect(await ask(replacement, true)).toEqual(reissued);
  expect(await ask(replacement)).toEqual(reissued);
  expect(await ask(await drawn(key), true)).toMatchObject({ because: 'no-reissue' });
  expect(await ask(blinded)).toMatchObject({ because: 'other-paper' });
  expect(counts().reissued.reduce((sum, papers) => sum + papers)).toBe(1);
  expect(await offerPaper(app, 'north-1', 'pulse')).toMatchObject({ value: { taken: true, reissued: true } });
});

test('a survey that closes while somebody is looked up gives no paper any more', async () => {
  const { app, ask, blinded, counts } = await anOpenSurvey();
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => (go = resolve));
  // The portal's database is busy, with a file of people for instance.
  const busy = app.data.transaction(() => gone);
  const asked = ask(blinded);
  await stopTaking(app, 'pulse');
  go();
  await busy;
  expect(await asked).toMatchObject({ ok: false, because: 'closed' });
  expect(counts().papers.reduce((sum, papers) => sum + papers)).toBe(0);
});

test('records that were let go of are not written into whatever file has their number now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  const [path, other] = [join(folder, 'roll'), join(folder, 'other')];
  for (const file of [path, other]) writeFileSync(file, Buffer.alloc(640, 1));
  const records = openRecords(path, { count: 10, bytes: 64 });
  records.close();
  const handle = openSync(other, 'r+');
  await expect(records.write([{ number: 2, record: Buffer.alloc(64, 7) }])).rejects.toThrow('was let go of');
  closeSync(handle);
  expect([path, other].map((file) => readFileSync(file).includes(7))).toEqual([false, false]);
});

test('a reissue is noted beside the first paper: nothing that was noted is written over', async () => {
  const { app, ask, blinded, key } = await anOpenSurvey();
  const roll = () => recordsOf(placeOf(app.config.dataFolder, 'pulse').roll, 64);
  const noted = (before: readonly Buffer[], after: readonly Buffer[]) => after.flatMap((record, number) => (record.equals(before[number]!) ? [] : [number]));
  const empty = roll();
  await ask(blinded);
  const one = roll();
  await ask(await drawn(key), true);
  const both = roll();
  expect([noted(empty, one).length, noted(one, both).length]).toEqual([1, 1]);
  expect(noted(one, both)).not.toEqual(noted(empty, one));
});

test('somebody who asks for a replacement without having a paper simply gets the first one', async () => {
  const { ask, blinded, counts } = await anOpenSurvey();
  expect((await ask(blinded, true)).ok).toBe(true);
  expect(counts().reissued.reduce((sum, papers) => sum + papers)).toBe(0);
});

test('of two papers asked for at the same instant one is given', async () => {
  const { ask, blinded, key } = await anOpenSurvey();
  const other = await drawn(key);
  const outcomes = await Promise.all([ask(blinded), ask(other)]);
  expect(outcomes.map((outcome) => (outcome.ok ? 'signed' : outcome.because)).sort()).toEqual(['other-paper', 'signed']);
});

test('a value that no browser can have made is refused and costs nobody the paper', async () => {
  const { ask, blinded } = await anOpenSurvey();
  for (const impossible of [Buffer.alloc(256, 255), Buffer.alloc(256), Buffer.alloc(255, 1), Buffer.alloc(0)]) {
    expect(await ask(impossible)).toMatchObject({ because: 'size' });
  }
  expect((await ask(blinded)).ok).toBe(true);
});

test('papers are given to people on the roll, while the survey is open, and to nobody else', async () => {
  const { app, blinded } = await anOpenSurvey();
  await sealed(app, aDraft('later', { opens: day('2026-11-24'), closes: day('2026-11-30') }));
  await app.data.surveys.add(aDraft('draft'));
  const ask = (personId: string, surveyId: string) => issuePaper(app, personId, { surveyId, blinded, reissue: false });
  expect(await ask('a-stranger', 'pulse')).toMatchObject({ because: 'not-on-roll' });
  expect(await ask('north-1', 'no-such-survey')).toMatchObject({ because: 'survey' });
  expect(await ask('north-1', 'draft')).toMatchObject({ because: 'survey' });
  expect(await ask('north-1', 'later')).toMatchObject({ because: 'not-open' });
  await closeSurvey(app, 'pulse');
  expect(await ask('north-1', 'pulse')).toMatchObject({ because: 'closed' });
});

test('somebody who joins after sealing is not on the roll', async () => {
  const { app, blinded } = await anOpenSurvey();
  const newcomer = { ...(await app.data.people.get('north-2'))!, id: 'newcomer', employeeId: 'newcomer', email: 'newcomer@amber.example' };
  await app.data.people.save(newcomer);
  expect(await issuePaper(app, 'newcomer', { surveyId: 'pulse', blinded, reissue: false })).toMatchObject({ because: 'not-on-roll' });
});

test('what was taken is still taken after a restart', async () => {
  const { app, ask, blinded, key } = await anOpenSurvey();
  const first = await ask(blinded);
  await letGo(app);
  expect(await ask(blinded)).toEqual(first);
  expect(await ask(await drawn(key))).toMatchObject({ because: 'other-paper' });
});

test('the offer names everybody of the block as at sealing, and its hash is the sealed one', async () => {
  const { app, manifest } = await anOpenSurvey();
  await app.data.people.save({ ...(await app.data.people.get('north-2'))!, name: 'Renamed' });
  const offer = await offerPaper(app, 'north-1', 'pulse');
  if (!offer.ok) throw new Error(offer.because);
  const { names, salt, block, key } = offer.value;
  expect(names).toContain('Person north-2');
  expect(names).toHaveLength(manifest.blocks[block]!.invited);
  expect(createHash('sha256').update([salt, ...names].join('\n')).digest('base64url')).toBe(manifest.blocks[block]!.names);
  expect(createHash('sha256').update(Buffer.from(key, 'base64url')).digest('base64url')).toBe(manifest.blocks[block]!.key);
});

test('a person is shown the open survey with a link that carries its whole fingerprint', async () => {
  const { app, manifest } = await anOpenSurvey();
  await sealed(app, aDraft('later', { opens: day('2026-11-24'), closes: day('2026-11-30') }));
  const [open, ...others] = await openSurveysFor(app, { personId: 'north-1', language: 'zh-Hant' });
  expect(others).toEqual([]);
  expect(open?.link).toBe(`/ballot/${manifest.pages['zh-Hant']}#${open?.manifestHash}`);
  expect(open?.taken).toBe(false);
  await takePaper(app, 'pulse', 'north-1');
  expect((await openSurveysFor(app, { personId: 'north-1', language: 'en' }))[0]?.taken).toBe(true);
  app.setNow(addDays(day('2026-11-22'), 30));
  expect(await openSurveysFor(app, { personId: 'north-1', language: 'en' })).toEqual([]);
});

const suite = new BlindRSA({
  name: 'RSABSSA-SHA384-PSS-Deterministic',
  hash: 'SHA-384',
  saltLength: 48,
  prepareType: 0 satisfies PrepareType.Deterministic,
  supportsRSARAW: false,
});

test('our blind signature is the library\'s, byte for byte', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  const key = blockKeyOf(privateKey);
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const libraryKey = await crypto.subtle.importKey('jwk', { ...jwk, alg: 'PS384', ext: true }, algorithm, true, ['sign']);
  const draw = await drawPaper(jwk.n as string);
  if (!draw.ok) throw new Error(draw.because);
  const ours = signBlindly(key, Buffer.from(draw.value.blinded));
  expect(new Uint8Array(ours)).toEqual(await suite.blindSign(libraryKey, draw.value.blinded));
  const paper = await finishPaper(jwk.n as string, draw.value, ours);
  if (!paper.ok) throw new Error(paper.because);
  expect(isSigned(key.verify, paper.value)).toBe(true);
  expect(isSigned(key.verify, { ...paper.value, serial: new Uint8Array(32) })).toBe(false);
  expect(constants.RSA_NO_PADDING).toBeGreaterThan(0);
});

const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let bits = exponent, square = base % modulus; bits > 0n; bits >>= 1n, square = (square * square) % modulus) {
    if (bits & 1n) result = (result * square) % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [previous, current, one, other] = [modulus, value % modulus, 0n, 1n];
  while (current > 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [one, other] = [other, one - quotient * other];
  }
  if (previous !== 1n) throw new Error('not invertible');
  return ((one % modulus) + modulus) % modulus;
}

test('any paper fits any entry of the roll: every issuance and every token of a block are consistent', async () => {
  const { app, key } = await anOpenSurvey();
  const taken = [];
  for (const number of [1, 2, 3, 4, 5, 6]) taken.push(await takePaper(app, 'pulse', `north-${number}`));
  const modulus = numberOf(Buffer.from(key, 'base64url'));
  for (const issuance of taken) {
    for (const token of taken) {
      // The factor with which this issuance would have been this token's: there is one for every pair, so no pair is likelier.
      const factor = (numberOf(issuance.signature) * inverse(numberOf(token.paper.signature), modulus)) % modulus;
      const encoded = power(numberOf(token.paper.signature), 65_537n, modulus);
      expect((encoded * power(factor, 65_537n, modulus)) % modulus).toBe(numberOf(issuance.draw.blinded));
    }
  }
});
