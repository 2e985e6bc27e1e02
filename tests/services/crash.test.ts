import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import { drawPaper } from '#app/ballot/paper.ts';
import { dropBallot, issuePaper, letGo, offerPaper } from '#app/services/responses.server.ts';
import { closeSurvey, releaseOf, sealSurvey, startSurveys } from '#app/services/publication.server.ts';
import { receiptsOf, releaseFiles } from '#app/services/publication/show-public-records.server.ts';
import { rehearse, sealWith, takePaper } from '#app/services/privacy/rehearse.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { aDraftWithTable } from '#tests/support/drafts.ts';
import { aDraft, sealed, writePages } from '#tests/support/open-survey.ts';
import { doomed as script, killedAt } from '#tests/support/killed-at.ts';
import { times } from '#tests/support/repetitions.ts';

const prepared = mkdtempSync(join(tmpdir(), 'murmur-crash-'));
const folders: string[] = [prepared];
const receiptOf = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');
const bodyOf = (folder: string, name: string) => readFileSync(join(folder, 'bodies', name));

async function appOn(folder: string): Promise<TestApp> {
  const app = await testApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), buildFolder: join(folder, 'build') });
  running.push(app);
  return app;
}

const running: TestApp[] = [];

// One sealed survey with six ballots in the box, twelve more sealed but not dropped, one blinded value; copied for each kill.
beforeAll(async () => {
  writePages(join(prepared, 'build'));
  mkdirSync(join(prepared, 'bodies'));
  const app = await appOn(prepared);
  await aSmallCompany(app);
  await sealed(app, aDraftWithTable('pulse'));
  await rehearse(app, 'pulse', [1, 2, 3, 4, 5, 6].map((number) => ({ personId: `operations-${number}`, answers: { 'PAY-01': 4 } })));
  for (const number of Array.from({ length: 12 }, (_, index) => index + 1)) {
    const personId = number <= 9 ? `south-${number}` : `north-${number}`;
    writeFileSync(join(prepared, 'bodies', String(number)), await sealWith(app, await takePaper(app, 'pulse', personId), { 'PAY-01': 2 }));
  }
  const offer = await offerPaper(app, 'north-1', 'pulse');
  if (!offer.ok) throw new Error(offer.because);
  const draw = await drawPaper(offer.value.key);
  if (!draw.ok) throw new Error(draw.because);
  writeFileSync(join(prepared, 'blinded'), draw.value.blinded);
  await letGo(app);
  await app.data.close();
}, 120_000);

