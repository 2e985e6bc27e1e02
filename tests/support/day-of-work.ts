// A portal in a process of its own that does a day's work, and whoever uses it: what was not acknowledged before a stop is asked for again,
// as people do. day-of-work.ts FOLDER CLIENT: what clients keep lies in CLIENT, on another disk.
//
// Printed: `begin STEP KIND`, `ack STEP MILLISECONDS`, and once `found` with what a start found. The file `stop` in CLIENT says where this run ends: `SIGNAL KIND NTH MILLISECONDS`.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { drawPaper, finishPaper, type Draw } from '#app/ballot/paper.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { dropBallot, issuePaper, offerPaper } from '#app/services/responses.server.ts';
import { importPeople } from '#app/services/organisation/import-people.server.ts';
import { commitPlan, startPlan } from '#app/services/plans.server.ts';
import { closeSurvey, sealSurvey, startSurveys } from '#app/services/publication.server.ts';
import { sealWith, type TakenPaper } from '#app/services/privacy/rehearse.server.ts';
import { actorFor } from './people.ts';
import { foundIn } from './found-after-stop.ts';
import { newcomersUntil } from './newcomers.ts';
import { wished } from './wished-plan.ts';
import '#app/text/all.server.ts';

const [folder = '', client = ''] = process.argv.slice(2);
const kept = (name: string) => join(client, name);
const contentOf = (name: string) => (existsSync(kept(name)) ? readFileSync(kept(name), 'utf8') : '');
/** Whole or not at all: the client is stopped with the portal. */
function keep(name: string, content: string | Uint8Array): void {
  writeFileSync(kept(`${name}.half`), content);
  renameSync(kept(`${name}.half`), kept(name));
}

const say = (line: string) => void writeSync(1, `${line}\n`);

const acknowledged = new Set(contentOf('acknowledged').split('\n'));
const [signal = '', stopKind = '', nth = '0', milliseconds = '0'] = contentOf('stop').split(' ');
let left = Number(nth);

// A thread of its own stops the process in the middle of whatever its main thread does, to the fraction of a millisecond.
const bell = new Int32Array(new SharedArrayBuffer(8));
const hangman = `
  const { workerData: { bell, signal, after } } = require('node:worker_threads');
  Atomics.wait(bell, 0, 0);
  if (after > 0) Atomics.wait(bell, 1, 0, after);
  require('node:fs').writeSync(1, 'stopped\\n');
  process.kill(process.pid, signal);
`;
if (signal !== '') new Worker(hangman, { eval: true, workerData: { bell, signal, after: Number(milliseconds) } }).unref();

function begin(step: string, kind: string): void {
  say(`begin ${step} ${kind}`);
  if (kind !== stopKind || left < 0) return;
  if (left === 0) {
    Atomics.store(bell, 0, 1);
    Atomics.notify(bell, 0);
  }
  left -= 1;
}

type Ended<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string };

/** `already`: the refusal with which a portal answers what it had done and could not say any more. */
async function step(name: string, kind: string, work: () => Promise<Ended<unknown>>, already = ''): Promise<void> {
  if (acknowledged.has(name)) return;
  begin(name, kind);
  const before = performance.now();
  const ended = await work();
  if (!ended.ok && ended.because !== already) throw new Error(`${name}: ${ended.because}`);
  say(`ack ${name} ${(performance.now() - before).toFixed(2)}`);
}

function given<T>(outcome: Ended<T>): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

begin('start', 'start');
const started = performance.now();
const config = { ...readConfig({ dataFolder: folder, port: 3000 }, { MURMUR_TZ: 'UTC' }), buildFolder: join(folder, 'build') };
const app = await openApp(config, () => new Date('2026-11-22T12:00:00Z'));
await (await startSurveys(app)).closing;
say(`ack start ${(performance.now() - started).toFixed(2)}`);
say(`found ${JSON.stringify(await foundIn(app))}`);

interface KeptPaper {
  readonly serial: string;
  readonly blinded: string;
  readonly inverse: string;
}

/** As a browser keeps it: drawn and written down before anything is asked for. */
async function drawn(personId: string, key: string): Promise<Draw> {
  const name = `${personId}.paper`;
  if (!existsSync(kept(name))) {
    const draw = given(await drawPaper(key));
    const text = Object.fromEntries(Object.entries(draw as unknown as Record<string, Uint8Array>).map(([part, value]) => [part, Buffer.from(value).toString('hex')]));
    keep(name, JSON.stringify(text));
  }
  const { serial, blinded, inverse } = JSON.parse(readFileSync(kept(name), 'utf8')) as KeptPaper;
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
  return { serial: bytes(serial), blinded: bytes(blinded), inverse: bytes(inverse) };
}

async function paperOf(personId: string): Promise<Ended<TakenPaper>> {
  const offer = await offerPaper(app, personId, 'pulse');
  if (!offer.ok) return offer;
  const { block, key } = offer.value;
  const draw = await drawn(personId, key);
  const signature = await issuePaper(app, personId, { surveyId: 'pulse', blinded: Buffer.from(draw.blinded), reissue: false });
  if (!signature.ok) return signature;
  return { ok: true, value: { personId, surveyId: 'pulse', block, draw, signature: signature.value, paper: given(await finishPaper(key, draw, signature.value)) } };
}

async function drop(personId: string, version: number): Promise<void> {
  const body = `${personId}.${version}`;
  const name = `ballot ${body}`;
  if (acknowledged.has(name)) return;
  if (!existsSync(kept(`${body}.body`))) keep(`${body}.body`, await sealWith(app, given(await paperOf(personId)), { 'PAY-01': version }));
  const bytes = readFileSync(kept(`${body}.body`));
  keep(`${body}.receipt`, createHash('sha256').update(bytes).digest('hex'));
  await step(name, version === 1 ? 'drop' : 'replace', () => dropBallot(app, 'pulse', bytes));
}

async function plan(): Promise<Ended<unknown>> {
  const head = await actorFor(app, 'north-1');
  return commitPlan(app, head, given(await startPlan(app, head, wished())).planId);
}

async function newcomers(turn: number): Promise<Ended<unknown>> {
  const { imported, report } = await importPeople(app, null, newcomersUntil(turn));
  return imported ? { ok: true, value: null } : { ok: false, because: JSON.stringify(report.problems) };
}

await step('sealed', 'seal', () => sealSurvey(app, 'pulse'), 'not-a-draft');
if (!acknowledged.has('closed') && (await app.data.surveys.get('pulse'))?.state === 'sealed') {
  for (let number = 1; number <= 12; number += 1) {
    const person = `operations-${number}`;
    await step(`paper ${person}`, 'issue', () => paperOf(person));
    await drop(person, 1);
    if (number % 3 === 0) await drop(`operations-${number - 1}`, 2);
    if (number === 5) await step('plan', 'plan', plan, 'wrong-state');
    if (number % 4 === 0) await step(`newcomers ${number / 4}`, 'import', () => newcomers(number / 4));
  }
  for (let number = 7; number <= 12; number += 1) await drop(`operations-${number}`, 3);
}
await step('closed', 'close', () => closeSurvey(app, 'pulse'));
process.exit(0);
