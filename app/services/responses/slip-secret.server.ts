// By what a survey's codes are kept: whoever has the file, and even a pile of slips, cannot tell without the survey's keys which of them
// were used. Derived from a block key, which lies in `keys/` alone and is destroyed with it: one thing less to lose.
import { createHmac, hkdfSync, type KeyObject } from 'node:crypto';

export function slipSecret(blockKey: KeyObject, manifestHash: string): Buffer {
  const secret = Buffer.from(blockKey.export({ format: 'jwk' }).d as string, 'base64url');
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from(manifestHash, 'hex'), 'murmur: codes on slips', 32));
}

/** `code`: its twelve characters. 32 bytes. */
export const keptCode = (secret: Buffer, code: string): Buffer => createHmac('sha256', secret).update(code).digest();
