// How long a drop takes while others keep the portal busy: fifty people reading full results while letters are written and sent; then an
// import of changed people, a sealing and a tally. Beside it, at the same time and on the same disk, a bare synced overwrite.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, fdatasync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import '#app/text/all.server.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import type { Survey } from '#app/domain/surveys/survey.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { oweLetters } from '#app/services/notifications/owe-letters.server.ts';
import { sealSurvey } from '#app/services/publication.server.ts';
import { rehearse, sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { aDraft } from '#tests/support/drafts.ts';
import { prepareWaves } from './results.ts';
import { startPortal, type BenchServer } from './server.ts';

export interface Beside {
  readonly beside: string;
  readonly drops: number;
  readonly 'drop median ms': number;
  readonly 'drop p99 ms': number;
  readonly 'drop slowest ms': number;
  readonly 'overwrite median ms': number;
  readonly 'overwrite p99 ms': number;
}

const size = { people: 10_000, waves: 12, readers: 50, bodies: 400, imported: 100_000 } as const;
const day = 86_400_000;

const peopleFile = () => {
  const rows = Array.from({ length: size.imported }, (_, at) => `N${at},New Person ${at},n${at}@amber.example,Company / Team ${at % 200}`);
  const here = Array.from({ length: 50 }, (_, seat) => `team-0-0-${seat},Person ${seat},team-0-0-${seat}@amber.example,Company / Team 1`);
  return ['employee_id,name,email,department', ...here, ...rows].join('\n');
};

async function prepare(folder: string): Promise<Uint8Array[]> {
  await prepareWaves(folder, size.people, size.waves);
  const config = readConfig({ dataFolder: folder, port: 3000 }, {});
  // A survey that was over yesterday waits for its tally.
  const before = await openApp(config, () => new Date(Date.now() - 3 * day));
  await seal(before, 'over', { opens: before.today(), closes: addDays(before.today(), 2) });
  await rehearse(before, 'over', Array.from({ length: 300 }, (_, at) => ({ personId: `team-${at % 10}-${at % 20}-${Math.floor(at / 20)}`, answers: { 'PAY-01': 1 + (at % 5) } })));
  await letGo(before);
  await before.data.close();
  const app = await openApp(config);
  await seal(app, 'pulse', { opens: app.today(), closes: addDays(app.today(), 7) });
  await app.data.surveys.add(draftOf('other', { opens: app.today(), closes: addDays(app.today(), 7) }));
  const people = (await app.data.people.all()).map(({ id }) => id);
  const bodies: Uint8Array[] = [];
  for (const id of people.slice(0, size.bodies)) bodies.push(await sealWith(app, await takePaper(app, 'pulse', id), { 'PAY-01': 3 }));
  await app.data.transaction((stores) => oweLetters(app, stores, { occasion: 'opening', surveyId: 'pulse', asks: true, about: null, people }));
  await letGo(app);
  await app.data.close();
  mkdirSync(join(folder, 'uploads', 'bench'), { recursive: true });
  writeFileSync(join(folder, 'uploads', 'bench', 'people'), peopleFile());
  return bodies;
}

/** With groups of three hundred or more: making a key for each of two hundred teams, three times, would be most of the bench. */
function draftOf(id: string, days: Pick<Survey, 'opens' | 'closes'>): Survey {
  const draft = aDraft(id, days);
  return { ...draft, definition: { ...draft.definition, k: 300 } };
}

async function seal(app: App, id: string, days: Pick<Survey, 'opens' | 'closes'>): Promise<void> {
  await app.data.surveys.add(draftOf(id, days));
  const sealed = await sealSurvey(app, id);
  if (!sealed.ok) throw new Error(sealed.because);
}

const at = (sorted: readonly number[], share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN) * 10) / 10;
const sorted = (times: readonly number[]) => [...times].sort((one, other) => one - other);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const synced = promisify(fdatasync);

async function drop(portal: BenchServer, body: Uint8Array): Promise<void> {
  const reply = await fetch(`${portal.url}/box/pulse`, { method: 'POST', headers: { origin: portal.url }, body: body as never });
  await reply.arrayBuffer();
  if (reply.status !== 204) throw new Error(`a drop was answered with ${reply.status}`);
}

