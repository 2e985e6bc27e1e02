// Blind signatures on the server's side. The library's own signing takes hundreds of times as long and its time depends on the
// key, so the raw operation of OpenSSL is used, which blinds and checks its own result; tests hold it against the library.
import { constants, createHash, createPublicKey, privateDecrypt, verify, type KeyObject } from 'node:crypto';
import type { Ballot } from '#app/domain/responses/ballot-format.ts';

const saltBytes = 48;

interface VerifyKey {
  readonly key: KeyObject;
  readonly padding: number;
  readonly saltLength: number;
}

export interface BlockKey {
  readonly private: KeyObject;
  readonly modulus: Buffer;
  readonly verify: VerifyKey;
}

export function verifyKeyOf(privateKey: KeyObject): VerifyKey {
  return { key: createPublicKey(privateKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes };
}

export function modulusOf(privateKey: KeyObject): Buffer {
  return Buffer.from(privateKey.export({ format: 'jwk' }).n as string, 'base64url');
}

/** As in the manifest: SHA-256 of the modulus, base64url. */
export function keyHashOf(modulus: Buffer): string {
  return createHash('sha256').update(modulus).digest('base64url');
}

export function blockKeyOf(privateKey: KeyObject): BlockKey {
  return { private: privateKey, modulus: modulusOf(privateKey), verify: verifyKeyOf(privateKey) };
}

/** The keys of a survey's folder, ready to use. Throws unless they are the sealed ones: whoever exchanges a key in the folder would
 * otherwise sign and count papers of their own. */
export function sealedKeys(privateKeys: readonly KeyObject[], blocks: readonly { readonly key: string }[]): BlockKey[] {
  const keys = privateKeys.map(blockKeyOf);
  if (blocks.some((block, index) => keyHashOf(keys[index]!.modulus) !== block.key)) throw new Error('the keys are not those that were sealed');
  return keys;
}

/** Whether the value is one that a browser can have blinded: of the key's size and below its modulus. */
export function canBeSigned({ modulus }: BlockKey, blinded: Buffer): boolean {
  return blinded.length === modulus.length && blinded.compare(modulus) < 0 && blinded.some((byte) => byte !== 0);
}

/** The blind signature, as long as the modulus. The same value always gets the same signature. */
export function signBlindly(key: BlockKey, blinded: Buffer): Buffer {
  return privateDecrypt({ key: key.private, padding: constants.RSA_NO_PADDING }, blinded);
}

/** Whether the paper was signed under this key. */
export function isSigned(key: VerifyKey, { serial, signature }: Pick<Ballot, 'serial' | 'signature'>): boolean {
  return verify('sha384', serial, key, signature);
}
