// What the program does by itself, in a large company, and the longest time for which nothing else had its turn meanwhile: writing and
// sending invitations, the work of a day, sealing, closing with a tally, an import of changed people. In a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import '#app/text/all.server.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { jobsOf } from '#app/main.server.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { openMailer } from '#app/platform/mailer.server.ts';
import { letGo } from '#app/services/responses.server.ts';
import { importPeople } from '#app/services/organisation/import-people.server.ts';
import { beginImport, takeStand } from '#app/services/organisation/import-staged.server.ts';
import { newStage } from '#app/services/organisation/stage-files.server.ts';
import { inviteToOpenSurveys } from '#app/services/notifications/invite.server.ts';
import { closeSurvey, sealSurvey } from '#app/services/publication.server.ts';
import { sendLetters } from '#app/services/notifications/send-letters.server.ts';
import { actorOfPerson } from '#app/services/access.server.ts';
import { aDraft } from '#tests/support/drafts.ts';

export interface Stall {
  readonly work: string;
  readonly count: number;
  readonly 'took s': number;
  readonly 'longest stall ms': number;
  /** The same, less what the machine gave to others: it is shared. */
  readonly 'without waiting for the processor ms': number;
}

interface Large {
  readonly asked: number;
  readonly imported: number;
}

const round = (value: number) => Math.round(value * 10) / 10;
const people = { header: 'employee_id,name,email,department,manager_id,site', teams: 100 } as const;

function peopleFile(count: number, version: string): Uint8Array {
  const { teams, header } = people;
  const rows = Array.from({ length: count }, (_, at) => `E${at},Person ${at} ${version},p${at}@amber.example,Amber / Team ${at % teams},${at < teams ? '' : `E${at % teams}`},Site ${version}`);
  return new TextEncoder().encode([header, ...rows].join('\n'));
}

const resolution = 5;

/** Nanoseconds for which the main thread was ready and the machine gave the processor to others. */
function waitedForProcessor(): number {
  const told = /^\d+ (\d+)/.exec(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8'));
  return Number(told?.[1] ?? 0);
}

/** Looks every few milliseconds how late it is, and whose fault that was. */
function ownStalls(): { end(): number } {
  let [last, waited, longest] = [performance.now(), waitedForProcessor(), 0];
  const look = () => {
    const [now, waitedNow] = [performance.now(), waitedForProcessor()];
    longest = Math.max(longest, now - last - resolution - (waitedNow - waited) / 1e6);
    [last, waited] = [now, waitedNow];
  };
  const clock = setInterval(look, resolution);
  return {
    end: () => {
      look();
      clearInterval(clock);
      return longest;
    },
  };
}

export async function watched(work: string, run: () => Promise<number>): Promise<Stall> {
  const delay = monitorEventLoopDelay({ resolution });
  // What came before is over.
  await new Promise((resolve) => setTimeout(resolve, 200));
  delay.enable();
  const own = ownStalls();
  // Both count from their first look on.
  await new Promise((resolve) => setTimeout(resolve, 4 * resolution));
  const start = performance.now();
  const count = await run();
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { work, count, 'took s': round(took / 1000), 'longest stall ms': round(delay.max / 1e6 - resolution), 'without waiting for the processor ms': round(own.end()) };
}

/** A mail server in a thread that takes everything: the portal's pace is measured and not this one's. */
function mailServer(): Promise<{ port: number; end(): Promise<unknown> }> {
  const worker = new Worker(fileURLToPath(new URL('mail-sink.mjs', import.meta.url)));
  return new Promise((resolve, reject) => {
    worker.once('message', (port: number) => resolve({ port, end: () => worker.terminate() }));
    worker.once('error', reject);
  });
}

async function measure(folder: string, { asked, imported }: Large): Promise<Stall[]> {
  const mail = await mailServer();
  const config = readConfig({ dataFolder: folder, port: 3000 }, { MURMUR_TZ: 'UTC', MURMUR_SMTP: `smtp://127.0.0.1:${mail.port}` });
  // A Monday at ten.
  let now = new Date('2026-11-23T10:00:00Z');
  const app: App = await openApp(config, () => now);
  await app.data.organisation.save({ name: 'Amber', languages: ['en', 'zh-Hans', 'zh-Hant'], language: 'en', k: 5, created: app.today(), timeZone: 'UTC' });
  await importPeople(app, null, { people: peopleFile(asked, 'a'), departments: null });
  const hr = (await app.data.people.byEmail('p1@amber.example'))!;
  await app.data.roles.grant(hr.id, 'hr');
  const rows: Stall[] = [];
  const row = async (work: string, run: () => Promise<number>) => void rows.push(await watched(work, run));
  const mailer = openMailer(config)!;

  await app.data.surveys.add(aDraft('pulse', { opens: app.today(), closes: addDays(app.today(), 7) }));
  await row('sealing', async () => {
    const sealed = await sealSurvey(app, 'pulse');
    if (!sealed.ok) throw new Error(sealed.because);
    return asked;
  });
  await row('writing invitations', () => inviteToOpenSurveys(app));
  await row('handing them over', async () => (await sendLetters(app, mailer)).sent);
  for (const job of jobsOf(app, mailer)) await row(`by the clock: ${job.name}`, async () => (await job.run(), 1));
  const actor = (await actorOfPerson(app, hr.id))!;
  const stage = newStage(app);
  writeFileSync(join(stage.folder, 'people'), peopleFile(imported, 'b'));
  await row('importing changed people', async () => {
    await beginImport(app, actor, stage.id);
    const stand = takeStand(app, stage.id);
    if (stand?.state !== 'ended' || !stand.outcome.imported) throw new Error(JSON.stringify(stand));
    return imported;
  });
  await row('writing reminders', async () => ((now = new Date('2026-11-26T10:00:00Z')), inviteToOpenSurveys(app)));
  await row('closing with a tally', async () => {
    const closed = await closeSurvey(app, 'pulse');
    if (!closed.ok) throw new Error(closed.because);
    return asked;
  });
  now = new Date('2026-11-27T10:00:00Z');
  for (const job of jobsOf(app, mailer)) await row(`the next day: ${job.name}`, async () => (await job.run(), 1));
  mailer.close();
  await letGo(app);
  await app.data.close();
  await mail.end();
  return rows;
}

/** Of the many small works by the clock only the slowest is told. */
function shortened(rows: readonly Stall[]): Stall[] {
  const own = (row: Stall) => row['without waiting for the processor ms'];
  const clock = rows.filter(({ work }) => work.includes(':')).sort((one, other) => own(other) - own(one));
  return [...rows.filter(({ work }) => !work.includes(':')), ...clock.slice(0, 1)];
}

export function stallTimes(large: Large = { asked: 20_000, imported: 100_000 }): Stall[] {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-stalls-'));
  try {
    const said = execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), folder, JSON.stringify(large)], { encoding: 'utf8', maxBuffer: 1 << 24 });
    return shortened(JSON.parse(said.trim().split('\n').at(-1)!) as Stall[]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, large] = process.argv.slice(2);
  if (folder && large) {
    console.log(JSON.stringify(await measure(folder, JSON.parse(large) as Large)));
    process.exit(0);
  }
  console.table(stallTimes());
}
