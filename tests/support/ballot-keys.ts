// The server's side of the cryptography for tests, made with node:crypto alone: an oracle independent of the page's libraries.
import { constants, createHash, generateKeyPairSync, privateDecrypt, type KeyObject } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { readRecord } from '#app/domain/responses/answer-record.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { boundTo, readBallot } from '#app/domain/responses/ballot-format.ts';

export interface BlockKey {
  /** Modulus, base64url. */
  readonly key: string;
  readonly sign: (blinded: Uint8Array) => Uint8Array;
}

export function blockKey(modulusLength = 2048): BlockKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  return { key: privateKey.export({ format: 'jwk' }).n as string, sign: (blinded) => signBlinded(privateKey, blinded) };
}

// A value that was blinded for one key may be too large for another: a lying server's key signs what remains of it.
function signBlinded(key: KeyObject, blinded: Uint8Array): Uint8Array {
  const modulus = BigInt(`0x${Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex')}`);
  const fitting = BigInt(`0x${Buffer.from(blinded).toString('hex')}`) % modulus;
  const bytes = Buffer.from(fitting.toString(16).padStart(blinded.length * 2, '0'), 'hex');
  return new Uint8Array(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes));
}

export interface BoxKey {
  /** P-256 point, uncompressed, base64url. */
  readonly key: string;
  readonly open: (body: Uint8Array, manifestHash: string) => Promise<Answers | null>;
}

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

export async function boxKey(): Promise<BoxKey> {
  const pair = await suite.kem.generateKeyPair();
  const key = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url');
  const open = async (body: Uint8Array, manifestHash: string): Promise<Answers | null> => {
    const ballot = readBallot(body);
    if (!ballot) return null;
    const info = Uint8Array.from(Buffer.from(manifestHash, 'hex')).buffer;
    const enc = Uint8Array.from(ballot.encapsulated).buffer;
    const aad = Uint8Array.from(boundTo(ballot.block, ballot.serial)).buffer;
    const recipient = await suite.createRecipientContext({ recipientKey: pair.privateKey, enc, info });
    return readRecord(new Uint8Array(await recipient.open(Uint8Array.from(ballot.sealed).buffer, aad)));
  };
  return { key, open };
}

/** As the manifest holds hashes per block. */
export function shortSha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
