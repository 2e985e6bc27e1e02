// Opens the box, ballot by ballot and in memory only: papers are verified again, the sealed answers are opened, and nothing of
// either is written anywhere.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { readRecord } from '#app/domain/responses/answer-record.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { boundTo, readBallot, type Ballot } from '#app/domain/responses/ballot-format.ts';
import { findBallots } from '#app/services/responses/find-ballots.server.ts';
import type { BlockKey } from '#app/services/responses/sign-papers.server.ts';
import type { Filled, Slots } from '#db/boxes.server.ts';

export interface OpenedBallot {
  readonly block: number;
  /** Null where the sealed bytes cannot be opened or are no record: the ballot counts, without answers. */
  readonly answers: Answers | null;
  /** SHA-256 (hex) of the sealed ballot. */
  readonly receipt: string;
}

export interface Opening {
  /** By block. */
  readonly keys: readonly Pick<BlockKey, 'verify'>[];
  readonly boxKey: KeyObject;
  /** SHA-256 (hex). */
  readonly manifestHash: string;
}

const atOnce = 128;
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** Every ballot once, in the order of the slots; of two with one serial the one that the portal would keep at its next start. */
export async function* openBallots(slots: Slots, opening: Opening, looked: (slots: number) => void): AsyncGenerator<OpenedBallot> {
  const openOne = await opener(opening);
  const { ballots } = await findBallots(slots, opening.keys);
  const places = new Set(ballots.map(placeOf));
  const before = slots.sizes.map((_, block) => slots.sizes.slice(0, block).reduce((sum, size) => sum + size, 0));
  for await (const portion of portions(slots.filled())) {
    const counted = portion.filter((filled) => places.has(placeOf(filled)));
    const answers = await Promise.all(counted.map(({ body }) => openOne(readBallot(body) as Ballot)));
    for (const [index, { block, digest }] of counted.entries()) yield { block, answers: answers[index]!, receipt: digest.toString('hex') };
    // Told in slots, used or not: the number of ballots is nobody's before the release.
    const last = counted.at(-1);
    if (last) looked(before[last.block]! + last.number + 1);
  }
}

const placeOf = ({ block, number }: Pick<Filled, 'block' | 'number'>) => `${block} ${number}`;

async function* portions(slots: AsyncIterable<Filled>): AsyncGenerator<Filled[]> {
  let portion: Filled[] = [];
  for await (const slot of slots) {
    portion.push(slot);
    if (portion.length < atOnce) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

type OpenOne = (ballot: Ballot) => Promise<Answers | null>;

async function opener({ boxKey, manifestHash }: Opening): Promise<OpenOne> {
  const jwk = (key: KeyObject) => key.export({ format: 'jwk' }) as JsonWebKey;
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const recipientKey = {
    privateKey: await crypto.subtle.importKey('jwk', jwk(boxKey), algorithm, true, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', jwk(createPublicKey(boxKey)), algorithm, true, []),
  };
  const info = bufferOf(Buffer.from(manifestHash, 'hex'));
  return async (ballot) => {
    try {
      const recipient = await suite.createRecipientContext({ recipientKey, enc: bufferOf(ballot.encapsulated), info });
      const padded = await recipient.open(bufferOf(ballot.sealed), bufferOf(boundTo(ballot.block, ballot.serial)));
      return readRecord(new Uint8Array(padded));
    } catch {
      return null;
    }
  };
}
