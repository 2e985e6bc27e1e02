// What databases leave on a disk beside what they hold: rollback journals of transactions that are long over, with the pages they protected
// and the file's change counter, and write-ahead logs. Both tell an order. Source of the layouts: «Database File Format», chapters 3
// and 4, sqlite.org/fileformat2.html.

const sector = 512;
const journalMagic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
const walMagic = [0x37, 0x7f, 0x06];
const changeCounterAt = 24;

interface Journal {
  /** Pages of the database when the transaction began. */
  readonly databasePages: number;
  readonly pageSize: number;
  /** Numbers of the pages that the transaction was about to change. */
  readonly pages: readonly number[];
  /** The database's change counter before it; null where page 1 is not among them. */
  readonly counter: number | null;
}

/** Rollback journals anywhere on the disk, in files or in free blocks. */
function journalsOn(disk: Uint8Array): Journal[] {
  return placesOf(disk, journalMagic).flatMap((at) => {
    const journal = journalAt(disk, at);
    return journal ? [journal] : [];
  });
}

function journalAt(disk: Uint8Array, start: number): Journal | null {
  const view = new DataView(disk.buffer, disk.byteOffset, disk.byteLength);
  const [databasePages, headerBytes, pageSize] = [16, 20, 24].map((at) => view.getUint32(start + at)) as [number, number, number];
  if (pageSize < 512 || pageSize > 65_536 || headerBytes < 512 || headerBytes > 65_536) return null;
  const pages: number[] = [];
  let counter: number | null = null;
  for (let at = start + headerBytes; at + pageSize + 8 <= disk.length; at += pageSize + 8) {
    const number = view.getUint32(at);
    if (number === 0 || number > databasePages || pages.includes(number)) break;
    pages.push(number);
    if (number === 1) counter = view.getUint32(at + 4 + changeCounterAt);
  }
  return { databasePages, pageSize, pages, counter };
}

/** By page of a database of so many pages, the change counter when it was last about to change. */
export function lastChanges(disk: Uint8Array, databasePages: number): Map<number, number> {
  const changes = new Map<number, number>();
  for (const { databasePages: pages, pages: changed, counter } of journalsOn(disk)) {
    if (pages !== databasePages || counter === null) continue;
    for (const page of changed) changes.set(page, Math.max(changes.get(page) ?? 0, counter));
  }
  return changes;
}

/** Where write-ahead logs begin on the disk, and where they can end at most. */
export function walsOn(disk: Uint8Array): { readonly from: number; readonly to: number }[] {
  const starts = placesOf(disk, walMagic);
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? disk.length }));
}

/** The part of the disk in which the journal of an ext4 file system lies: between the first and the last of its own blocks. Every block of
 * it begins with a number of its own (jbd2, kernel.org/doc/html/latest/filesystems/ext4/journal.html). */
export function fileSystemJournalOn(disk: Uint8Array): { readonly from: number; readonly to: number } {
  const places = placesOf(disk, [0xc0, 0x3b, 0x39, 0x98]);
  return { from: places[0] ?? 0, to: (places.at(-1) ?? 0) + 4096 };
}

function placesOf(disk: Uint8Array, magic: readonly number[]): number[] {
  const places: number[] = [];
  for (let at = 0; at + sector <= disk.length; at += sector) if (magic.every((byte, next) => disk[at + next] === byte)) places.push(at);
  return places;
}
