// A large box is looked through in threads, each with a share of the file that knows nothing of blocks. What they find together is what one
// would find alone: every ballot once, torn and foreign ones not, and the two of a replacement that a crash left told apart.
import { constants, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bodyBytes, encapsulatedBytes, writeBallot } from '#app/domain/responses/ballot-format.ts';
import { findBallots } from '#app/services/responses/find-ballots.server.ts';
import { lookThrough } from '#app/services/responses/look-through-box.server.ts';
import { blockKeyOf } from '#app/services/responses/sign-papers.server.ts';
import { digestOf, openSlots, slotBytes, slotsOf, type Filled } from '#db/boxes.server.ts';
import { makeSlots } from '#db/boxes/slots.ts';

const folder = mkdtempSync(join(tmpdir(), 'murmur-looking-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const invited = [700, 5, 1_300];
const keys = invited.map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

function ballot(block: number, number: number, serial = randomBytes(32), key = keys[block]!): Filled {
  const signature = sign('sha384', serial, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 });
  const body = writeBallot({ block, serial, signature, encapsulated: randomBytes(encapsulatedBytes), sealed: randomBytes(bodyBytes - 356) });
  return { block, number, body, digest: digestOf(body) };
}

test('threads find what one finds alone', async () => {
  const path = join(folder, 'box');
  await makeSlots(path, invited);
  const slots = openSlots(path, invited);
  const sizes = invited.map(slotsOf);
  // At both ends of every block, and where one thread's share ends and the next one's begins.
  const middle = Math.round(sizes.reduce((sum, size) => sum + size) / 2) - sizes[0]! - sizes[1]!;
  const twice = randomBytes(32);
  const valid = [
    ...sizes.flatMap((size, block) => [ballot(block, 0), ballot(block, 7), ballot(block, size - 1)]),
    ballot(2, middle - 1),
    ballot(2, middle),
    ballot(0, 100, twice),
    ballot(0, 160, twice),
  ];
  const stranger = ballot(1, 3, randomBytes(32), createPrivateKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })));
  const elsewhere = { ...ballot(2, 5), block: 0, number: 300 };
  await slots.write([...valid, stranger, elsewhere]);
  const bytes = readFileSync(path);
  const torn = (sizes[0]! + sizes[1]! + 7) * slotBytes + 4_000;
  bytes[torn] = bytes[torn]! ^ 1;
  writeFileSync(path, bytes);
  const blockKeys = keys.map(blockKeyOf);
  const together = await lookThrough(slots, blockKeys);
  slots.close();
  const again = openSlots(path, invited, 'r');
  const alone = await findBallots(again, blockKeys);
  again.close();
  const shown = ({ ballots, surplus }: typeof alone) => [ballots, surplus].map((list) => list.map(({ block, number, serial, digest }) => `${block} ${number} ${Buffer.from(serial).toString('hex')} ${Buffer.from(digest).toString('hex')}`));
  expect(shown(together)).toEqual(shown(alone));
  expect(together.ballots.map(({ block, number }) => `${block} ${number}`)).toEqual(
    valid.filter(({ block, number }) => !(block === 2 && number === 7) && !(block === 0 && number === 160)).map(({ block, number }) => `${block} ${number}`).sort((one, other) => {
      const [a, b] = [one, other].map((place) => place.split(' ').map(Number) as [number, number]) as [[number, number], [number, number]];
      return a[0] - b[0] || a[1] - b[1];
    }),
  );
  expect(together.surplus.map(({ number }) => number)).toEqual([160]);
}, 120_000);

test('a box that cannot be read to its end is an error, not a smaller box', async () => {
  const path = join(folder, 'short');
  await makeSlots(path, invited);
  const slots = openSlots(path, invited);
  writeFileSync(path, readFileSync(path).subarray(0, 100 * slotBytes));
  await expect(lookThrough(slots, keys.map(blockKeyOf))).rejects.toThrow('were sealed');
  slots.close();
});
