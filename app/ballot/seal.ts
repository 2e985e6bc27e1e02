// Answers become a ballot: padded to one size and sealed to the box key of the manifest (HPKE, RFC 9180). The survey's hash is
// the context and paper and block are authenticated, so that sealed answers cannot be moved to another survey, paper or block.
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { done, type Outcome } from '#app/domain/kernel/outcome.ts';
import { padRecord, recordOf } from '#app/domain/responses/answer-record.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { boundTo, writeBallot } from '#app/domain/responses/ballot-format.ts';
import { fromBase64url, fromHex, owned } from './bytes.ts';
import type { Paper } from './paper.ts';

export interface Sealing {
  /** The box key of the manifest. */
  readonly manifest: { readonly box: string };
  /** SHA-256 of the manifest, hex. */
  readonly manifestHash: string;
  /** Index into the manifest's blocks. */
  readonly block: number;
  readonly paper: Paper;
  readonly answers: Answers;
}

// P-256, because old phones lack X25519.
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

/** The bytes to drop; `over` of the refusal is in bytes. A box key that is none throws: the manifest was checked before. */
export async function sealBallot(sealing: Sealing): Promise<Outcome<Uint8Array, 'too-long'>> {
  const padded = padRecord(recordOf(sealing.answers));
  if (!padded.ok) return padded;
  const { serial, signature } = sealing.paper;
  const box = fromBase64url(sealing.manifest.box) ?? new Uint8Array();
  const recipientPublicKey = await suite.kem.deserializePublicKey(box.buffer);
  const info = fromHex(sealing.manifestHash).buffer;
  const sender = await suite.createSenderContext({ recipientPublicKey, info });
  const sealed = await sender.seal(owned(padded.value).buffer, owned(boundTo(sealing.block, serial)).buffer);
  const encapsulated = new Uint8Array(sender.enc);
  return done(writeBallot({ block: sealing.block, serial, signature, encapsulated, sealed: new Uint8Array(sealed) }));
}
