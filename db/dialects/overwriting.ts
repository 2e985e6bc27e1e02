// Against somebody who reads the raw disk: what was deleted from the embedded database lies on in its write-ahead log until that is
// written over, and in gaps of pages whose cells were moved before they were deleted. Both are overwritten where they lie.
import { randomFillSync } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { isBusy } from './busy.ts';
import type { SqliteDatabase } from './sqlite-driver.ts';

// «WAL file format», sqlite.org/fileformat2.html: a header of 32 bytes, then frames of 24 bytes and a page each; both carry the salts
// of their cycle, so that frames of earlier cycles are no frames any more.
const headerBytes = 32;
const frameHeaderBytes = 24;
const salts = { inHeader: 16, inFrame: 8, bytes: 8 };
/** A log that one great transaction made longer is cut back to this, after it was overwritten. */
const usualBytes = 4 * 1024 * 1024;
/** Milliseconds. */
const longestWait = 40;

function bytesAt(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
}

/** Where the frames of this cycle end. */
function endOfCycle(handle: number, pageBytes: number): number {
  const salt = bytesAt(handle, salts.inHeader, salts.bytes);
  const frameBytes = frameHeaderBytes + pageBytes;
  let end = headerBytes;
  while (salt.length === salts.bytes && bytesAt(handle, end + salts.inFrame, salts.bytes).equals(salt)) end += frameBytes;
  return end;
}

function writeNoise(handle: number, from: number, to: number): void {
  const noise = randomFillSync(Buffer.allocUnsafe(Math.min(to - from, 1 << 20)));
  for (let at = from; at < to; ) at += writeSync(handle, noise, 0, Math.min(noise.length, to - at), at);
}

/** Nobody reads behind the last frame of the cycle, and nobody else can write there while this is called. */
function overwriteBehind(path: string, pageBytes: number): void {
  // Nobody locks the log itself: closing it here lets go of no lock, as closing the database's own file would.
  const handle = openSync(path, 'r+');
  try {
    // The new cycle's header first: with it no old frame counts, whatever a power cut leaves of the noise.
    fsyncSync(handle);
    const from = endOfCycle(handle, pageBytes);
    const { size } = fstatSync(handle);
    if (from < size) writeNoise(handle, from, size);
    fsyncSync(handle);
    if (size > usualBytes) ftruncateSync(handle, Math.max(from, usualBytes));
  } finally {
    closeSync(handle);
  }
}

/** A new cycle whose only page is the first, which holds nobody's data. */
function beginCycle(database: SqliteDatabase): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  database.exec('begin immediate');
  database.pragma(`user_version = ${(version + 1) % 2}`);
  database.exec('commit');
}

/** Overwrites the write-ahead log where it lies; it stays valid at every moment, also for other processes that have the database open.
 * False where one of them reads or writes just now: then to be tried again. Not to be called inside a transaction. */
function overwriteLog(database: SqliteDatabase): boolean {
  const path = `${database.name}-wal`;
  if (database.memory || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return true;
  const [taken] = database.pragma('wal_checkpoint(restart)') as { busy: number }[];
  if (taken?.busy !== 0) return false;
  const before = saltOf(path);
  beginCycle(database);
  database.exec('begin immediate');
  try {
    // Somebody began to read between the two: the log goes on behind what that reader needs.
    if (saltOf(path).equals(before)) return false;
    overwriteBehind(path, database.pragma('page_size', { simple: true }) as number);
    return true;
  } finally {
    database.exec('rollback');
  }
}

function saltOf(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    return bytesAt(handle, salts.inHeader, salts.bytes);
  } finally {
    closeSync(handle);
  }
}

/** Writes the rows of these tables anew, in the order of their keys, onto pages that were zeroed: a page on which cells were moved keeps
 * copies of them, which deleting a row later does not reach. Not to be called inside a transaction. */
function rewriteTables(database: SqliteDatabase, tables: readonly string[]): void {
  const rewrite = database.transaction((table: string) => {
    database.exec(`create temp table kept as select * from "${table}"`);
    database.exec(`delete from "${table}"`);
    database.exec(`insert into "${table}" select * from kept order by 1`);
    database.exec('drop table kept');
  });
  for (const table of tables) rewrite.immediate(table);
}

/** Rewrites these tables and overwrites the log. False where another process reads just now, or keeps the database to itself for longer
 * than is waited: then to be tried again. Not to be called inside a transaction. */
export function overwriteDeleted(database: SqliteDatabase, tables: readonly string[]): boolean {
  const usual = database.pragma('busy_timeout', { simple: true }) as number;
  // The whole portal stands still while the driver waits: rather not now than late.
  database.pragma(`busy_timeout = ${longestWait}`);
  try {
    rewriteTables(database, tables);
    return overwriteLog(database);
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    database.pragma(`busy_timeout = ${usual}`);
  }
}
