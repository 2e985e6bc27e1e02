// The power goes while a portal seals, gives papers, takes and replaces ballots, imports people, commits to a plan and closes. What it had
// acknowledged is there when the machine starts again, once.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { letGo } from '#app/services/answering.server.ts';
import { closeSurvey, startSurveys } from '#app/services/publishing.server.ts';
import { receiptsOf } from '#app/services/public-records.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { aDraft, writePages } from '#tests/support/open-survey.ts';
import { aSurveyOfAmber } from '#tests/support/planning.ts';
import { publishWaves } from '#tests/support/published.ts';
import { aDisk, type Disk } from '#tests/support/power-cut.ts';
import { times } from '#tests/support/repetitions.ts';

const script = resolve('tests/support/worker-of-the-day.ts');
const prepared = mkdtempSync(join(tmpdir(), 'murmur-before-cut-'));
const disks: Disk[] = [];
const folders = [prepared];
const running: TestApp[] = [];
const counted = { cuts: 0, acknowledged: 0, lost: 0, doubled: 0 };
const possible = (() => {
  const disk = aDisk(16);
  disk?.remove();
  return disk !== null;
})();

if (!possible) process.stdout.write('power cuts are left out: this machine makes or mounts no disk of a file\n');

async function appOn(folder: string): Promise<TestApp> {
  const app = await testApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), buildFolder: join(folder, 'build') });
  running.push(app);
  return app;
}

beforeAll(async () => {
  writePages(join(prepared, 'build'));
  const app = await appOn(prepared);
  await aSmallCompany(app);
  await publishWaves(app, [aSurveyOfAmber()]);
  await app.data.surveys.add(aDraft('pulse'));
  await letGo(app);
  await app.data.close();
}, 60_000);

afterEach(async () => {
  for (const app of running.splice(0)) await letGo(app);
  for (const disk of disks.splice(0)) disk.remove();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  if (possible) process.stdout.write(`power cuts: ${counted.cuts}; acknowledged ${counted.acknowledged}, lost ${counted.lost}, doubled ${counted.doubled}, releases per survey 1\n`);
});

interface Day {
  /** What was acknowledged before the cut, in order: `sealed`, `ballot NAME HASH`, `person ID`, `plan ID`, `closed`. */
  readonly acknowledged: readonly string[];
  /** Everything that was sent, on a disk that lost nothing. */
  readonly bodies: string;
  readonly after: Disk;
}

/** Runs a day of work on a disk until it has acknowledged so much; the cut comes up to some milliseconds later. */
async function cutAfter(lines: number, later: number): Promise<Day> {
  const disk = aDisk(64)!;
  disks.push(disk);
  cpSync(prepared, disk.folder, { recursive: true });
  // What was prepared is older than the day: it lies on the disk.
  execFileSync('sync', ['-f', disk.folder]);
  const bodies = mkdtempSync(join(tmpdir(), 'murmur-bodies-'));
  folders.push(bodies);
  const child = spawn(process.execPath, ['--import', 'tsx', script, disk.folder, bodies], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  let cut: Disk | undefined;
  const ended = new Promise((done) => child.once('exit', done));
  const take = () => {
    if (cut) return;
    // What is acknowledged from here on is not asked for.
    counted.cuts += 1;
    cut = disk.cut();
    disks.push(cut);
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (cut) continue;
    acknowledged.push(line);
    if (acknowledged.length < lines) continue;
    await new Promise((go) => setTimeout(go, later));
    take();
    child.kill('SIGKILL');
  }
  await ended;
  take();
  return { acknowledged, bodies, after: cut! };
}

test.runIf(possible)(
  'after a power cut at any moment everything acknowledged is there, once',
  async () => {
    for (let round = 0; round < times(10, 200); round += 1) {
      const { acknowledged, bodies, after } = await cutAfter(1 + Math.floor(Math.random() * 60), Math.random() * 40);
      counted.acknowledged += acknowledged.length;
      const app = await appOn(after.folder);
      await (await startSurveys(app)).closing;
      const asides = await app.data.setAsides.all();
      expect(asides).toEqual([]);
      const sealed = acknowledged.includes('sealed');
      const state = (await app.data.surveys.get('pulse'))?.state;
      if (sealed) expect(['sealed', 'closed']).toContain(state);
      for (const line of acknowledged) {
        const [kind, id = ''] = line.split(' ');
        if (kind === 'person' && (await app.data.people.byEmail(id)) === null) counted.lost += 1;
        if (kind === 'plan' && (await app.data.plans.get(id))?.state === 'draft') counted.lost += 1;
        if (kind === 'closed' && state !== 'closed') counted.lost += 1;
      }
      if (state === 'sealed') await closeSurvey(app, 'pulse');
      if (state !== 'draft') {
        const receipts = (await receiptsOf(app, 'pulse'))!.toString().split('\n').filter((line) => line !== '');
        // Of one person's ballots the last one acknowledged counts, or a later one that was on its way.
        const sent = allSent(bodies);
        const found = receipts.flatMap((one) => sent.get(one) ?? []);
        for (const line of acknowledged.filter((one) => one.startsWith('ballot '))) {
          const { name, version } = sent.get(line.split(' ')[2]!)!;
          if (!found.some((one) => one.name === name && one.version >= version)) counted.lost += 1;
        }
        const owners = receipts.map((one) => sent.get(one)?.name ?? one);
        counted.doubled += owners.length - new Set(owners).size;
        expect((await app.data.releases.all()).map(({ surveyId }) => surveyId)).toEqual(['autumn', 'pulse']);
      }
      expect({ lost: counted.lost, doubled: counted.doubled }).toEqual({ lost: 0, doubled: 0 });
      for (const one of running.splice(0)) {
        await letGo(one);
        await one.data.close();
      }
      for (const disk of disks.splice(0)) disk.remove();
    }
  },
  3_600_000,
);

interface Sent {
  readonly name: string;
  /** A later one replaces an earlier one. */
  readonly version: number;
}

/** Every ballot of the day by its receipt. */
function allSent(bodies: string): ReadonlyMap<string, Sent> {
  return new Map(
    readdirSync(bodies).map((file) => {
      const [name = '', version] = file.split('.');
      return [createHash('sha256').update(readFileSync(join(bodies, file))).digest('hex'), { name, version: Number(version) }];
    }),
  );
}
