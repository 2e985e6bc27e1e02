// That a paper fits any entry of the roll: for a paper (m, s) and an entry b with reply x, the factor r = x·s⁻¹ turns m into b.
// Made-up entries are made as real ones look: a random x and b = x^e. Source: blindness of RSA blind signatures, RFC 9474 §8.
import { os2ip } from '@cloudflare/blindrsa-ts/lib/src/util.js';
import { fromBase64url } from './bytes.ts';

export interface Kept {
  /** The block's modulus, the paper's signature, the drawn blinded value and inverse: base64url. */
  readonly key: string;
  readonly signature: string;
  readonly blinded: string;
  readonly inverse: string;
}

const number = (text: string) => os2ip(fromBase64url(text) ?? new Uint8Array());

/** One truth value per entry: the person's own first, then made-up ones. */
export function fitsEntries({ key, signature, blinded, inverse }: Kept, madeUp: number): readonly boolean[] {
  const n = number(key);
  const e = os2ip(Uint8Array.of(1, 0, 1));
  const s = number(signature);
  const message = s.powermod(e, n);
  const own = { entry: number(blinded), reply: s.mulmod(number(inverse).inverseMod(n), n) };
  const others = Array.from({ length: madeUp }, () => {
    const reply = os2ip(crypto.getRandomValues(new Uint8Array(255)));
    return { entry: reply.powermod(e, n), reply };
  });
  return [own, ...others].map(({ entry, reply }) => {
    const factor = reply.mulmod(s.inverseMod(n), n);
    return message.mulmod(factor.powermod(e, n), n).equals(entry);
  });
}
