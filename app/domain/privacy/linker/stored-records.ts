// A database file as somebody with the disk reads it: every record with the place where it lies. SQL hides places; an attacker does
// not ask SQL. Source of the layout: «Database File Format», sqlite.org/fileformat2.html.

export interface StoredRecord {
  /** Null in a table without row ids. */
  readonly rowId: number | null;
  readonly columns: readonly (Uint8Array | number | string | null)[];
  readonly page: number;
  /** Of the cell inside its page. */
  readonly offset: number;
  /** First page outside the cell that holds the rest; 0 where there is none. */
  readonly overflow: number;
}

interface File {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly pageSize: number;
  readonly usable: number;
}

const tableLeaf = 0x0d;
const tableInterior = 0x05;
const indexInterior = 0x02;

/** Records of a table in the order of the tree. */
export function storedRecords(bytes: Uint8Array, table: string): StoredRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint16(16);
  const pageSize = size === 1 ? 65_536 : size;
  const file = { bytes, view, pageSize, usable: pageSize - (bytes[20] as number) };
  const schema = recordsBelow(file, 1).find(({ columns }) => columns[0] === 'table' && columns[1] === table);
  if (!schema) throw new Error(`no table ${table}`);
  return recordsBelow(file, schema.columns[3] as number);
}

function recordsBelow(file: File, page: number): StoredRecord[] {
  const start = (page - 1) * file.pageSize;
  const header = start + (page === 1 ? 100 : 0);
  const kind = file.bytes[header] as number;
  const interior = kind === tableInterior || kind === indexInterior;
  const pointers = header + (interior ? 12 : 8);
  const records: StoredRecord[] = [];
  for (let cell = 0; cell < file.view.getUint16(header + 3); cell += 1) {
    const offset = file.view.getUint16(pointers + 2 * cell);
    if (interior) records.push(...recordsBelow(file, file.view.getUint32(start + offset)));
    if (kind !== tableInterior) records.push(recordAt(file, { kind, page, offset, at: start + offset + (interior ? 4 : 0) }));
  }
  if (interior) records.push(...recordsBelow(file, file.view.getUint32(header + 8)));
  return records;
}

function recordAt(file: File, { kind, page, offset, at }: { kind: number; page: number; offset: number; at: number }): StoredRecord {
  const length = varint(file.bytes, at);
  const row = kind === tableLeaf ? varint(file.bytes, length.next) : null;
  const from = row?.next ?? length.next;
  const local = localPart(file, length.value, kind === tableLeaf);
  const overflow = local < length.value ? file.view.getUint32(from + local) : 0;
  const payload = new Uint8Array(length.value);
  payload.set(file.bytes.subarray(from, from + local));
  let filled = local;
  for (let next = overflow; next !== 0; ) {
    const start = (next - 1) * file.pageSize;
    const part = file.bytes.subarray(start + 4, start + Math.min(file.usable, 4 + length.value - filled));
    payload.set(part, filled);
    filled += part.length;
    next = file.view.getUint32(start);
  }
  return { rowId: row?.value ?? null, columns: columnsOf(payload), page, offset, overflow };
}

/** How much of a payload lies in the cell itself. */
function localPart({ usable }: File, length: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const rest = least + ((length - least) % (usable - 4));
  return rest <= most ? rest : least;
}

function varint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let count = 0; ; count += 1) {
    const byte = bytes[at + count] as number;
    if (count === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, next: at + count + 1 };
  }
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8];

function columnsOf(payload: Uint8Array): StoredRecord['columns'] {
  const header = varint(payload, 0);
  const columns: (Uint8Array | number | string | null)[] = [];
  let at = header.value;
  for (let next = header.next; next < header.value; ) {
    const type = varint(payload, next);
    next = type.next;
    const size = type.value >= 12 ? Math.floor((type.value - 12) / 2) : type.value === 7 ? 8 : (integerBytes[type.value] ?? 0);
    columns.push(columnOf(type.value, payload.subarray(at, at + size)));
    at += size;
  }
  return columns;
}

function columnOf(type: number, bytes: Uint8Array): Uint8Array | number | string | null {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type >= 12) return type % 2 === 0 ? bytes : new TextDecoder().decode(bytes);
  if (type === 7) return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  return bytes.reduce((value, byte, index) => value * 256 + (index === 0 && byte > 127 ? byte - 256 : byte), 0);
}
