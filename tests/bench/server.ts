// The built server in a process of its own, and what it costs: processor time and memory as the system counts them.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { freePort } from '#tests/support/free-port.ts';

export interface BenchServer {
  readonly url: string;
  /** Seconds of processor time, user and system, since the process began. */
  cpu(): number;
  /** Resident memory in MiB. */
  memory(): number;
  stop(): Promise<void>;
}

const ticksPerSecond = 100;

function usageOf(child: ChildProcess): Pick<BenchServer, 'cpu' | 'memory'> {
  const file = (name: string) => readFileSync(`/proc/${String(child.pid)}/${name}`, 'utf8');
  return {
    cpu: () => {
      const fields = file('stat').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(file('status'))![1]) / 1024,
  };
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    if (await fetch(url).then((reply) => reply.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no answer from ${url}`);
}

/** `script` is run as a module and finds its port in the environment as PORT. */
export async function startScript(script: string, env: Record<string, string> = {}, ready = '/healthz'): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), MURMUR_URL: url, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await answers(url + ready).catch((error: unknown) => {
    // Nobody else would end it.
    child.kill('SIGKILL');
    throw error;
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { url, ...usageOf(child), stop };
}

/** The portal as it is built, on a data folder. */
export function startPortal(dataFolder: string): Promise<BenchServer> {
  const built = new URL('../../build/server/index.js', import.meta.url).href;
  const script = `const { serve } = await import(${JSON.stringify(built)}); const running = await serve({}); process.once('SIGTERM', () => running.stop().then(() => process.exit(0)));`;
  return startScript(script, { MURMUR_DATA: dataFolder });
}

/** A bare Express that answers a few bytes: the floor. */
export function startBareExpress(): Promise<BenchServer> {
  const script = `import express from 'express'; const web = express(); web.get('*', (q, s) => s.type('text').send('ok')); web.post('*', (q, s) => { q.resume(); q.on('end', () => s.status(204).end()); }); web.listen(Number(process.env.PORT), '127.0.0.1');`;
  return startScript(script);
}

/** Plain node that reads whatever body comes and answers `/0`, `/1` … with so many bytes each, after one RSA private operation where `signs`
 * says so: the floor. */
export function startBareNode(sizes: readonly number[], signs: number | null = null): Promise<BenchServer> {
  const script = `
    import { createServer } from 'node:http';
    import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
    const bodies = ${JSON.stringify(sizes)}.map((size) => Buffer.alloc(size, 1));
    const key = { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, padding: constants.RSA_NO_PADDING };
    const value = randomBytes(256).fill(0, 0, 1);
    createServer((q, s) => {
      const which = q.url.slice(1);
      const answer = () => {
        s.writeHead(200, { 'Content-Type': 'application/octet-stream' });
        s.end(which === '${String(signs)}' ? privateDecrypt(key, value) : (bodies[Number(which)] ?? 'ok'));
      };
      if (q.method === 'POST') q.on('data', () => {}).on('end', answer);
      else answer();
    }).listen(Number(process.env.PORT), '127.0.0.1');`;
  return startScript(script);
}

export interface Cost {
  /** Milliseconds of the server's processor time for one request. */
  readonly cpu: number;
  /** Milliseconds until the whole answer was there, median. */
  readonly median: number;
  readonly slowest: number;
}

/** One request after another, `warm` of them before counting. */
export async function costOf(server: BenchServer, request: () => Promise<Response>, { warm, count }: { warm: number; count: number }): Promise<Cost> {
  const once = async () => {
    const start = performance.now();
    const reply = await request();
    await reply.arrayBuffer();
    if (!reply.ok) throw new Error(`${reply.status} ${reply.url}`);
    return performance.now() - start;
  };
  for (let time = 0; time < warm; time += 1) await once();
  const before = server.cpu();
  const times: number[] = [];
  for (let time = 0; time < count; time += 1) times.push(await once());
  times.sort((a, b) => a - b);
  return { cpu: ((server.cpu() - before) * 1000) / count, median: times[Math.floor(count / 2)]!, slowest: times.at(-1)! };
}
