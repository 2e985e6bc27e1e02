// Numbers as people type them, read in one way wherever somebody writes one. Whatever the portal prints it reads again: in the languages of
// its pages a comma parts thousands. What cannot be thousands, such as «2,5», is the decimal comma of everybody else.

/** Full-width signs and the many dashes as the plain ones; no other sign turns into a digit: «10²» is not 102. */
const plain = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2013\u2212\uFE63]/g, '-')
    .replace(/\s/g, ' ')
    .trim();

/** Digits before and behind the decimal sign: more of them are a slip of the hand. */
const most = { digits: 7, decimals: 3 };

const groups = [/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, /^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/, /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/, /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/];

/** What parts thousands in it, if anything does. */
const partsOf = (body: string): string => {
  const at = groups.findIndex((group) => group.test(body));
  return at < 0 ? '' : [',', ' ', '.', '.'][at]!;
};

/** The number that was typed; null for what is none, for «−0», and for one that nobody means. */
export function numberTyped(text: string): number | null {
  const [, sign, body] = /^([+-]?) ?([\d., ]+)$/.exec(plain(text)) ?? [];
  if (body === undefined) return null;
  const parts = partsOf(body);
  const [, digits, decimals = ''] = /^(\d+)(?:[.,](\d+))?$/.exec(parts === '' ? body : body.replaceAll(parts, '')) ?? [];
  if (digits === undefined || digits.length > most.digits || decimals.length > most.decimals) return null;
  const value = Number(`${digits}.${decimals}`);
  if (sign !== '-') return value;
  return value === 0 ? null : -value;
}

/** Things or people, counted: whole, never under nothing. */
export function countTyped(text: string): number | null {
  const value = numberTyped(text);
  return value !== null && value >= 0 && Number.isInteger(value) ? value : null;
}

/** Of a hundred, with its sign or without; nothing is more than all. */
export function percentTyped(text: string): number | null {
  const value = numberTyped(plain(text).replace(/ ?%$/, ''));
  return value !== null && value >= 0 && value <= 100 ? value : null;
}
