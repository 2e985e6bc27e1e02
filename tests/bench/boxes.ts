// How long it takes to seal for a large company, how much disk that is, and how long a portal looks through a large box when it starts
// after a kill: reads every record and verifies every paper. Each in a process of its own.
import { constants, randomBytes, randomInt, sign } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, makeBox, openSlots, placeOf, readBlockKeys, type Filled } from '#db/boxes.server.ts';
import { bodyBytes, encapsulatedBytes, writeBallot } from '#app/domain/responses/ballot-format.ts';
import { openBallotBox } from '#app/services/responses/ballot-box.server.ts';
import { blockKeyOf } from '#app/services/responses/sign-papers.server.ts';
import { newKeys } from '#app/services/publication/make-keys.server.ts';

export interface BoxTimes {
  readonly people: number;
  readonly 'sealed in CPU s': number;
  readonly 'bytes a person': number;
  readonly records: number;
  readonly ballots: number;
  readonly 'opened in s': number;
}

interface Large {
  readonly people: number;
  readonly blocks: number;
}

const survey = 'pulse';
const round = (value: number) => Math.round(value * 100) / 100;
const invitedOf = ({ people, blocks }: Large) => Array.from({ length: blocks }, () => people / blocks);

async function sealFor(folder: string, { people, blocks }: Large): Promise<void> {
  const start = process.cpuUsage();
  const keys = await newKeys({ dataFolder: folder, survey }, blocks, { progress: () => undefined });
  const roll = Array.from({ length: people }, (_, index) => ({ person: randomBytes(16).toString('base64url'), block: index % blocks }));
  const names = Array.from({ length: people / blocks }, (_, index) => `Somebody Called ${index}`);
  await makeBox(folder, { survey, roll, blocks: Array.from({ length: blocks }, () => ({ salt: randomBytes(16).toString('base64url'), names })), boxKey: keys.box, sealedText: '{}' });
  const { user, system } = process.cpuUsage(start);
  tell({ seconds: (user + system) / 1e6 });
}

/** Ballots of half of what the box can hold, at random places: everybody with one. */
async function fill(folder: string, large: Large): Promise<void> {
  const place = placeOf(folder, survey);
  const keys = readBlockKeys(place.keys, large.blocks);
  const slots = openSlots(place.box, invitedOf(large));
  for (const [block, size] of slots.sizes.entries()) {
    const free = Array.from({ length: size }, (_, number) => number);
    const filled = Array.from({ length: large.people / large.blocks }, (): Filled => {
      const serial = randomBytes(32);
      const signature = sign('sha384', serial, { key: keys[block]!, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 });
      const body = writeBallot({ block, serial, signature, encapsulated: randomBytes(encapsulatedBytes), sealed: randomBytes(bodyBytes - 356) });
      return { block, number: free.splice(randomInt(free.length), 1)[0]!, body, digest: digestOf(body) };
    });
    await slots.write(filled);
  }
  slots.close();
}

async function open(folder: string, large: Large): Promise<void> {
  const start = performance.now();
  const place = placeOf(folder, survey);
  const slots = openSlots(place.box, invitedOf(large));
  const box = await openBallotBox(slots, readBlockKeys(place.keys, large.blocks).map(blockKeyOf));
  tell({ seconds: (performance.now() - start) / 1000, ballots: box.counts().reduce((sum, count) => sum + count), records: slots.sizes.reduce((sum, size) => sum + size) });
  box.close();
}

const tell = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);

interface Told {
  readonly seconds: number;
  readonly ballots: number;
  readonly records: number;
}

function inProcess(action: string, folder: string, { people, blocks }: Large): Told {
  const output = execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), action, folder, String(people), String(blocks)], { encoding: 'utf8' });
  return JSON.parse(output === '' ? '{}' : output) as Told;
}

export async function boxTimes(sealing: Large = { people: 20_000, blocks: 200 }, starting: Large = { people: 50_000, blocks: 50 }): Promise<BoxTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-bench-'));
  try {
    const { seconds } = inProcess('seal', folder, sealing);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).blocks * 512, 0);
    const other = join(folder, 'other');
    inProcess('seal', other, starting);
    inProcess('fill', other, starting);
    const opened = inProcess('open', other, starting);
    return { people: sealing.people, 'sealed in CPU s': round(seconds), 'bytes a person': Math.round(bytes / sealing.people), records: opened.records, ballots: opened.ballots, 'opened in s': round(opened.seconds) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('bench/boxes.ts')) {
  const [action, folder, people, blocks] = process.argv.slice(2);
  const large = { people: Number(people), blocks: Number(blocks) };
  const actions = { seal: sealFor, fill, open };
  if (folder === undefined) console.table([await boxTimes()]);
  else await actions[action as keyof typeof actions](folder, large);
}
