// Reads files of an office and pictures back, as another program does: every text and every number a reader or an editor of them finds.
import { strFromU8, unzipSync } from 'fflate';

const plain = (xml: string): string => xml.replace(/&(lt|gt|quot|apos|amp|#(\d+));/g, (_, name: string, code: string | undefined) => (code ? String.fromCodePoint(Number(code)) : { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name]!));

export interface ReadOffice {
  readonly parts: Readonly<Record<string, string>>;
  /** Of slides, notes and paragraphs, one line for each paragraph; fields such as slide numbers aside. */
  readonly lines: readonly string[];
  /** Of charts as they are drawn: names and values. */
  readonly charted: readonly string[];
  /** Workbooks behind charts. */
  readonly workbooks: readonly Uint8Array[];
}

const textIn = (xml: string, paragraph: RegExp, run: RegExp): string[] =>
  [...xml.replace(/<a:fld\b.*?<\/a:fld>/gs, '').matchAll(paragraph)].map(([inner]) => [...inner.matchAll(run)].map(([, text]) => plain(text!)).join('')).filter(Boolean);

export function readOffice(bytes: Uint8Array): ReadOffice {
  const files = Object.entries(unzipSync(bytes));
  const parts = Object.fromEntries(files.filter(([name]) => /\.(xml|rels)$/.test(name)).map(([name, content]) => [name, strFromU8(content)]));
  const named = (pattern: RegExp) => Object.entries(parts).filter(([name]) => pattern.test(name)).map(([, xml]) => xml);
  return {
    parts,
    lines: [
      ...named(/^ppt\/(slides|notesSlides)\/\w+\.xml$/).flatMap((xml) => textIn(xml, /<a:p>.*?<\/a:p>/gs, /<a:t>(.*?)<\/a:t>/gs)),
      ...named(/^word\/(document|footer\d)\.xml$/).flatMap((xml) => textIn(xml, /<w:p\b.*?<\/w:p>/gs, /<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)),
    ],
    charted: named(/^ppt\/charts\/chart\d+\.xml$/).flatMap((xml) => [...xml.matchAll(/<c:v>(.*?)<\/c:v>/gs)].map(([, text]) => plain(text!))),
    workbooks: files.filter(([name]) => name.endsWith('.xlsx')).map(([, content]) => content),
  };
}

/** What a picture writes. */
export const textsOfPicture = (svg: string): string[] => [...svg.matchAll(/<(?:text|title|desc)\b[^>]*>(.*?)<\/(?:text|title|desc)>/gs)].map(([, text]) => plain(text!));
