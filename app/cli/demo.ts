import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '#app/text/all.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { foundLantern, guide, guides } from '#app/services/installation/found-demo.server.ts';
import { newSignInLink } from '#app/services/access.server.ts';
import type { Command, Io } from './command.ts';
import type { Running } from '#app/main.server.ts';
import { callOf, startServer, untilStopped, type ServeCall } from './serve.ts';

/** Written last: a folder without it holds half a company and is begun again. */
const mark = 'lantern.json';
const linkMinutes = 30 * 24 * 60;

type Says = Pick<Io, 'out' | 'err'>;

async function found(dataFolder: string, port: number | undefined, io: Says): Promise<void> {
  for (const entry of ['murmur.sqlite', 'murmur.sqlite-wal', 'murmur.sqlite-shm', 'open', 'releases', 'installation.json', mark])
    rmSync(join(dataFolder, entry), { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  const app = await openApp(readConfig({ dataFolder, port, demo: true }));
  try {
    io.err('Founding Lantern, a made-up company …');
    await foundLantern(app, (line) => io.err(`  ${line}`));
  } finally {
    await app.data.close();
  }
  writeFileSync(join(dataFolder, mark), JSON.stringify({ founded: app.today() }));
}

/** The company is founded where it is not there yet. */
export async function readyFolder(dataFolder: string, { port, fresh }: ServeCall, io: Says): Promise<void> {
  if (fresh || !existsSync(join(dataFolder, mark))) await found(dataFolder, port, io);
}

/** One way in for each of those who see something different. */
export async function tellLinks({ app }: Running, io: Says): Promise<void> {
  for (const role of ['employee', 'hr', 'manager'] as const) {
    const { personId } = await guide(app, guides[role]);
    io.out(`${role}: ${await newSignInLink(app, personId, { minutes: linkMinutes, reusable: true })}`);
  }
}

export const demo: Command = {
  name: 'demo',
  usage: 'demo [--data DIR] [--port N] [--fresh]',
  summary: 'Shows the whole product with a made-up company; --fresh begins again.',
  async run(args, io) {
    const call = callOf(args, true);
    if (typeof call === 'string') {
      io.err(`${call}\nUsage: murmur ${demo.usage}`);
      return 2;
    }
    const dataFolder = join(io.dataFolder, 'demo');
    await readyFolder(dataFolder, call, io);
    const running = await startServer({ dataFolder, port: call.port, demo: true });
    await tellLinks(running, io);
    process.exit(await untilStopped(running, io));
  },
};
