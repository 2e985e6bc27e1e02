// npm run siege [-- SECONDS]: 64 connections send the worst bodies of every route, slow ones and half-open ones among them, while
// /healthz is asked again and again. Prints how long it took, what was answered, and what the memory did. Run `npm run build` before.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#app/text/all.server.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { aDraft } from '#tests/support/drafts.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { cookieOf } from '#tests/support/visit.ts';
import { startPortal } from './server.ts';

const seconds = Number(process.argv[2] ?? 60);
const connections = 64;

async function prepare(folder: string): Promise<string> {
  const app = await openApp(readConfig({ dataFolder: folder, port: 3000 }, {}));
  await aSmallCompany(app);
  await app.data.surveys.add(aDraft('pulse', { opens: app.today(), closes: addDays(app.today(), 7) }));
  const sealed = await sealSurvey(app, 'pulse');
  if (!sealed.ok) throw new Error(sealed.because);
  const cookie = await cookieOf(app, 'operations-1');
  await letGo(app);
  await app.data.close();
  return cookie;
}

interface Attack {
  readonly name: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null: chunks without an end. */
  readonly body: Buffer | null;
  /** Announced instead of the body's own size. */
  readonly says?: number;
  /** Milliseconds between bytes. */
  readonly slowly?: number;
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const names = (size: number) => Buffer.from(Array.from({ length: size / 8 }, (_, at) => `k${String(at).padStart(5, '0')}=`).join('&'));
const noise = Buffer.alloc(bodyBytes, 7);
const ballot = Buffer.concat([Buffer.from([1, 0]), noise]).subarray(0, bodyBytes);

function attacks(cookie: string): Attack[] {
  const signedIn = { ...form, cookie };
  return [
    ...['/language', '/sign-in', '/%73ign-in', '/sign-in/guess', '/sign-out', '/setup/guess'].flatMap((path): Attack[] => [
      { name: 'as many names as are taken', path, headers: form, body: names(400) },
      { name: '96 KB of names', path, headers: form, body: names(96_000) },
      { name: '100 MB', path, headers: form, body: names(1_000_000), says: 100_000_000 },
      { name: 'chunks without an end', path, headers: form, body: null },
      { name: 'packed', path, headers: { ...form, 'content-encoding': 'gzip' }, body: names(8_000) },
    ]),
    ...['/surveys/new', '/people/import', '/plans/new', '/nowhere'].map((path): Attack => ({ name: '1 MB without a session', path, headers: form, body: names(1_000_000) })),
    { name: '256 KB of names, signed in', path: '/privacy/settings', headers: signedIn, body: names(16_000) },
    { name: '256 KB of names, signed in', path: '/surveys/new', headers: signedIn, body: names(250_000) },
    { name: 'a ballot without a paper', path: '/box/pulse', body: ballot },
    { name: 'a ballot without a paper', path: '/box/pulse', body: ballot },
    { name: 'a ballot of 100 MB', path: '/box/pulse', body: noise, says: 100_000_000 },
    { name: 'a ballot of another version', path: '/box/pulse', body: noise },
    { name: 'a paper of noise', path: '/paper/pulse', headers: { cookie }, body: noise.subarray(0, 256) },
    { name: 'slow form', path: '/sign-in', headers: form, body: names(8_000), slowly: 1_000 },
    { name: 'slow ballot', path: '/box/pulse', body: ballot, slowly: 1_000 },
  ];
}

const answered = new Map<string, number>();
let stopped = false;

function head(port: number, { path, headers = {}, body, says }: Attack): string {
  const size = body === null ? 'transfer-encoding: chunked' : `content-length: ${says ?? body.length}`;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`POST ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, `origin: http://127.0.0.1:${port}`, size, ...lines, '', ''].join('\r\n');
}

/** Opens a connection, sends, reads the status, and resolves when the line is closed or the answer is there. */
function attackOnce(port: number, attack: Attack): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let ended = false;
    const end = (what: string) => {
      if (ended) return;
      ended = true;
      answered.set(`${what} ${attack.name}`, (answered.get(`${what} ${attack.name}`) ?? 0) + 1);
      clearInterval(drip);
      socket.destroy();
      resolve();
    };
    let drip: NodeJS.Timeout | undefined;
    socket.on('error', () => undefined);
    socket.once('close', () => end('cut'));
    socket.once('data', (part: Buffer) => end(part.toString('latin1').slice(9, 12)));
    socket.write(head(port, attack));
    if (attack.slowly) {
      let at = 0;
      drip = setInterval(() => (stopped ? socket.destroy() : socket.write(attack.body!.subarray(at, (at += 1)))), attack.slowly);
    } else if (attack.body) socket.write(attack.body);
    else {
      const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
      drip = setInterval(() => socket.write(chunk), 1);
    }
  });
}

