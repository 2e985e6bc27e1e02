// npm run soak [-- MINUTES]: people visit the real server as in a busy week, again and again: employees read, papers are taken, ballots are
// dropped and changed, HR reads results. Prints every minute what the process holds, and at the end whether it has grown. Run `npm run build`
// before. Ctrl-C ends it in order.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#app/text/all.server.ts';
import type { Fetch } from '#app/ballot/drop.ts';
import { dropBallot } from '#app/ballot/drop.ts';
import { askOffer, askSignature } from '#app/ballot/issuance.ts';
import { fetchManifest } from '#app/ballot/manifest.ts';
import { drawPaper, finishPaper } from '#app/ballot/paper.ts';
import { sealBallot } from '#app/ballot/seal.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { foundLantern, guide, guides } from '#app/services/installation/found-demo.server.ts';
import { cookieOf } from '#tests/support/visit.ts';
import { freePort } from '#tests/support/free-port.ts';

const minutes = Number(process.argv[2] ?? 30);
if (!(minutes > 0)) throw new Error('npm run soak -- MINUTES: a number of minutes is needed');
const lanes = 8;

interface Company {
  readonly people: readonly string[];
  readonly hr: string;
  readonly survey: string;
  readonly manifest: string;
  readonly release: string;
}

async function prepare(dataFolder: string): Promise<Company> {
  const app = await openApp(readConfig({ dataFolder, port: 3000, demo: true }, {}));
  await foundLantern(app, () => undefined);
  const open = (await app.data.surveys.inState('sealed'))[0]!;
  const hr = (await guide(app, guides.hr)).personId;
  const ids = (await app.data.people.current()).map(({ id }) => id).filter((id) => id !== hr);
  const people: string[] = [];
  for (const id of ids) people.push(await cookieOf(app, id));
  const closed = (await app.data.surveys.inState('closed')).at(-1)!;
  const company = { people, hr: await cookieOf(app, hr), survey: open.id, manifest: open.manifestHash!, release: closed.id };
  await letGo(app);
  await app.data.close();
  return company;
}

const script = (built: string) => `
  const { serve } = await import(${JSON.stringify(built)});
  const running = await serve({ demo: true });
  process.on('message', (word) => {
    if (word === 'stop') return running.stop().then((inOrder) => process.exit(inOrder ? 0 : 1));
    globalThis.gc();
    process.send(process.memoryUsage());
  });
  process.send('ready');
`;

interface Held {
  /** MiB, after collecting. */
  readonly rss: number;
  readonly heap: number;
  /** Null where the system does not tell. */
  readonly files: number | null;
}

async function startServer(dataFolder: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const built = new URL('../../build/server/index.js', import.meta.url).href;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', script(built)], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), MURMUR_URL: url, MURMUR_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const told = () => new Promise<unknown>((resolve, reject) => (child.once('message', resolve), child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))));
  await told();
  const openFiles = () => {
    try {
      return readdirSync(`/proc/${child.pid}/fd`).length;
    } catch {
      return null;
    }
  };
  const held = async (): Promise<Held> => {
    const answer = told();
    child.send('held');
    const { rss, heapUsed } = (await answer) as NodeJS.MemoryUsage;
    return { rss: Math.round(rss / 2 ** 20), heap: Math.round(heapUsed / 2 ** 20), files: openFiles() };
  };
  const stop = () => new Promise<number | null>((resolve) => (child.once('exit', resolve), child.send('stop')));
  return { url, held, stop };
}

const tally = { page: 0, ballot: 0, hr: 0, failed: 0 };
const failures = new Map<string, number>();

function fail(what: string): void {
  tally.failed += 1;
  failures.set(what, (failures.get(what) ?? 0) + 1);
}

async function read(url: string, path: string, cookie: string, kind: 'page' | 'hr'): Promise<void> {
  const reply = await fetch(url + path, { headers: { cookie, accept: 'text/html' } }).catch(() => null);
  await reply?.arrayBuffer().catch(() => null);
  if (reply?.status === 200) tally[kind] += 1;
  else fail(`${path} ${reply?.status ?? 'no answer'}`);
}

interface Paper {
  readonly block: number;
  readonly paper: Parameters<typeof sealBallot>[0]['paper'];
}

/** Takes a paper as the page does; null where this person has one from before. */
async function takePaper(fetch: Fetch, manifest: Manifest, hash: string): Promise<Paper | null> {
  const offer = await askOffer(fetch, { manifest, hash });
  if (!offer.ok || offer.value.taken) return null;
  const draw = await drawPaper(offer.value.key);
  if (!draw.ok) return null;
  const signature = await askSignature(fetch, { survey: manifest.survey.id, blinded: draw.value.blinded, reissue: false });
  if (!signature.ok) return null;
  const paper = await finishPaper(offer.value.key, draw.value, signature.value);
  return paper.ok ? { block: offer.value.block, paper: paper.value } : null;
}

