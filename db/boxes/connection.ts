// One file of a survey's folder. Rollback journal, not WAL: a WAL keeps ballots in the order in which they came.
import Database, { type SqliteDatabase } from '../dialects/sqlite-driver.ts';

export type Connection = SqliteDatabase;

export const pageSize = 16_384;

/** For a file under construction in a folder that is thrown away unless it becomes complete: nothing needs to last yet. */
export function startFile(path: string): Connection {
  const db = new Database(path);
  db.pragma(`page_size = ${pageSize}`);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  return db;
}

export function openFile(path: string): Connection {
  const db = new Database(path, { fileMustExist: true, timeout: 5_000 });
  db.pragma('journal_mode = DELETE');
  db.pragma('secure_delete = ON');
  // EXTRA waits for the folder too after the journal's end: a journal that reappears would roll an acknowledged ballot back.
  db.pragma('synchronous = EXTRA');
  return db;
}

export function openForReading(path: string): Connection {
  return new Database(path, { fileMustExist: true, timeout: 5_000 });
}
