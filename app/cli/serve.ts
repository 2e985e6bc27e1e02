import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { daySpan } from '#app/domain/kernel/local-time.ts';
import { setUpLink } from '#app/services/installation/set-up.server.ts';
import { readConfig, StartMistake, type Overrides } from '#app/platform/config.server.ts';
import type { Running } from '#app/main.server.ts';
import type { Command, Io } from './command.ts';

/** A machine whose battery is empty wakes up in another century: nothing may be dated by it. Throws what is said then. */
function checkClock(builtAt: Date, now: Date): void {
  const oneDay = 86_400_000;
  if (now.getTime() >= builtAt.getTime() - oneDay) return;
  const day = (at: Date) => daySpan(at, 'UTC').day;
  throw new StartMistake(`the clock of this machine says ${day(now)}, before this Murmur was built (${day(builtAt)}): set the clock and start again, or, if it is right, install the release again`);
}

/** Starts the built server in this process. */
export async function startServer(overrides: Overrides): Promise<Running> {
  process.env['NODE_ENV'] ??= 'production';
  const built = join(readConfig(overrides).buildFolder, 'server/index.js');
  checkClock(statSync(built).mtime, new Date());
  const server = (await import(/* @vite-ignore */ pathToFileURL(built).href)) as { serve(overrides: Overrides): Promise<Running> };
  return server.serve(overrides);
}

/** Resolves after a signal, or after another server took over, has ended everything: 0 only when it ended in order and on a signal. */
export async function untilStopped(running: Running, io: Io): Promise<0 | 1> {
  const signal = new Promise<null>((resolve) => {
    const end = () => resolve(null);
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
  });
  const lost = await Promise.race([signal, running.lost]);
  if (lost !== null) io.err(lost);
  const inOrder = await running.stop();
  if (!inOrder) io.err('stopped before everything under way had ended; it goes on at the next start');
  return lost === null && inOrder ? 0 : 1;
}

export interface ServeCall {
  readonly port: number | undefined;
  readonly fresh: boolean;
}

/** What `serve` and `demo` are called with, or what is wrong with it. `fresh` is the demonstration's alone. */
export function callOf(args: readonly string[], mayBeFresh = false): ServeCall | string {
  try {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' }, fresh: { type: 'boolean', default: false } } });
    if (values.fresh && !mayBeFresh) return '--fresh is for the demonstration alone';
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) return '--port needs a whole number from 1 to 65535';
    return { port, fresh: values.fresh };
  } catch (error) {
    return (error as Error).message;
  }
}

export const serve: Command = {
  name: 'serve',
  usage: 'serve [--data DIR] [--port N]',
  summary: 'Brings the data up to date and serves the portal.',
  async run(args, io) {
    const call = callOf(args);
    if (typeof call === 'string') {
      io.err(`${call}\nUsage: murmur ${serve.usage}`);
      return 2;
    }
    const running = await startServer({ dataFolder: io.dataFolder, port: call.port });
    io.out(`Murmur is at ${running.url}`);
    const first = await setUpLink(running.app);
    if (first !== null) io.out(`first administrator: ${first}`);
    const code = await untilStopped(running, io);
    // What did not end in time would keep the process.
    process.exit(code);
  },
};