async function soak(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-soak-'));
  console.log('founding a company …');
  const company = await prepare(folder);
  const server = await startServer(folder);
  const until = performance.now() + minutes * 60_000;
  let stopped = false;
  process.once('SIGINT', () => (stopped = true));
  const goesOn = () => !stopped && performance.now() < until;
  const as = (cookie: string): Fetch => (path, init) =>
    fetch(server.url + path, { ...init, headers: { origin: server.url, ...(init.headers as Record<string, string>), ...(init.credentials !== 'omit' && { cookie }) } });
  const papers = new Map<string, Paper | null>();

  const ballot = async (cookie: string, points: number): Promise<void> => {
    const fetched = await fetchManifest(as(cookie), company.manifest, 'en');
    if (!fetched.ok) return fail(`manifest ${fetched.because}`);
    if (!papers.has(cookie)) papers.set(cookie, await takePaper(as(cookie), fetched.value, company.manifest));
    const taken = papers.get(cookie);
    // Who has answered before the soak began only reads.
    if (!taken) return;
    const question = fetched.value.questions.find(({ kind }) => kind === 'scale')!;
    const body = await sealBallot({ manifest: fetched.value, manifestHash: company.manifest, ...taken, answers: { [question.id]: points } as never });
    const dropped = body.ok ? await dropBallot({ fetch: as(cookie), survey: company.survey, body: body.value }) : body;
    if (dropped.ok) tally.ballot += 1;
    else fail(`ballot ${dropped.because}`);
  };

  const employeePages = ['/', '/results', `/results/${company.release}`, '/feed', `/results/${company.release}/method`, '/privacy'];
  const hrPages = ['/surveys', `/results/${company.release}/full`, `/results/${company.release}/questions`, '/people', '/people/letters', '/plans/figures', '/privacy/journal'];
  const lane = async (number: number): Promise<void> => {
    for (let round = number; goesOn(); round += lanes) {
      const cookie = company.people[round % company.people.length]!;
      await read(server.url, employeePages[round % employeePages.length]!, cookie, 'page');
      await ballot(cookie, (round % 5) + 1);
      if (round % 3 === 0) await read(server.url, hrPages[Math.floor(round / 3) % hrPages.length]!, company.hr, 'hr');
    }
  };

  const rows: (Held & { minute: number; visits: number; failed: number })[] = [];
  const row = async (minute: number) => {
    const held = await server.held();
    rows.push({ minute, ...held, visits: tally.page + tally.ballot + tally.hr, failed: tally.failed });
    console.log(`minute ${minute}: ${rows.at(-1)!.visits} visits (${tally.page} pages, ${tally.ballot} ballots, ${tally.hr} of HR), ${tally.failed} failed, RSS ${held.rss} MiB, heap ${held.heap} MiB, ${held.files ?? '–'} open files`);
  };
  await row(0);
  const running = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  for (let minute = 1; minute <= minutes && goesOn(); minute += 1) {
    const at = until - (minutes - minute) * 60_000;
    while (goesOn() && performance.now() < at) await new Promise((resolve) => setTimeout(resolve, 200));
    await row(minute);
  }
  await running;
  await row(rows.at(-1)!.minute + 1);
  const inOrder = (await server.stop()) === 0;
  rmSync(folder, { recursive: true, force: true });
  // The first minutes fill what is kept; a leak goes on after them.
  const settled = rows[Math.max(1, Math.ceil(rows.length / 3))]!;
  const last = rows.at(-1)!;
  const flat = (what: 'rss' | 'heap') => last[what] <= settled[what] * 1.1 + 10;
  const filesFlat = last.files === null || last.files <= settled.files! + 4;
  for (const [what, count] of failures) console.log(`failed ${count} times: ${what}`);
  console.table([
    { goal: 'no visit failed', measured: `${last.failed} of ${last.visits}`, reached: last.failed === 0 },
    { goal: 'memory is flat', measured: `${settled.rss} → ${last.rss} MiB`, reached: flat('rss') },
    { goal: 'heap is flat', measured: `${settled.heap} → ${last.heap} MiB`, reached: flat('heap') },
    { goal: 'open files are flat', measured: `${settled.files ?? '–'} → ${last.files ?? '–'}`, reached: filesFlat },
    { goal: 'ends in order', measured: inOrder ? 'yes' : 'no', reached: inOrder },
  ]);
  return last.failed === 0 && flat('rss') && flat('heap') && filesFlat && inOrder;
}

process.exit((await soak()) ? 0 : 1);
