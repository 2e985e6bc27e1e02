// The built server in a process of its own, as an operator starts it.
import { spawn, type ChildProcess } from 'node:child_process';

export interface BuiltServer {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it logged and printed. */
  said(): string;
  /** Resolves with the exit code and the seconds that the end took. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ readonly code: number | null; readonly seconds: number }>;
}

/** Resolves when it answers; rejects with what it said when it ends instead. */
export async function startBuilt(folder: string, port: number, environment: Readonly<Record<string, string>> = {}): Promise<BuiltServer> {
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['app/cli/murmur.mjs', 'serve', '--data', folder, '--port', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', MURMUR_URL: url, MURMUR_TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => child.stdout.on('data', () => said.includes('Murmur is at') && resolve()));
  const first = await Promise.race([ready, ended]);
  if (first !== undefined) throw new Error(`the server ended with ${String(first)}: ${said}`);
  return {
    url,
    child,
    said: () => said,
    async end(signal) {
      const started = Date.now();
      child.kill(signal);
      const code = await ended;
      return { code, seconds: (Date.now() - started) / 1000 };
    },
  };
}
