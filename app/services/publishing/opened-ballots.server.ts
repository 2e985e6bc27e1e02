// Opens the box, ballot by ballot and in memory only: the paper is verified again, the sealed answers are opened, and nothing of
// either is written anywhere.
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { readRecord } from '#app/domain/responses/answer-record.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { boundTo, readBallot, type Ballot } from '#app/domain/responses/ballot-format.ts';
import type { Slot } from '#db/boxes.server.ts';

export interface OpenedBallot {
  readonly block: number;
  /** Null where the sealed bytes cannot be opened or are no record: the ballot counts, without answers. */
  readonly answers: Answers | null;
  /** SHA-256 (hex) of the sealed ballot. */
  readonly receipt: string;
}

export interface Opening {
  /** Whether a paper is one of its block. */
  readonly isPaper: (ballot: Ballot) => Promise<boolean>;
  readonly boxKey: KeyObject;
  /** SHA-256 (hex). */
  readonly manifestHash: string;
}

const atOnce = 128;
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** Every ballot once, in the order of the slots; of two with one serial (after a disk error) only the first. */
export async function* openBallots(slots: Iterable<Slot>, opening: Opening, looked: () => void): AsyncGenerator<OpenedBallot> {
  const openOne = await opener(opening);
  let block = -1;
  const seen = new Set<string>();
  for (const portion of portions(slots)) {
    const opened = await Promise.all(portion.map((slot) => ballotIn(slot, opening, openOne)));
    for (const one of opened) {
      looked();
      if (!one) continue;
      // Slots come block by block: serials of earlier blocks need not be remembered.
      if (one.ballot.block !== block) seen.clear();
      block = one.ballot.block;
      if (seen.has(one.serial)) continue;
      seen.add(one.serial);
      yield one.ballot;
    }
  }
}

function* portions(slots: Iterable<Slot>): Generator<Slot[]> {
  let portion: Slot[] = [];
  for (const slot of slots) {
    portion.push(slot);
    if (portion.length < atOnce) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

type OpenOne = (ballot: Ballot) => Promise<Answers | null>;

async function ballotIn({ block, body }: Slot, { isPaper }: Opening, openOne: OpenOne): Promise<{ serial: string; ballot: OpenedBallot } | null> {
  const ballot = readBallot(body);
  if (!ballot || ballot.block !== block || !(await isPaper(ballot))) return null;
  const receipt = createHash('sha256').update(body).digest('hex');
  return { serial: Buffer.from(ballot.serial).toString('latin1'), ballot: { block, answers: await openOne(ballot), receipt } };
}

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
