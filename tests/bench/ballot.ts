// The ballot's whole way through the built server: page, paper, drop; beside the sum of what it cannot cost less than, in the same run.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPaper, finishPaper, type Draw } from '#app/ballot/paper.ts';
import { sealBallot } from '#app/ballot/seal.ts';
import { addDays, day } from '#app/domain/kernel/day.ts';
import { bodyBytes, signatureBytes } from '#app/domain/responses/ballot-format.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { sealSurvey, type Sealed } from '#app/services/publication.server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft } from '#tests/support/drafts.ts';
import { overwriteFloor } from './floors.ts';
import { startBareNode, startPortal, type BenchServer } from './server.ts';

export interface BallotCost {
  readonly step: string;
  readonly 'per second': number;
  readonly 'server CPU ms': number;
  readonly 'bytes over the wire': number | null;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const atOnce = 16;
const teams = 20;

interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

function send(url: string, init: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { origin: new URL(url).origin, 'accept-encoding': 'br, gzip', ...(init.body && { 'content-length': String(init.body.length) }), ...init.headers };
    const sent = request(url, { agent, method: init.method ?? 'GET', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    sent.on('error', reject);
    sent.end(init.body);
  });
}

async function prepare(folder: string, people: number): Promise<{ sealed: Sealed; personIds: string[] }> {
  const app: App = await openApp({ ...readConfig({ dataFolder: folder, port: 3000 }, {}), dataFolder: folder });
  await app.data.organisation.save({ name: 'Company', languages: ['en'], language: 'en', k: 5, created: '2024-01-01T00:00:00.000Z', timeZone: null });
  const departments = [aDepartment('company'), ...Array.from({ length: teams }, (_, index) => aDepartment(`team-${index}`, { parentId: 'company', position: index }))];
  await app.data.departments.saveAll(departments);
  const personIds = Array.from({ length: people }, (_, index) => `person-${index}`);
  await app.data.people.saveAll(personIds.map((id, index) => aPerson(id, { departmentId: `team-${index % teams}` })));
  for (const personId of personIds) {
    const tokenHash = createHash('sha256').update(personId).digest('base64url');
    await app.data.sessions.save({ tokenHash, personId, createdOn: day('2024-01-01'), expiresOn: day('2099-01-01') });
  }
  await app.data.surveys.add(aDraft('pulse', { opens: app.today(), closes: addDays(app.today(), 7) }));
  const outcome = await sealSurvey(app, 'pulse');
  if (!outcome.ok) throw new Error(outcome.because);
  await letGo(app);
  await app.data.close();
  return { sealed: outcome.value, personIds };
}

/** Runs the work for every entry, several at once, and says what it cost the server. */
async function measured<T, R>(server: BenchServer, step: string, list: readonly T[], work: (one: T) => Promise<R>): Promise<{ cost: Omit<BallotCost, 'bytes over the wire'>; results: R[] }> {
  const results = new Array<R>(list.length);
  const [cpu, start] = [server.cpu(), performance.now()];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < list.length; index = next++) results[index] = await work(list[index]!);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const [spent, seconds] = [(server.cpu() - cpu) * 1000, (performance.now() - start) / 1000];
  return { cost: { step, 'per second': Math.round(list.length / seconds), 'server CPU ms': round(spent / list.length) }, results };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function given<T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

function expecting(status: number, reply: Reply): Reply {
  if (reply.status !== status) throw new Error(`${reply.status} ${reply.body.toString()}`);
  return reply;
}

/** One person's complete survey is the sum of the five steps. Every person votes once, after a tenth has voted and said the same again until
 * the server is as warm as one that has been open for a while. So many that all of them, sent as fast as a machine can, stay below what a
 * survey takes at once before it says that it is busy. */
export async function ballotCosts(people = 1_600): Promise<BallotCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-bench-'));
  const { sealed, personIds } = await prepare(folder, people);
  const { manifest, hash } = sealed;
  const portal = await startPortal(folder);
  const rows: BallotCost[] = [];
  const cookie = (personId: string) => ({ cookie: `murmur_session=${personId}` });
  const warm = personIds.slice(0, people / 10);
  const cold = personIds.slice(people / 10);
  const both = async <T, R>(step: string, lists: readonly [readonly T[], readonly T[]], work: (one: T) => Promise<R>, bytes: (result: R) => number | null): Promise<R[]> => {
    const before = (await measured(portal, step, lists[0], work)).results;
    for (let again = lists[0].length; again < 2 * lists[1].length; again += lists[0].length) await measured(portal, step, lists[0], work);
    const { cost, results } = await measured(portal, step, lists[1], work);
    rows.push({ ...cost, 'bytes over the wire': bytes(results[0]!) });
    return [...before, ...results];
  };
  const size = (reply: Reply) => reply.body.length;
  const all = [warm, cold] as const;
  await both('page', all, async () => expecting(200, await send(`${portal.url}/ballot/${manifest.pages.en}`)), size);
  await both('manifest', all, async () => expecting(200, await send(`${portal.url}/manifest/${hash}`)), size);
  const offers = await both('paper: offer', all, async (id) => expecting(200, await send(`${portal.url}/paper/pulse`, { headers: cookie(id) })), size);
  const offerTo = async (id: string) => JSON.parse((await send(`${portal.url}/paper/pulse`, { headers: { ...cookie(id), 'accept-encoding': 'identity' } })).body.toString()) as { block: number; key: string };
  // Made before the clock runs: what the browser does is measured in the browser.
  const draws: { id: string; draw: Draw; block: number; key: string }[] = [];
  for (const id of personIds) {
    const { block, key } = await offerTo(id);
    draws.push({ id, block, key, draw: given(await drawPaper(key)) });
  }
  const signatures = await both('paper: signature', [draws.slice(0, warm.length), draws.slice(warm.length)], async ({ id, draw }) => expecting(200, await send(`${portal.url}/paper/pulse`, { method: 'POST', headers: cookie(id), body: draw.blinded })), size);
  const bodies: Uint8Array[] = [];
  for (const [index, { draw, block, key }] of draws.entries()) {
    const paper = given(await finishPaper(key, draw, signatures[index]!.body));
    bodies.push(given(await sealBallot({ manifest, manifestHash: hash, block, paper, answers: { 'PAY-01': 1 + (index % 5) } })));
  }
  await both('drop', [bodies.slice(0, warm.length), bodies.slice(warm.length)], async (body) => expecting(204, await send(`${portal.url}/box/pulse`, { method: 'POST', body })), () => bodyBytes);
  rows.push({ step: 'complete survey', 'per second': NaN, 'server CPU ms': round(rows.reduce((sum, row) => sum + row['server CPU ms'], 0)), 'bytes over the wire': null });
  process.stderr.write(`memory after load: ${Math.round(portal.memory())} MiB; ${offers.length} offers\n`);
  await portal.stop();
  const sizes = ['page', 'manifest', 'paper: offer', 'paper: signature'].map((step) => rows.find((row) => row.step === step)!['bytes over the wire']!);
  rows.push(...(await floors(folder, cold, sizes)));
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

/** The requests and replies are those of a complete survey: page, manifest, offer, signature and drop, with as many bytes each way. The private
 * operation is done by the server that replies: beside it the clients are busy too, and a processor shared costs more for the same work.
 * Of the two records that have to be on the disk, paper and ballot, only the ballot's is counted. */
async function floors(folder: string, people: readonly string[], sizes: readonly number[]): Promise<BallotCost[]> {
  const none = { 'bytes over the wire': null };
  const signs = sizes.length - 1;
  const bare = await startBareNode([...sizes, 0], signs);
  const rows: BallotCost[] = [];
  for (const [index, size] of [...sizes, 0].entries()) {
    const body = index < signs ? null : randomBytes(index === signs ? signatureBytes : bodyBytes);
    const once = () => send(`${bare.url}/${index}`, body ? { method: 'POST', body } : {});
    await measured(bare, '', people, once);
    const { cost } = await measured(bare, `floor: plain node, ${body ? `reading ${body.length} bytes, ` : ''}${size} bytes${index === signs ? ' and one RSA private operation' : ''}`, people, once);
    rows.push({ ...cost, 'bytes over the wire': size });
  }
  await bare.stop();
  const overwrite = overwriteFloor(folder);
  const all = [...rows, { ...overwrite, ...none, step: `floor: ${overwrite.step}` }];
  return [...all, { step: 'sum of floors', 'per second': NaN, 'server CPU ms': round(all.reduce((sum, row) => sum + row['server CPU ms'], 0)), ...none }];
}

if (process.argv[1]?.endsWith('bench/ballot.ts')) console.table(await ballotCosts(Number(process.argv[2] ?? 2_000)));
