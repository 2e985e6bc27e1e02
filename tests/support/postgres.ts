// One PostgreSQL for the length of one test run. Tests read its address with inject('postgres'); it is null where there are no binaries
// for this platform, and then the tests on SQLite still run and say so.
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string | null;
  }
}

export default async function postgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgres', server?.address ?? null);
  if (server) return () => server.remove();
  process.stderr.write('no PostgreSQL for this platform: stores are tested on SQLite alone\n');
  return async () => undefined;
}
