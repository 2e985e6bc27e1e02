// The built server in a process of its own, begun again on another day: a running one would mistrust a clock that jumps.
import { createHash } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#app/text/all.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import type { App } from '#app/platform/app.server.ts';
import { companyClock } from '#app/platform/company-clock.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { openData } from '#db/index.server.ts';
import { chanceFrom } from './chance.ts';
import { freePort } from './free-port.ts';

const script = `
  const { serve } = await import(process.cwd() + '/build/server/index.js');
  const start = Number(process.env.START) - Date.now();
  await serve({ dataFolder: process.env.FOLDER, port: Number(process.env.PORT) }, () => new Date(Date.now() + start));
  process.send('ready');
`;

function told(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => message === word && resolve());
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

export interface MovedPortal {
  readonly url: string;
  /** The cookie of somebody who is signed in. */
  readonly sessionOf: (personId: string) => { readonly name: string; readonly value: string; readonly url: string };
  /** Ends it and begins again at another instant. */
  move(instant: string): Promise<void>;
  stop(): Promise<void>;
}

/** `prepare` fills the data; everybody in `people` is signed in. */
export async function movedPortal(start: string, people: readonly string[], prepare: (app: App) => Promise<void>): Promise<MovedPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-moved-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const data = await openData(join(folder, 'murmur.sqlite'));
  const now = () => new Date(start);
  const clock = companyClock({ now, organisation: data.organisation, otherwise: 'UTC', sinceBoot: () => now().getTime() });
  const write = () => undefined;
  let ids = 0;
  const config = { ...readConfig({ dataFolder: folder, port }, { MURMUR_TZ: 'UTC' }), dataFolder: folder, publicUrl: url };
  await prepare({ config, data, log: { info: write, warn: write, error: write } as unknown as App['log'], chance: chanceFrom(1), ...clock, newId: () => `id-${(ids += 1)}`, newSecret: () => `secret-${(ids += 1)}` });
  for (const id of people) await data.sessions.save({ tokenHash: createHash('sha256').update(`in-${id}`).digest('base64url'), personId: id, createdOn: day('2026-11-01'), expiresOn: day('2099-01-01') });
  await data.close();
  let child = await serving(folder, { url, port, start });
  return {
    url,
    sessionOf: (id) => ({ name: 'murmur_session', value: `in-${id}`, url }),
    async move(instant) {
      await ended(child);
      child = await serving(folder, { url, port, start: instant });
    },
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serving(folder: string, { url, port, start }: { readonly url: string; readonly port: number; readonly start: string }): Promise<ChildProcess> {
  const env = { ...process.env, NODE_ENV: 'production', MURMUR_URL: url, MURMUR_TZ: 'UTC', PORT: String(port), FOLDER: folder, START: String(Date.parse(start)) };
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await told(child, 'ready');
  return child;
}

/** Whatever was acknowledged is on the disk: it needs no time to end. */
async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await over;
}
