// One person is one id however it is typed: capitals, full-width letters, spaces, zeros before a number and invisible signs tell nobody apart. Two people whose
// ids differ in nothing else would be counted as one: fewer than there are, never more.
const plainText = /^[!-~]*$/;

export function sameId(text: string): string {
  const bare = plainText.test(text) ? text : text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
  const lower = bare.toLowerCase();
  // A spreadsheet or a script may write the number 7 as «7.0», and «007» as 7.
  return /^\d+(?:\.0+)?$/.test(lower) ? lower.replace(/\.0+$/, '').replace(/^0+(?=\d)/, '') : lower;
}

/** The wave a cell names: of a date its year, else what is written. */
export function periodOf(text: string): string {
  const bare = text.normalize('NFKC').trim();
  const date = /^((?:19|20)\d{2})[-/.年]\s?\d{1,2}(?:\D|$)/.exec(bare) ?? /^\d{1,2}[-/.]\d{1,2}[-/.]((?:19|20)\d{2})(?:\D|$)/.exec(bare);
  return date?.[1] ?? bare;
}

const wave = String.raw`(?:(?:19|20)\d{2}(?:[ _-]?[qh][1-4])?|(?:wave|time|round|pulse|[wtqhr])[ _]?\d{1,2})`;
const between = String.raw`[-_/.:#| ]+`;
/** Longer texts are no ids, and would be looked through for long. */
const longest = 64;
const waveFirst = new RegExp(`^${wave}${between}(.+)$`, 'i');
const waveLast = new RegExp(`^(.+?)${between}${wave}$`, 'i');

/** What is left of an id that begins or ends with a wave («2024-E17», «E17 W2»); null where it does neither. */
export function idWithoutWave(text: string): string | null {
  if (text.length > longest) return null;
  const bare = text.normalize('NFKC').trim();
  const rest = waveFirst.exec(bare)?.[1] ?? waveLast.exec(bare)?.[1];
  return rest === undefined ? null : sameId(rest);
}