/** Drops and bare overwrites take turns, some milliseconds apart, until `over` says so: both have the same neighbours. */
async function measured(portal: BenchServer, folder: string, { bodies, beside, over }: { bodies: readonly Uint8Array[]; beside: string; over: () => boolean }): Promise<Beside> {
  const file = openSync(join(folder, 'floor'), 'w+');
  writeSync(file, randomBytes(1 << 20));
  const [drops, overwrites]: [number[], number[]] = [[], []];
  for (let round = 0; round < 100 || !over(); round += 1) {
    const start = performance.now();
    await drop(portal, bodies[round % bodies.length]!);
    drops.push(performance.now() - start);
    const bare = performance.now();
    writeSync(file, randomBytes(8192), 0, 8192, (round % 128) * 8192);
    await synced(file);
    overwrites.push(performance.now() - bare);
    await pause(15);
  }
  closeSync(file);
  const [dropped, overwritten] = [sorted(drops), sorted(overwrites)];
  return { beside, drops: drops.length, 'drop median ms': at(dropped, 0.5), 'drop p99 ms': at(dropped, 0.99), 'drop slowest ms': at(dropped, 1), 'overwrite median ms': at(overwritten, 0.5), 'overwrite p99 ms': at(overwritten, 0.99) };
}

// In a process of its own: what the readers' own work takes away would be counted as the portal's.
const reading = `const [url, lanes] = process.argv.slice(1); let n = 0;
const lane = async () => { for (;;) { const r = await fetch(url, { headers: { cookie: 'murmur_session=bench' } }).catch(() => null); if (!r) return; await r.arrayBuffer(); if (!r.ok) throw new Error(String(r.status)); } };
for (let i = 0; i < Number(lanes); i += 1) lane();`;

async function besideWork(portal: BenchServer, folder: string, bodies: readonly Uint8Array[]): Promise<Beside> {
  const post = (path: string, form: Record<string, string> = {}) => fetch(portal.url + path, { method: 'POST', redirect: 'manual', headers: { cookie: 'murmur_session=bench', origin: portal.url }, body: new URLSearchParams(form) });
  // The tally of the survey that is over has begun with the start.
  let under = 2;
  const ended = () => void (under -= 1);
  const importing = post('/people/import/bench').then(async () => {
    const state = async () => (await fetch(`${portal.url}/people/import/bench`, { redirect: 'manual', headers: { cookie: 'murmur_session=bench' } })).status;
    while ((await state()) === 200) await pause(500);
  });
  importing.then(ended, ended);
  const sealing = post('/surveys/other/seal', { override: 'For the bench.' }).then(async (reply) => {
    if (reply.status >= 400) throw new Error(`sealing was answered with ${reply.status}`);
  });
  sealing.then(() => pause(10_000)).then(ended, ended);
  const row = await measured(portal, folder, { bodies, beside: '100,000 people imported, a survey sealed and another tallied', over: () => under === 0 });
  await Promise.all([importing, sealing]);
  return row;
}

async function besideReaders(portal: BenchServer, folder: string, bodies: readonly Uint8Array[]): Promise<Beside> {
  const readers = spawn(process.execPath, ['--input-type=module', '-e', reading, `${portal.url}/results/wave-${size.waves - 1}/full`, String(size.readers)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const end = Date.now() + 90_000;
  const row = await measured(portal, folder, { bodies, beside: '50 clients reading full results, letters written and sent', over: () => Date.now() > end });
  readers.kill();
  return row;
}

const parts = { work: besideWork, readers: besideReaders };

export async function dropsBeside(wanted = Object.keys(parts) as (keyof typeof parts)[]): Promise<Beside[]> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-beside-'));
  const mail = new Worker(fileURLToPath(new URL('mail-sink.mjs', import.meta.url)));
  const mailPort = await new Promise<number>((resolve) => mail.once('message', resolve));
  try {
    const bodies = await prepare(folder);
    process.env['MURMUR_SMTP'] = `smtp://127.0.0.1:${mailPort}`;
    const portal = await startPortal(folder);
    const rows: Beside[] = [];
    // A survey that is open is open all day: the first ballots after a start read its keys and its box.
    for (const body of bodies.slice(0, 30)) await drop(portal, body);
    for (const part of wanted) rows.push(await parts[part](portal, folder, bodies));
    await portal.stop();
    return rows;
  } finally {
    delete process.env['MURMUR_SMTP'];
    await mail.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npx tsx tests/bench/beside.ts [work] [readers]` */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2) as (keyof typeof parts)[];
  console.table(await (named.length > 0 ? dropsBeside(named) : dropsBeside()));
}
