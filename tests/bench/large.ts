// A large company: how long the dry run of its people file takes and for how long nothing else had its turn meanwhile, what its pages weigh,
// and what the keys of its groups cost. `npm run build` before.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import '#app/text/all.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { reviewStage } from '#app/services/organisation/import-staged.server.ts';
import { newStage } from '#app/services/organisation/stage-files.server.ts';
import { newKeys } from '#app/services/publication/make-keys.server.ts';
import { openData } from '#db/index.server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft } from '#tests/support/drafts.ts';
import { workbook } from '#tests/support/workbook.ts';
import { startPortal } from './server.ts';
import { watched, type Stall } from './stalls.ts';

const divisions = 40;
const round = (value: number) => Math.round(value * 100) / 100;
const teamsOf = (people: number) => people / 25;
const header = ['employee_id', 'name', 'email', 'department', 'manager_id', 'site'];

const lineOf = (at: number, teams: number) => [`E${at}`, `Person ${at} of Amber`, `p${at}@amber.example`, `Amber / Division ${(at % teams) % divisions} / Team ${at % teams}`, at < teams ? '' : `E${at % teams}`, `Site ${at % 7}`];

export type FileKind = 'csv' | 'xlsx';

function peopleFile(people: number, kind: FileKind): Uint8Array {
  const rows = [header, ...Array.from({ length: people }, (_, at) => lineOf(at, teamsOf(people)))];
  return kind === 'csv' ? new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n')) : workbook({ People: rows });
}

/** The whole of it is here already but for every tenth person, so that there is something to compare. */
async function seed(folder: string, people: number): Promise<void> {
  const data = await openData(join(folder, 'murmur.sqlite'));
  const teams = teamsOf(people);
  await data.organisation.save({ name: 'Amber', languages: ['en', 'zh-Hans', 'zh-Hant'], language: 'en', k: 5, created: '2026-01-01', timeZone: 'UTC' });
  await data.departments.saveAll([
    aDepartment('amber', { name: 'Amber', code: 'Amber' }),
    ...Array.from({ length: divisions }, (_, at) => aDepartment(`division-${at}`, { parentId: 'amber', name: `Division ${at}`, code: `Amber / Division ${at}`, position: at })),
    ...Array.from({ length: teams }, (_, at) => aDepartment(`team-${at}`, { parentId: `division-${at % divisions}`, name: `Team ${at}`, code: `Amber / Division ${at % divisions} / Team ${at}`, position: at })),
  ]);
  const here = Array.from({ length: people }, (_, at) => at).filter((at) => at % 10 !== 9);
  await data.people.saveAll(here.map((at) => aPerson(`person-${at}`, { employeeId: `E${at}`, name: `Person ${at} of Amber`, email: `p${at}@amber.example`, departmentId: `team-${at % teams}` })));
  await data.roles.grant('person-0', 'hr');
  await data.sessions.save({ tokenHash: createHash('sha256').update('bench').digest('base64url'), personId: 'person-0', createdOn: day('2026-01-01'), expiresOn: day('2099-01-01') });
  await data.surveys.add(aDraft('pulse', { opens: day('2099-01-05'), closes: day('2099-01-12') }));
  await data.close();
}

async function dryRun(people: number, kind: FileKind): Promise<Stall> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-large-'));
  try {
    await seed(folder, people);
    const app = await openApp(readConfig({ dataFolder: folder, port: 3000 }, { MURMUR_TZ: 'UTC' }));
    const stage = newStage(app);
    // In a process of its own: what writing the file leaves to be collected is none of the dry run's.
    inProcess('file', String(people), kind, join(stage.folder, 'people'));
    const row = await watched(`dry run, ${kind.toUpperCase()}`, async () => {
      const review = await reviewStage(app, stage.id, 600_000);
      if (!review || !('difference' in review) || review.problemCount > 0) throw new Error(JSON.stringify(review).slice(0, 500));
      return review.people;
    });
    await app.data.close();
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own. */
export function dryRunTimes(sizes: readonly number[] = [20_000, 100_000]): Stall[] {
  return sizes.flatMap((people) => (['csv', 'xlsx'] as const).map((kind) => JSON.parse(inProcess('dry', String(people), kind)) as Stall));
}

const inProcess = (...args: string[]): string =>
  execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), ...args], { encoding: 'utf8', maxBuffer: 1 << 24 }).trim().split('\n').at(-1)!;

export interface LargePage {
  readonly people: number;
  readonly page: string;
  readonly ms: number;
  readonly 'HTML kB': number;
}

const pages = ['/people', '/people?department=division-3', '/people/departments', '/people/departments?within=division-3', '/surveys/pulse', '/surveys/pulse/edit', '/surveys/pulse/seal'];

export async function largePages(sizes: readonly number[] = [20_000, 100_000]): Promise<LargePage[]> {
  const rows: LargePage[] = [];
  for (const people of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'murmur-large-'));
    await seed(folder, people);
    const portal = await startPortal(folder);
    for (const page of pages) {
      const start = performance.now();
      const reply = await fetch(portal.url + page, { headers: { cookie: 'murmur_session=bench' }, redirect: 'manual' });
      const bytes = (await reply.arrayBuffer()).byteLength;
      if (!reply.ok) throw new Error(`${reply.status} ${page}`);
      rows.push({ people, page, ms: Math.round(performance.now() - start), 'HTML kB': Math.round(bytes / 1000) });
    }
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

export interface KeyCost {
  readonly keys: number;
  readonly threads: number;
  readonly 'took s': number;
  readonly 'CPU s a key': number;
}

async function keyCost(keys: number): Promise<KeyCost> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-keys-'));
  try {
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    await newKeys({ dataFolder: folder, survey: 'pulse' }, keys, { progress: () => undefined });
    const { user, system } = process.cpuUsage(cpu);
    return { keys, threads: Math.min(availableParallelism(), keys), 'took s': round((performance.now() - start) / 1000), 'CPU s a key': round((user + system) / 1e6 / keys) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const keyCosts = (keys = 150): KeyCost => JSON.parse(inProcess('keys', String(keys))) as KeyCost;

if (process.argv[1]?.endsWith('bench/large.ts')) {
  const [what, size, kind, path] = process.argv.slice(2);
  if (what === 'file') writeFileSync(path!, peopleFile(Number(size), kind as FileKind));
  else if (what === 'dry') console.log(JSON.stringify(await dryRun(Number(size), kind as FileKind)));
  else if (what === 'keys') console.log(JSON.stringify(await keyCost(Number(size))));
  else {
    console.table(dryRunTimes());
    console.table(await largePages());
    console.table([keyCosts()]);
  }
}
