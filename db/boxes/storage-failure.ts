// A disk that is full, gone or read-only is no bug: nothing is acknowledged, and the sender is told.

const calls = new Set(['write', 'fdatasync', 'fsync', 'read', 'open']);

/** Any answer of the system to a file's own calls but «no such descriptor», which is ours to mend. */
export function isStorageFailure(error: unknown): boolean {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return false;
  return calls.has(String(error.syscall)) && error.code !== 'EBADF';
}
