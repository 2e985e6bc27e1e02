// A pipe that nobody reads any more is no fault of the program.
/** Whoever read what the program says has stopped: a server goes on serving, a command ends as it would have. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
