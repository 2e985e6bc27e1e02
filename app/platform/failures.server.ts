// What a machine does to a program: a disk without room, a disk that is gone, a database that is away. None of it is the program's fault,
// and all of it may be over in a minute.

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
const away = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_|EHOSTUNREACH|57P0|57014|55P03|25P0|53|08|SQLITE_BUSY)/;

export type Failure = 'full' | 'disk' | 'database' | 'fault';

/** `full`, `disk` and `database` may be over in a minute; `fault` wants somebody to look. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (noRoom.has(code)) return 'full';
  if (/^(EIO|EROFS|EACCES|ENODEV|ENXIO|SQLITE_IOERR|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) return 'disk';
  return away.test(code) || /timeout|terminated|not queryable/i.test(String(error)) ? 'database' : 'fault';
}
