// What the files of an open survey look like to somebody who holds the disk, for the self-test: places, permissions, forms and
// numbers. Nothing is written, and no key, name or ballot leaves here.
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openFile, openForReading } from './connection.ts';

export interface InspectedFile {
  /** A rollback journal; a write-ahead log would keep ballots in the order in which they came. */
  readonly rollback: boolean;
  /** Files of the database's own beside it that should not be there. */
  readonly beside: readonly string[];
  /** Columns by table. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Tables that number their rows. */
  readonly numbered: readonly string[];
  /** As set on every connection of the portal. */
  readonly secureDelete: boolean;
  readonly durable: boolean;
}

// «File format version numbers», sqlite.org/fileformat2.html: 1 is a rollback journal, 2 a write-ahead log.
const versionAt = 18;

export function inspectFile(path: string): InspectedFile {
  const rollback = versionsOf(path).every((byte) => byte === 1);
  const beside = readdirSync(dirname(path)).filter((name) => /-(wal|shm)$/.test(name) && name.startsWith(basename(path)));
  const db = openForReading(path);
  try {
    const tables = db.prepare<[], { name: string; wr: number }>("select name, wr from pragma_table_list where schema = 'main' and name not like 'sqlite_%'").all();
    const columnsOf = (name: string) => db.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(name) as string[];
    const columns = Object.fromEntries(tables.map(({ name }) => [name, columnsOf(name)]));
    return { rollback, beside, columns, numbered: tables.filter(({ wr }) => wr === 0).map(({ name }) => name), ...connectionOf(path, rollback) };
  } finally {
    db.close();
  }
}

function versionsOf(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(2);
    readSync(handle, bytes, 0, 2, versionAt);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

/** Not asked of a write-ahead log: opening it as the portal does would change it and hide what was found. */
function connectionOf(path: string, rollback: boolean): { secureDelete: boolean; durable: boolean } {
  if (!rollback) return { secureDelete: false, durable: false };
  const db = openFile(path);
  try {
    const is = (pragma: string, value: number) => db.pragma(pragma, { simple: true }) === value;
    return { secureDelete: is('secure_delete', 1), durable: is('synchronous', 3) };
  } finally {
    db.close();
  }
}

export interface InspectedSlots {
  /** By block. */
  readonly slots: readonly number[];
  /** Whether every body has this size. */
  readonly even: boolean;
}

export function inspectSlots(path: string, size: number): InspectedSlots {
  const db = openForReading(path);
  try {
    const rows = db
      .prepare<[], { block: number; slots: number; least: number; most: number }>(
        'select block, count(*) as slots, min(length(body)) as least, max(length(body)) as most from slot group by block order by block',
      )
      .all();
    return { slots: rows.map(({ slots }) => slots), even: rows.every(({ least, most }) => least === size && most === size) };
  } finally {
    db.close();
  }
}

/** Salts and names of the roll, to be held against the manifest. */
export function readRolledBlocks(path: string): { readonly salt: string; readonly names: readonly string[] }[] {
  const db = openForReading(path);
  try {
    const rows = db.prepare<[], { salt: string; names: string }>('select salt, names from block order by number').all();
    return rows.map(({ salt, names }) => ({ salt, names: JSON.parse(names) as string[] }));
  } finally {
    db.close();
  }
}

/** Paths below a folder, the folder itself included, that others than the program's own user may open. Folders shield what is in them. */
export function openToOthers(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (statSync(folder).mode & 0o077) === 0 ? [] : [folder];
}

/** Keys that others could read if they came into the folder, and files that are no keys. */
export function inspectKeys(folder: string, blocks: number): { readonly missing: number; readonly strange: number; readonly readable: number } {
  const expected = new Set(['box.pem', ...Array.from({ length: blocks }, (_, block) => `block-${block}.pem`)]);
  const found = existsSync(folder) ? readdirSync(folder) : [];
  const readable = found.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
  return { missing: [...expected].filter((name) => !found.includes(name)).length, strange: found.filter((name) => !expected.has(name)).length, readable: readable.length };
}
