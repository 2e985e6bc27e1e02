// The built server in a process of its own, as somebody would start it, on a folder that is empty at first.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface Portal {
  readonly url: string;
  readonly dataFolder: string;
  /** What it said on standard output so far. */
  said(): string;
  /** Ends at once, without a chance to tidy up. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

async function whenReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the portal ended with ${child.exitCode}`);
    if (await fetch(`${url}/readyz`).then((reply) => reply.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the portal did not become ready');
}

export async function openPortal(env: Record<string, string> = {}): Promise<Portal> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'murmur-journey-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess;
  let output = '';
  const start = async () => {
    child = spawn(process.execPath, ['app/cli/murmur.mjs', 'serve', '--data', dataFolder, '--port', String(port)], {
      env: { ...process.env, NODE_ENV: 'production', MURMUR_URL: url, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout?.on('data', (text: Buffer) => void (output += text.toString()));
    await whenReady(url, child);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    dataFolder,
    said: () => output,
    start,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
