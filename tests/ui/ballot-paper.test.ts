import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { fromHex, toBase64url, toHex, type Bytes } from '#app/ballot/bytes.ts';
import { fitsEntries } from '#app/ballot/fits.ts';
import { blindSignatures, drawPaper, finishPaper, isPaper, type Draw, type Paper } from '#app/ballot/paper.ts';
import { sealBallot } from '#app/ballot/seal.ts';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { blockKey, boxKey, sha256Of, type BlockKey, type BoxKey } from '#tests/support/ballot-keys.ts';
import { times } from '#tests/support/repetitions.ts';
import { deterministicVector } from '#tests/support/rfc9474.ts';

let block: BlockKey;
let other: BlockKey;
let box: BoxKey;
let draw: Draw;
let paper: Paper;

beforeAll(async () => {
  [block, other] = [blockKey(), blockKey()];
  box = await boxKey();
  const drawn = await drawPaper(block.key);
  if (!drawn.ok) throw new Error(drawn.because);
  draw = drawn.value;
  const finished = await finishPaper(block.key, draw, block.sign(draw.blinded));
  if (!finished.ok) throw new Error(finished.because);
  paper = finished.value;
});

test('a paper signed blindly by node:crypto verifies with node:crypto under the block key', () => {
  const key = createPublicKey({ key: { kty: 'RSA', n: block.key, e: 'AQAB' }, format: 'jwk' });
  const verified = verify('sha384', paper.serial, { key, padding: 6, saltLength: 48 }, paper.signature);
  expect(verified).toBe(true);
  expect([paper.serial.length, paper.signature.length, draw.blinded.length]).toEqual([32, 256, 256]);
});

test('the server sees nothing of the paper it signs', () => {
  const sent = Buffer.from(draw.blinded).toString('hex');
  expect(sent).not.toContain(Buffer.from(paper.serial).toString('hex'));
  expect(sent).not.toBe(Buffer.from(paper.signature).toString('hex'));
});

test('two papers have nothing in common', async () => {
  const another = await drawPaper(block.key);
  expect(another.ok && Buffer.from(another.value.serial).equals(Buffer.from(draw.serial))).toBe(false);
  expect(another.ok && Buffer.from(another.value.blinded).equals(Buffer.from(draw.blinded))).toBe(false);
});

test('a server that signs with another key is refused', async () => {
  expect(await finishPaper(block.key, draw, other.sign(draw.blinded))).toMatchObject({ ok: false, because: 'signature' });
  expect(await isPaper(other.key, paper)).toBe(false);
});

test('a signature changed in one bit is refused, wherever the bit stands', async () => {
  const signature = block.sign(draw.blinded);
  const bits = fc.integer({ min: 8, max: 256 * 8 - 1 });
  await fc.assert(
    fc.asyncProperty(bits, async (bit) => {
      const changed = Uint8Array.from(signature);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect((await finishPaper(block.key, draw, changed)).ok).toBe(false);
    }),
    { numRuns: times(20, 500) },
  );
});

test('a reply of the wrong length is refused', async () => {
  for (const length of [0, 255, 257, 512]) {
    expect(await finishPaper(block.key, draw, new Uint8Array(length))).toMatchObject({ ok: false, because: 'signature' });
  }
});

test('a block key that is not of 2048 bits exactly is refused', async () => {
  const keys = ['', 'AQAB', 'no key!', blockKey(1024).key, blockKey(3072).key, Buffer.alloc(256, 1).toString('base64url')];
  for (const key of keys) expect(await drawPaper(key)).toMatchObject({ ok: false, because: 'key' });
});

test('an even number is no block key', async () => {
  const even = Buffer.from(block.key, 'base64url');
  even[255] = (even[255] as number) & 0xfe;
  expect(await drawPaper(even.toString('base64url'))).toMatchObject({ ok: false, because: 'key' });
});

test('a kept paper that was tampered with is no paper', async () => {
  expect(await isPaper(block.key, paper)).toBe(true);
  const serial = Uint8Array.from(paper.serial, (byte, place) => (place === 0 ? byte ^ 1 : byte));
  expect(await isPaper(block.key, { ...paper, serial })).toBe(false);
});

test('any paper fits any entry of the roll', () => {
  const kept = { signature: paper.signature, blinded: draw.blinded, inverse: draw.inverse };
  const text = Object.fromEntries(Object.entries(kept).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64url')]));
  expect(fitsEntries({ key: block.key, ...(text as Record<keyof typeof kept, string>) }, 3)).toEqual([true, true, true, true]);
});

test('sealed answers open with the box key and only bound to their survey, block and paper', async () => {
  const manifestHash = sha256Of('a survey');
  const answers = { 'PAY-01': 2, 'PAY-01:reasons': ['pay.level'], 'OPN-01': '先改排班。' };
  const sealed = await sealBallot({ manifest: { box: box.key }, manifestHash, block: 1, paper, answers });
  if (!sealed.ok) throw new Error(sealed.because);
  expect(await box.open(sealed.value, manifestHash)).toEqual(answers);
  await expect(box.open(sealed.value, sha256Of('another survey'))).rejects.toThrow();
  const moved = Uint8Array.from(sealed.value);
  moved[2] = 0;
  await expect(box.open(moved, manifestHash)).rejects.toThrow();
});

test('a ballot has one size whatever was said', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 500 });
  const answer = fc.oneof(fc.integer({ min: 0, max: 10 }), text, fc.array(fc.string({ maxLength: 12 }), { maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ maxLength: 12 }), answer, { maxKeys: 8 }), async (answers) => {
      const sealed = await sealBallot({ manifest: { box: box.key }, manifestHash: sha256Of('a survey'), block: 0, paper, answers });
      if (sealed.ok) expect(sealed.value.length).toBe(bodyBytes);
      else expect(sealed.because).toBe('too-long');
    }),
    { numRuns: times(100, 1000) },
  );
});

test('texts too long for the one size are refused with the number of bytes over', async () => {
  const answers = { 'OPN-01': '长'.repeat(3000) };
  const sealed = await sealBallot({ manifest: { box: box.key }, manifestHash: sha256Of('a survey'), block: 0, paper, answers });
  expect(sealed).toMatchObject({ ok: false, because: 'too-long' });
  expect(!sealed.ok && sealed.details['over']).toBe(JSON.stringify({ answers }).length + 2 * 3000 + 2 - 7788);
});

test('the signature of RFC 9474, appendix A.3, is unblinded to the letter', async () => {
  const vector = Object.fromEntries(Object.entries(deterministicVector).map(([name, hex]) => [name, fromHex(hex)])) as Record<keyof typeof deterministicVector, Bytes>;
  const jwk = { kty: 'RSA', n: toBase64url(vector.n), e: 'AQAB', ext: true };
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
  const signature = await blindSignatures.finalize(key, vector.msg, vector.blindSignature, vector.inv);
  expect(toHex(signature)).toBe(deterministicVector.signature);
  const wrong = vector.blindSignature.map((byte, place) => (place === 300 ? byte ^ 1 : byte));
  await expect(blindSignatures.finalize(key, vector.msg, wrong, vector.inv)).rejects.toThrow('invalid signature');
});