afterEach(async () => {
  for (const app of running.splice(0)) await letGo(app);
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-crash-'));
  folders.push(folder);
  return folder;
}

/** Beside an open survey of the same people a draft is not sealed. */
async function aDraftAlone(): Promise<string> {
  const folder = aFolder();
  writePages(join(folder, 'build'));
  const app = await appOn(folder);
  await aSmallCompany(app);
  await app.data.surveys.add(aDraft('draft'));
  await letGo(app);
  await app.data.close();
  return folder;
}

function aCopy(): string {
  const folder = aFolder();
  cpSync(prepared, folder, { recursive: true });
  return folder;
}

async function started(folder: string): Promise<TestApp> {
  const app = await appOn(folder);
  await (await startSurveys(app)).closing;
  return app;
}

test.each(['issue:before-entry', 'issue:entered', 'issue:signed'])(
  'killed at %s, nobody gets two papers and nobody loses one',
  async (step) => {
    const folder = aCopy();
    expect(killedAt(step, folder, 'issue')).toEqual([]);
    const app = await started(folder);
    const ask = (blinded: Buffer) => issuePaper(app, 'north-1', { surveyId: 'pulse', blinded, reissue: false });
    const blinded = readFileSync(join(folder, 'blinded'));
    const other = Buffer.from(blinded.map((byte, index) => (index === 255 ? byte ^ 1 : byte)));
    const again = await ask(blinded);
    expect(again.ok).toBe(true);
    expect(await ask(other)).toMatchObject({ because: 'other-paper' });
  },
  60_000,
);

test.each(['drop:before-write', 'drop:written'])(
  'killed at %s, the same ballot can be sent again and counts once',
  async (step) => {
    const folder = aCopy();
    expect(killedAt(step, folder, 'drop', '1')).toEqual([]);
    const app = await started(folder);
    expect((await dropBallot(app, 'pulse', bodyOf(folder, '1'))).ok).toBe(true);
    await closeSurvey(app, 'pulse');
    expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(7);
  },
  60_000,
);

test(
  'killed at any moment while ballots arrive, every acknowledged one is counted',
  async () => {
    for (let round = 0; round < times(2, 50); round += 1) {
      const folder = aCopy();
      const names = readdirSync(join(folder, 'bodies'));
      const child = spawn(process.execPath, ['--import', 'tsx', script, folder, '-', 'drop', ...names], { stdio: ['ignore', 'pipe', 'inherit'] });
      const acknowledged: string[] = [];
      const enough = 1 + Math.floor(Math.random() * (names.length - 2));
      for await (const name of createInterface({ input: child.stdout })) {
        acknowledged.push(name);
        if (acknowledged.length === enough) child.kill('SIGKILL');
      }
      const app = await started(folder);
      expect((await closeSurvey(app, 'pulse')).ok).toBe(true);
      const receipts = (await receiptsOf(app, 'pulse'))!.toString();
      for (const name of acknowledged) expect(receipts).toContain(receiptOf(bodyOf(folder, name)));
      expect((await releaseOf(app, 'pulse'))?.release.counts.ballots).toBe(receipts.trimEnd().split('\n').length);
      await app.data.close();
    }
  },
  times(300_000, 3_600_000),
);

const closingSteps = ['stopped', 'auditing', 'tallied', 'released', 'receipts-written', 'file-written', 'read-back', 'asking-forgotten', 'keys-destroyed', 'roll-destroyed', 'box-destroyed', 'destroyed'];

test.each(closingSteps)(
  'killed at close:%s, it ends after the next start with exactly one release and no ballots',
  async (step) => {
    const folder = aCopy();
    expect(killedAt(`close:${step}`, folder, 'close')).toEqual([]);
    const after = await appOn(folder);
    const before = await after.data.releases.ofSurvey('pulse');
    await (await startSurveys(after)).closing;
    const [release, ...others] = await after.data.releases.all();
    expect(others).toEqual([]);
    expect(release?.surveyId).toBe('pulse');
    if (before) expect(release?.hash).toBe(before.hash);
    expect((await after.data.surveys.get('pulse'))?.state).toBe('closed');
    expect(readFileSync(releaseFiles(after, 'pulse').release, 'utf8')).toBe(release?.text);
    const { problems, release: verified } = verifyText(release!.text);
    expect(problems).toEqual([]);
    expect(verified?.counts.ballots).toBe(6);
    expect((await receiptsOf(after, 'pulse'))!.toString().trimEnd().split('\n')).toHaveLength(6);
    expect(readdirSync(join(folder, 'open')).filter((name) => !name.startsWith('.held'))).toEqual([]);
    expect(await dropBallot(after, 'pulse', bodyOf(folder, '1'))).toMatchObject({ because: 'closed' });
  },
  120_000,
);

test(
  'killed between tally and release, counting again publishes the same to the byte',
  async () => {
    const [interrupted, straight] = [aCopy(), aCopy()];
    expect(killedAt('close:tallied', interrupted, 'close')).toEqual([]);
    const hashes: string[] = [];
    for (const folder of [interrupted, straight]) {
      const app = await started(folder);
      const closed = await closeSurvey(app, 'pulse');
      hashes.push(closed.ok ? closed.value.hash : closed.because);
    }
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  },
  120_000,
);

test.each(['seal:before-box', 'seal:box-made', 'seal:sealed'])(
  'killed at %s, the survey is a draft that can be sealed, or sealed completely',
  async (step) => {
    const folder = await aDraftAlone();
    killedAt(step, folder, 'seal');
    const app = await started(folder);
    const { state } = (await app.data.surveys.get('draft'))!;
    expect(state).toBe(step === 'seal:sealed' ? 'sealed' : 'draft');
    expect(existsSync(join(folder, 'open', 'draft'))).toBe(state === 'sealed');
    expect(readdirSync(join(folder, 'open')).filter((name) => name.startsWith('.making'))).toEqual([]);
    if (state === 'draft') expect((await sealSurvey(app, 'draft')).ok).toBe(true);
    expect((await offerPaper(app, 'north-1', 'draft')).ok).toBe(true);
  },
  120_000,
);

test(
  'two portals never take ballots on one folder',
  async () => {
    const folder = aCopy();
    await started(folder);
    const other = () => execFileSync(process.execPath, ['--import', 'tsx', script, folder, '-', 'drop', '1'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(other).toThrow('another portal already serves');
    for (const app of running) await letGo(app);
    expect(other()).toBe('1\n');
  },
  60_000,
);
