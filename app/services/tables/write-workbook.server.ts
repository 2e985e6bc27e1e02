// The one way a workbook is written: cells that are what they say, sheets with names a spreadsheet takes, and the same bytes for the same
// sheets. Attacker: whoever writes a text that a spreadsheet would run; every text is stored as text, which is never a formula.
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type Cell, type Row } from 'write-excel-file/node';
import type { Day } from '#app/domain/kernel/day.ts';
import { giveWay } from '#app/platform/slices.server.ts';

/** What a spreadsheet keeps of one cell. */
const longestText = 32_767;
const longestSheetName = 31;
/** A file says when it was packed; the same report twice is the same file. Local time, as the packer writes it. */
const packedOn = new Date(1980, 0, 1);

export interface Sheet {
  readonly sheet: string;
  readonly data: Row[];
  readonly columns: { readonly width: number }[];
}

/** `sheets`: at least one, with names of `sheetNames`. */
export async function packWorkbook(sheets: Sheet[]): Promise<Uint8Array> {
  const packed = await writeWorkbook(sheets).toBuffer();
  await giveWay();
  return zipSync(unzipSync(packed), { mtime: packedOn, level: 6 });
}

export const textCell = (text: string): Cell => (text === '' ? null : { value: storable(text), type: String });

export const headCell = (text: string): Cell => ({ value: storable(text), type: String, fontWeight: 'bold', wrap: true });

export const dayCell = (day: Day): Cell => ({ value: new Date(`${day}T00:00:00.000Z`), type: Date, format: 'yyyy-mm-dd' });

/** `_x0041_` would be read as a letter; half of a pair of characters is none. */
const storable = (text: string): string => wellFormed(text.slice(0, longestText)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** Without signs that no XML may hold; control characters are left out by the library. */
const wellFormed = (text: string): string => text.replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '');

/** Unlike each other whatever their case, without the signs a sheet's name may not have. */
export function sheetNames(captions: readonly string[]): string[] {
  const taken = new Set<string>();
  return captions.map((caption) => {
    const plain = wellFormed(caption.replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, longestSheetName)) || '–';
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain.slice(0, longestSheetName - String(number).length - 1)} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
