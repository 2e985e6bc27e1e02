// Files of an office are packed with the time of day; packed anew with the survey's day, the same report is the same bytes.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Local time, as the packer writes it. */
const packedOn = new Date(1980, 0, 1);

interface Repack {
  /** YYYY-MM-DD: stands in the file as the day on which it was made. */
  readonly day: string;
  /** What is changed in a part of text. */
  readonly mend?: (xml: string, name: string) => string;
}

/** Workbooks inside are packed anew too. */
export function sameBytes(packed: Uint8Array, { day, mend = (xml) => xml }: Repack): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(packed))) {
    if (name.endsWith('/')) continue;
    if (name.endsWith('.xlsx')) files[name] = sameBytes(content, { day });
    else if (/\.(xml|rels)$/.test(name)) files[name] = strToU8(mend(onDay(strFromU8(content), day), name));
    else files[name] = content;
  }
  return zipSync(files, { mtime: packedOn, level: 6 });
}

const onDay = (xml: string, day: string): string => xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);

/** Without signs that no XML may hold: control characters and half pairs. */
export const writable = (text: string): string => text.replace(/[\p{Cc}\p{Surrogate}￾￿]/gu, (sign) => (sign === '\n' || sign === '\t' ? ' ' : ''));
