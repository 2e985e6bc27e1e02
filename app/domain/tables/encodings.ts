// The encodings in which spreadsheets of the world write text without a mark. UTF-8 and UTF-16 prove themselves; of the others any may
// fit any bytes, so they are told apart by the words that come out (tell-encoding.ts) and never taken by bytes alone.

export const unicodeEncodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;

/** Where two are equally likely the earlier one comes first. */
export const localEncodings = [
  'windows-1252', 'gb18030', 'big5', 'windows-1250', 'windows-1251', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1253', 'windows-1254',
  'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'windows-874', 'macintosh', 'koi8-r', 'ibm866', 'iso-8859-2', 'iso-8859-5',
] as const;

export const encodings = [...unicodeEncodings, ...localEncodings] as const;

export type Encoding = (typeof encodings)[number];

/** As people and their programs call them. */
const otherNames: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8', utf16: 'utf-16le', gbk: 'gb18030', gb2312: 'gb18030', cp936: 'gb18030', cp950: 'big5', 'big5-hkscs': 'big5', cp949: 'euc-kr', euckr: 'euc-kr', uhc: 'euc-kr',
  sjis: 'shift_jis', 'shift-jis': 'shift_jis', cp932: 'shift_jis', eucjp: 'euc-jp', latin1: 'windows-1252', 'iso-8859-1': 'windows-1252', 'iso-8859-15': 'windows-1252',
  ansi: 'windows-1252', 'tis-620': 'windows-874', cp874: 'windows-874', macroman: 'macintosh', cp866: 'ibm866', 'koi8-u': 'koi8-r', latin2: 'iso-8859-2',
};

export function encodingCalled(name: string): Encoding | null {
  const folded = name.trim().toLowerCase();
  const exact = encodings.find((one) => one === folded);
  return exact ?? otherNames[folded] ?? encodings.find((one) => one === folded.replace(/^(?:cp|windows)-?(?=125)/, 'windows-')) ?? null;
}

// Some releases of the platform read these bytes of Windows-1252 as controls.
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Null where the bytes cannot be text in this encoding. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, (one) => western[one.charCodeAt(0) - 0x80] as string) : text;
  } catch {
    return null;
  }
}

/** The Unicode encoding the bytes are plainly in; null where they are in none. */
export function unicodeOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : unmarked(bytes);
  return decoded(bytes, marked) === null ? null : marked;
}

/** UTF-16 without a mark: in a text with a Latin header every other byte is zero, on one side only. */
function unmarked(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const start = bytes.subarray(0, 512);
  const zeros = [0, 1].map((side) => start.filter((byte, at) => at % 2 === side && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  if (start.length < 8 || Math.max(even, odd) < start.length / 8) return 'utf-8';
  return even === 0 ? 'utf-16le' : odd === 0 ? 'utf-16be' : 'utf-8';
}
