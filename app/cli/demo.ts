import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '#app/text/all.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { foundLantern, guide, guides } from '#app/services/installation/found-demo.server.ts';
import { newSignInLink } from '#app/services/access.server.ts';
import type { Command, Io } from './command.ts';
import { callOf, startServer, untilStopped } from './serve.ts';

/** Written last: a folder without it holds half a company and is begun again. */
const mark = 'lantern.json';
const linkMinutes = 30 * 24 * 60;

async function found(dataFolder: string, port: number | undefined, io: Io): Promise<void> {
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
    if (call.fresh || !existsSync(join(dataFolder, mark))) await found(dataFolder, call.port, io);
    const running = await startServer({ dataFolder, port: call.port, demo: true });
    for (const role of ['employee', 'hr', 'manager'] as const) {
      const { personId } = await guide(running.app, guides[role]);
      io.out(`${role}: ${await newSignInLink(running.app, personId, { minutes: linkMinutes, reusable: true })}`);
    }
    process.exit(await untilStopped(running, io));
  },
};
