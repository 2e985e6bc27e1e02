// The day's work built once, with its threads beside it: a process that is started a thousand times must not translate itself each time.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export interface BuiltDay {
  /** Paths of the programs. */
  readonly before: string;
  readonly day: string;
  remove(): void;
}

/** Lies in the checkout: what it imports is found from there. */
export async function buildDay(): Promise<BuiltDay> {
  mkdirSync('.cache', { recursive: true });
  const outDir = mkdtempSync(resolve('.cache', 'day-'));
  const input = {
    before: 'tests/support/before-the-day.ts',
    day: 'tests/support/day-of-work.ts',
    tally: 'app/services/publication/tally-worker.server.ts',
    people: 'app/services/organisation/reading-worker.server.ts',
  };
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };
  // Everything in few files, but for what is no JavaScript: looking for a hundred packages takes longer than the work.
  const ssr = { noExternal: true as const, external: ['better-sqlite3', 'better-sqlite3-for-node-20', 'highs', 'pino', 'pg'] };
  await build({ configFile: false, logLevel: 'error', ssr, build: { ssr: true, outDir, emptyOutDir: true, target: 'es2022', minify: false, rollupOptions: { input, output } } });
  return { before: join(outDir, 'before.js'), day: join(outDir, 'day.js'), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}
