// People files come from spreadsheets of three countries: UTF-8 with or without mark, UTF-16 with mark, GBK (as GB 18030) and Big5.
// A wrong guess would write nonsense into every name, so anything that is not plainly one of them is refused.
import { analyse } from 'chardet';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';

interface DoubleByte {
  readonly label: 'gb18030' | 'big5';
  /** Whether a pair of bytes is one of the everyday characters of this encoding, which its standard lists apart from the rare ones. */
  everyday(lead: number, trail: number): boolean;
}

const candidates: readonly DoubleByte[] = [
  // GB 2312 level 1: rows 16 to 55.
  { label: 'gb18030', everyday: (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 },
  // Big5 level 1: A440 to C67E.
  { label: 'big5', everyday: (lead) => lead >= 0xa4 && lead <= 0xc6 },
];

/** Below this share of everyday characters a text is nonsense in that encoding; names hold rare characters too. */
const leastShare = 0.6;

function shareOfEveryday(bytes: Uint8Array, { everyday }: DoubleByte): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    pairs += 1;
    if (everyday(lead, bytes[at + 1] as number)) common += 1;
    at += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What a file in no known encoding looks like, in the words of the detector; for the message only. */
function looksLike(bytes: Uint8Array): string {
  return analyse(bytes.slice(0, 65_536))[0]?.name ?? '?';
}

export function textIn(bytes: Uint8Array): Outcome<string, 'wrong-encoding'> {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const unicode = decoded(bytes, marked);
  if (unicode !== null) return done(unicode);
  const scored = candidates.map((candidate) => ({ label: candidate.label, share: shareOfEveryday(bytes, candidate) })).sort((a, b) => b.share - a.share);
  for (const { label, share } of scored) {
    const text = share >= leastShare ? decoded(bytes, label) : null;
    if (text !== null) return done(text);
  }
  return refused('wrong-encoding', { value: looksLike(bytes) });
}
