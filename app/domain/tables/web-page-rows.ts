// Staff systems call a web page «.xls», and spreadsheets open it. Its rows are those of its largest table.
import type { TableRow } from './table.ts';

export function isWebPage(text: string): boolean {
  return /^\ufeff?\s*(?:<\?xml[^<>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|style|table)\b/isu.test(text.slice(0, 4_000));
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', ntilde: 'ñ' };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const textOf = (html: string) => unescaped(html.replace(/<br\s*\/?>/giu, ' ').replace(/<[^<>]*>/gu, '')).replace(/\s+/gu, ' ').trim();

function rowsOf(table: string, lineOf: (at: number) => number, from: number): TableRow[] {
  return [...table.matchAll(/<tr\b[^<>]*>(.*?)(?=<tr\b|<\/table|$)/gisu)].map((row) => ({
    line: lineOf(from + row.index),
    cells: [...(row[1] as string).matchAll(/<t[dh]\b([^<>]*)>(.*?)(?=<t[dh]\b|<\/tr|$)/gisu)].flatMap(([, attributes, content]) => {
      const span = Math.min(Number(/colspan\s*=\s*["']?(\d+)/iu.exec(attributes as string)?.[1] ?? 1), 100);
      return [textOf(content as string), ...Array.from({ length: Math.max(span - 1, 0) }, () => '')];
    }),
  }));
}

export function webPageRows(text: string): TableRow[] {
  const ends = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  const lineOf = (at: number) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
  const tables = [...text.matchAll(/<table\b[^<>]*>(.*?)(?:<\/table>|$)/gisu)].map((table) => rowsOf(table[0], lineOf, table.index));
  return tables.reduce<TableRow[]>((largest, rows) => (rows.length > largest.length ? rows : largest), []);
}
