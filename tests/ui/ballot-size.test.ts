import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealBallot } from '#app/ballot/seal.ts';
import { bodyBytes, signatureBytes } from '#app/domain/responses/ballot-format.ts';
import { boxKey, sha256Of } from '#tests/support/ballot-keys.ts';
import { times } from '#tests/support/repetitions.ts';

const paper = { serial: randomBytes(32), signature: randomBytes(signatureBytes) };

/** A chance of 2⁻¹²⁸ that sealed bytes end so. */
const zeros = Buffer.alloc(16);

test('sealed answers fill the whole ballot, so that no end of it shows how much was said', async () => {
  const box = await boxKey();
  for (let length = 0; length < 4000; length += times(400, 4)) {
    const answers = { open: 'x'.repeat(length) };
    const sealed = await sealBallot({ manifest: { box: box.key }, manifestHash: sha256Of('a survey'), block: 0, paper, answers });
    if (!sealed.ok) throw new Error(sealed.because);
    expect(sealed.value).toHaveLength(bodyBytes);
    expect(Buffer.from(sealed.value.subarray(-16)).equals(zeros)).toBe(false);
    expect(await box.open(sealed.value, sha256Of('a survey'))).toEqual(answers);
  }
});
