// A file of records of one size, full of noise from the start. A record is overwritten where it lies, whole, and then waited for: no
// journal, no temporary file, no growth, no counter, so that neither the file nor the free blocks of the disk keep an order.
import { randomFill, randomFillSync } from 'node:crypto';
import { closeSync, fdatasync, fstatSync, openSync, read, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface Write {
  /** Which record of the file. */
  readonly number: number;
  readonly record: Uint8Array;
}

export interface Portion {
  /** Number of its first record. */
  readonly first: number;
  readonly bytes: Buffer;
}

export interface Records {
  readonly count: number;
  /**
   * Resolves when the disk has all of them. After a failure none of them may be believed, whatever reads back: the system forgets
   * what it could not write once it has said so. The caller overwrites them again before it acknowledges anything.
   */
  write(writes: readonly Write[]): Promise<void>;
  /** From one record to another (not included), in large portions. */
  portions(from?: number, to?: number): AsyncGenerator<Portion>;
  close(): void;
}

const portionBytes = 1 << 20;
const fill = promisify(randomFill);

/** Fresh noise of one record. */
export function noise(bytes: number): Buffer {
  return randomFillSync(Buffer.allocUnsafe(bytes));
}

/** Writes the noise and waits for the disk: no holes and no blocks that are promised but not written. */
export async function makeRecords(path: string, { count, bytes }: { count: number; bytes: number }): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    const portion = Buffer.allocUnsafe(Math.min(portionBytes, count * bytes));
    for (let left = count * bytes; left > 0; ) {
      await fill(portion);
      const size = Math.min(left, portion.length);
      await file.writeFile(portion.subarray(0, size));
      left -= size;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Throws where the file has another size. */
export function openRecords(path: string, { count, bytes }: { count: number; bytes: number }, flags: 'r' | 'r+' = 'r+'): Records {
  const file = openSync(path, flags);
  const size = fstatSync(file).size;
  if (size !== count * bytes) {
    closeSync(file);
    throw new Error(`${path} has ${size} bytes where ${count * bytes} were sealed`);
  }
  let closed = false;
  // By now the number may be another file's, and what is meant for a record would be written into that.
  const still = () => {
    if (closed) throw new Error(`${path} was let go of`);
    return file;
  };
  return {
    count,
    async write(writes) {
      still();
      if (writes.some(({ number, record }) => record.length !== bytes || !(number >= 0 && number < count))) throw new Error('no such record');
      if (writes.length === 0) return;
      // Into the system's memory at once: handing each to another thread takes ten times as long as the copy. Only the disk is waited for.
      for (const { number, record } of writes) writeWhole(file, record, number * bytes);
      await new Promise<void>((resolve, reject) => fdatasync(file, (error) => (error ? reject(error) : resolve())));
    },
    portions: (from = 0, to = count) => portionsOf(still, { from, to, bytes }),
    close() {
      if (!closed) closeSync(file);
      closed = true;
    },
  };
}

/** The system may write less than it was given. */
function writeWhole(file: number, record: Uint8Array, position: number): void {
  for (let written = 0; written < record.length; ) {
    const more = writeSync(file, record, written, record.length - written, position + written);
    if (more === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO', syscall: 'write' });
    written += more;
  }
}

async function* portionsOf(file: () => number, { from, to, bytes }: { from: number; to: number; bytes: number }): AsyncGenerator<Portion> {
  const perPortion = Math.max(1, Math.floor(portionBytes / bytes));
  for (let first = from; first < to; first += perPortion) {
    const portion = Buffer.allocUnsafe(Math.min(perPortion, to - first) * bytes);
    await readWhole(file(), portion, first * bytes);
    yield { first, bytes: portion };
  }
}

async function readWhole(file: number, portion: Buffer, position: number): Promise<void> {
  for (let done = 0; done < portion.length; ) {
    const more = await new Promise<number>((resolve, reject) => {
      read(file, portion, done, portion.length - done, position + done, (error, count) => (error ? reject(error) : resolve(count)));
    });
    if (more === 0) throw new Error('the file ends early');
    done += more;
  }
}
