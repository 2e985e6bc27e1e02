// A ballot paper: a random serial, signed by the server without being seen by it (RFC 9474, RSABSSA-SHA384-PSS-Deterministic).
// A server that wants to mark one person's paper would offer that person another key, another exponent or a signature of its
// own making: the key offered has the manifest's hash, the exponent is fixed here, and no paper is used before it verifies.
import { BlindRSA, type PrepareType } from '@cloudflare/blindrsa-ts/lib/src/blindrsa.js';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { serialBytes, signatureBytes } from '#app/domain/responses/ballot-format.ts';
import { fromBase64url, owned } from './bytes.ts';

/** Everything needed to ask for a signature, again after a lost reply, and to unblind it. `inverse` never leaves the device. */
export interface Draw {
  readonly serial: Uint8Array;
  /** 256 bytes, sent to be signed. */
  readonly blinded: Uint8Array;
  readonly inverse: Uint8Array;
}

export interface Paper {
  readonly serial: Uint8Array;
  readonly signature: Uint8Array;
}

export const blindSignatures = new BlindRSA({
  name: 'RSABSSA-SHA384-PSS-Deterministic',
  hash: 'SHA-384',
  saltLength: 48,
  prepareType: 0 satisfies PrepareType.Deterministic,
  supportsRSARAW: false,
});

/** `key` is the block's modulus, base64url, as checked against the manifest. Null for anything but 2048 bits exactly, and for even numbers. */
async function publicKey(key: string): Promise<CryptoKey | null> {
  const modulus = fromBase64url(key);
  if (!modulus || modulus.length !== signatureBytes || (modulus[0] as number) < 128) return null;
  if ((modulus[signatureBytes - 1] as number) % 2 === 0) return null;
  const jwk = { kty: 'RSA', alg: 'PS384', n: key, e: 'AQAB', ext: true };
  return crypto.subtle.importKey('jwk', jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']).catch(() => null);
}

/** A fresh serial, blinded under the block's key. */
export async function drawPaper(key: string): Promise<Outcome<Draw, 'key'>> {
  const imported = await publicKey(key);
  if (!imported) return refused('key');
  const serial = crypto.getRandomValues(new Uint8Array(serialBytes));
  const { blindedMsg, inv } = await blindSignatures.blind(imported, serial);
  return done({ serial, blinded: blindedMsg, inverse: inv });
}

/** Unblinds the server's reply; refused unless the result is a valid signature of the drawn serial under the block's key. */
export async function finishPaper(key: string, draw: Draw, blindSignature: Uint8Array): Promise<Outcome<Paper, 'key' | 'signature'>> {
  const imported = await publicKey(key);
  if (!imported) return refused('key');
  if (blindSignature.length !== signatureBytes) return refused('signature');
  try {
    const signature = await blindSignatures.finalize(imported, owned(draw.serial), blindSignature, draw.inverse);
    return done({ serial: draw.serial, signature });
  } catch {
    return refused('signature');
  }
}

/** Whether a kept paper is still one of this block. */
export async function isPaper(key: string, paper: Paper): Promise<boolean> {
  const imported = await publicKey(key);
  if (!imported || paper.serial.length !== serialBytes || paper.signature.length !== signatureBytes) return false;
  return blindSignatures.verify(imported, owned(paper.signature), owned(paper.serial));
}
