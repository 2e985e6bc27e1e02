// What a file is, by its first bytes and never by its name: a web page is often called .xls, a workbook .csv.

export type FileKind = 'text' | 'workbook' | 'old-workbook' | 'other-program' | 'too-large';

const starts = (bytes: Uint8Array, ...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);

/** Bytes. A small file that says it holds more was made to fill the memory. */
const largestInside = 512 * 1024 * 1024;

interface Entry {
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
}

/** The list at the end of a zip file; null where there is none. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let one = 0; one < count && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50; one += 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    entries.push({ name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), size: view.getUint32(at + 24, true) });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function zipKind(bytes: Uint8Array): FileKind {
  const entries = entriesOf(bytes);
  if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) return 'other-program';
  return entries.reduce((sum, { size }) => sum + size, 0) > largestInside ? 'too-large' : 'workbook';
}

export function kindOf(bytes: Uint8Array): FileKind {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return zipKind(bytes);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-workbook';
  const isOther = starts(bytes, 0x25, 0x50, 0x44, 0x46) || starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x1f, 0x8b) || starts(bytes, 0x52, 0x61, 0x72, 0x21);
  return isOther ? 'other-program' : 'text';
}
