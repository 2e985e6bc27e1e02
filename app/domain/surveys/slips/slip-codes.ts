// One-time codes on slips: twelve characters of Crockford's base 32, sixty bits, so that nobody finds one by guessing. Read forgivingly,
// because they are typed from paper: capitals, spaces, strokes and the letters that look like digits make no difference.
import type { Chance } from '../../kernel/chance.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 12;
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const between = /[\s\p{Pd}\u2212_.·]/gu;

/** As it is printed: «7K2M-9QXB-4TDC». */
export function drawCode(chance: Chance): string {
  return Array.from({ length: characters }, (_, at) => `${at > 0 && at % 4 === 0 ? '-' : ''}${alphabet[chance(alphabet.length)]!}`).join('');
}

/** The twelve characters of what somebody typed; null where it can be no code. */
export function readCode(typed: string): string | null {
  // A code is short: what is long is not even looked through.
  if (typed.length > 100) return null;
  const plain = typed.normalize('NFKC').replace(between, '').toUpperCase();
  const read = Array.from(plain, (sign) => alike[sign] ?? sign).join('');
  return read.length === characters && Array.from(read).every((sign) => alphabet.includes(sign)) ? read : null;
}