/** Connects and says nothing, or half a header. */
function halfOpen(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => Math.random() < 0.5 && socket.write('POST /sign-in HTTP/1.1\r\nX-A: '));
    socket.on('error', () => undefined).on('data', () => undefined);
    socket.on('close', () => resolve());
    const look = setInterval(() => stopped && socket.destroy(), 200);
    socket.on('close', () => clearInterval(look));
  });
}

const percentile = (sorted: readonly number[], share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN) * 10) / 10;

// In a process of its own: what the attackers' own work takes away would be counted as the portal's.
const asking = `const [url, ms] = process.argv.slice(1); const times = []; const end = Date.now() + Number(ms);
while (Date.now() < end) { const start = performance.now(); await (await fetch(url + '/healthz')).text(); times.push(performance.now() - start); await new Promise((resolve) => setTimeout(resolve, 10)); }
process.stdout.write(JSON.stringify(times));`;

function askHealth(url: string, milliseconds: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', asking, url, String(milliseconds)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.once('close', (code) => (code === 0 ? resolve((JSON.parse(text) as number[]).sort((one, other) => one - other)) : reject(new Error('nobody could ask for the health'))));
  });
}

const told = (times: readonly number[]) => ({ asked: times.length, 'median ms': percentile(times, 0.5), 'p99 ms': percentile(times, 0.99), 'slowest ms': percentile(times, 1) });

const folder = mkdtempSync(join(tmpdir(), 'murmur-siege-'));
const cookie = await prepare(folder);
const server = await startPortal(folder);
const port = Number(new URL(server.url).port);
try {
  const quiet = await askHealth(server.url, 3_000);
  const before = server.memory();
  let most = before;
  const all = attacks(cookie);
  const [slow, fast] = [all.filter(({ slowly }) => slowly), all.filter(({ slowly }) => !slowly)];
  const lanes = Array.from({ length: connections }, async (_, lane) => {
    const kinds = lane < 16 ? slow : fast;
    for (let round = lane; !stopped; round += 1) await (lane < 8 ? halfOpen(port) : attackOnce(port, kinds[round % kinds.length]!));
  });
  const watch = setInterval(() => (most = Math.max(most, server.memory())), 250);
  const [cpu, start] = [server.cpu(), performance.now()];
  const besieged = await askHealth(server.url, seconds * 1000);
  const busy = (server.cpu() - cpu) / ((performance.now() - start) / 1000);
  stopped = true;
  clearInterval(watch);
  await Promise.race([Promise.all(lanes), new Promise((resolve) => setTimeout(resolve, 3_000))]);
  console.table({ quiet: told(quiet), besieged: told(besieged) });
  console.table(Object.fromEntries([...answered].sort().map(([what, count]) => [what, { count }])));
  console.table([
    { goal: '/healthz p99 at most 100 ms', measured: `${told(besieged)['p99 ms']} ms`, reached: told(besieged)['p99 ms'] <= 100 },
    { goal: 'memory grows by at most 100 MB', measured: `${Math.round(before)} → ${Math.round(most)} MiB`, reached: most - before <= 100 },
    { goal: 'no failure of the portal', measured: `${[...answered].filter(([what]) => what.startsWith('500')).length} kinds`, reached: ![...answered.keys()].some((what) => what.startsWith('500')) },
  ]);
  console.log(`processor of the portal ${Math.round(busy * 100)} % of one`);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
