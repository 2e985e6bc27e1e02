// What `npm run dev` starts, from the sources: the demonstration, with a framework that is asked for anew with each request.
import { serve, type Making, type Running } from '#app/main.server.ts';
import { callOf } from './serve.ts';
import { readyFolder, tellLinks } from './demo.ts';
import { usualDataFolder } from '#app/platform/config.server.ts';
import { join, resolve } from 'node:path';

export async function develop(args: readonly string[], making: Making): Promise<Running> {
  const io = { out: (line: string) => void process.stdout.write(`${line}\n`), err: (line: string) => void process.stderr.write(`${line}\n`) };
  const call = callOf(args, true);
  if (typeof call === 'string') {
    io.err(`${call}\nUsage: npm run dev -- [--port N] [--fresh]`);
    process.exit(2);
  }
  const dataFolder = join(resolve(usualDataFolder()), 'demo');
  await readyFolder(dataFolder, call, io);
  const running = await serve({ dataFolder, port: call.port, demo: true }, undefined, making);
  await tellLinks(running, io);
  return running;
}
