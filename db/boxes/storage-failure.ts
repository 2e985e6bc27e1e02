// A disk that is full, gone or read-only is no bug: nothing was written, nothing is acknowledged, and the sender is told.
import Database from '../dialects/sqlite-driver.ts';

const causes = /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)/;

export function isStorageFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && causes.test(error.code);
}
