// Reads the files of a report back, as another program does.
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';

export interface ReadSheet {
  readonly name: string;
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Cells that hold a formula. */
  readonly formulas: number;
}

const plain = (xml: string): string => xml.replace(/&(lt|gt|quot|apos|amp|#(\d+));/g, (_, name: string, code: string | undefined) => (code ? String.fromCodePoint(Number(code)) : { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[name]!));

/** Sheets of a workbook in their order. */
export function sheetsOf(bytes: Uint8Array): ReadSheet[] {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t><\/si>/gs)].map(([, text]) => plain(text!));
  const names = [...files['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => plain(name!));
  return names.map((name, at) => {
    const cells = [...files[`xl/worksheets/sheet${at + 1}.xml`]!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inner = '']) => ({ isText: attributes.includes('t="s"'), inner, value: /<v>(.*?)<\/v>/.exec(inner)?.[1] }));
    const filled = cells.filter(({ value }) => value !== undefined);
    return {
      name,
      numbers: filled.flatMap(({ isText, value }) => (isText ? [] : [Number(value)])),
      texts: filled.flatMap(({ isText, value }) => (isText ? [shared[Number(value)]!] : [])),
      formulas: cells.filter(({ inner }) => inner.includes('<f')).length,
    };
  });
}

export interface ReadCell {
  readonly table: string;
  readonly column: string;
  readonly row: number;
  readonly value: number | null;
  readonly text: string;
}

export const csvCells = (content: string): ReadCell[] =>
  (parse(content, { bom: true, columns: true }) as Record<string, string>[]).map(({ table = '', column = '', row, value, text = '' }) => ({ table, column, row: Number(row), value: value === '' ? null : Number(value), text }));
