// One PostgreSQL for the length of one test run. Tests read its address with inject('postgres'); it is null where there is none, and then
// the tests on SQLite still run and it is said what was left out.
import type { TestProject } from 'vitest/node';
import { leaveOut } from './left-out.ts';
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
  leaveOut('every test on PostgreSQL: npm has none for this platform and none is installed; POSTGRES_BIN names the folder of one (initdb, postgres)');
  return async () => undefined;
}
