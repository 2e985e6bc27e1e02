import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMarkedClosing, placeOf } from '#db/boxes.server.ts';
import { merkleRoot } from '#app/domain/publication/release/merkle.ts';
import { verifyText } from '#app/domain/publication/verify/verify.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { loseSurvey } from '#app/domain/surveys/lifecycle.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { dropBallot, letGo, offerPaper } from '#app/services/responses.server.ts';
import { adoptReleases, closeDueSurveys, closeSurvey, progressOf, releaseOf, startSurveys, stopWork, type Progress } from '#app/services/publication.server.ts';
import { receiptsOf, releaseFiles } from '#app/services/publication/show-public-records.server.ts';
import { rehearse, sealWith, takePaper, type CastBallot } from '#app/services/privacy/rehearse.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { withoutPapers } from '#tests/support/box-records.ts';
import { aDraftWithTable, said } from '#tests/support/drafts.ts';
import { aDraft, ballotApp, everybody, sealed } from '#tests/support/open-survey.ts';

async function answeredBy(app: TestApp, survey: string, people: readonly string[], answers: (index: number) => Answers): Promise<CastBallot[]> {
  return rehearse(app, survey, people.map((personId, index) => ({ personId, answers: answers(index) })));
}

const fromOneToFive = (index: number): Answers => ({ 'PAY-01': 1 + (index % 5) });
const receiptOf = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('a closed survey leaves one verified release, the receipts of all ballots, and no roll, box or key', async () => {
  const app = await ballotApp();
  const { hash } = await sealed(app, aDraft('pulse'));
  const cast = await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 30), fromOneToFive);

  const closed = await closeSurvey(app, 'pulse');

  if (!closed.ok) throw new Error(closed.because);
  const { text } = closed.value;
  expect(verifyText(text, { hash: closed.value.hash }).problems).toEqual([]);
  const known = await releaseOf(app, 'pulse');
  expect(known?.release.manifest).toBe(hash);
  expect(known?.release.counts).toEqual({ invited: 44, papers: 30, reissued: 0, ballots: 30, moved: null });
  const lines = (await receiptsOf(app, 'pulse'))!.toString().trimEnd().split('\n');
  expect(lines).toEqual(cast.map(({ body }) => receiptOf(body)).sort());
  expect(known?.release.receipts).toBe(merkleRoot(lines));
  expect(readFileSync(releaseFiles(app, 'pulse').release, 'utf8')).toBe(text);
  expect(existsSync(placeOf(app.config.dataFolder, 'pulse').folder)).toBe(false);
  expect((await app.data.surveys.get('pulse'))?.state).toBe('closed');
});

test('releases are chained, and a survey closed twice keeps its first release', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('first'));
  await sealed(app, aDraft('second'));
  await answeredBy(app, 'first', (await everybody(app)).slice(0, 8), fromOneToFive);
  const [one, other] = await Promise.all([closeSurvey(app, 'first'), closeSurvey(app, 'second')]);
  const again = await closeSurvey(app, 'first');
  if (!one.ok || !other.ok || !again.ok) throw new Error('not closed');
  expect(one.value.previous).toBeNull();
  expect(other.value.previous).toBe(one.value.hash);
  expect(again.value.hash).toBe(one.value.hash);
});

test('with fewer ballots than k the release counts people and says nothing else', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 3), fromOneToFive);
  const closed = await closeSurvey(app, 'pulse');
  expect(closed.ok).toBe(true);
  const known = await releaseOf(app, 'pulse');
  expect(known?.release.counts.ballots).toBe(3);
  expect(known?.release.items).toEqual({});
  expect(known?.release.partitions).toEqual({});
});

test('a replaced ballot counts once, with what was said last', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const people = (await everybody(app)).slice(0, 8);
  await answeredBy(app, 'pulse', people.slice(1), () => ({ 'PAY-01': 3 }));
  const taken = await takePaper(app, 'pulse', people[0]!);
  for (const said of [1, 5]) {
    expect(await dropBallot(app, 'pulse', await sealWith(app, taken, { 'PAY-01': said }))).toMatchObject({ ok: true });
  }
  await closeSurvey(app, 'pulse');
  const { release } = (await releaseOf(app, 'pulse'))!;
  expect(release.counts.ballots).toBe(8);
  expect(release.items['PAY-01']?.cells['a1']).toEqual([0, 0, 7, 0, 1]);
});

test('answers that fit no question are no answers, and their ballot counts all the same', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const people = (await everybody(app)).slice(0, 12);
  const strange: Answers[] = [{ 'PAY-01': 9 }, { 'PAY-01': 'three' }, { 'PAY-01': 2.5 }, { other: 1 }, { 'PAY-01': 4, 'PAY-01:reasons': ['level'] }];
  await answeredBy(app, 'pulse', people, (index) => strange[index] ?? { 'PAY-01': 3 });
  await closeSurvey(app, 'pulse');
  const { release } = (await releaseOf(app, 'pulse'))!;
  expect(release.counts.ballots).toBe(12);
  expect(release.items['PAY-01']?.cells['a1']).toEqual([0, 0, 7, 1, 0]);
  expect(release.items['PAY-01:reasons']?.cells['a1']).toEqual([0, 0, 12]);
});

test('a declared cut is audited and tabulated at the tally', async () => {
  const app = await ballotApp();
  const draft = aDraft('pulse');
  const tenure: Question = { kind: 'background', id: 'tenure', text: said('Tenure'), dimension: null, k: 5, options: ['short', 'long'].map((id) => ({ id, label: said(id) })) };
  const cuts = [{ question: 'tenure', scope: 'company', items: ['PAY-01'] }];
  await sealed(app, { ...draft, definition: { ...draft.definition, questions: [...draft.definition.questions, tenure], cuts } });
  await answeredBy(app, 'pulse', await everybody(app), (index) => ({ 'PAY-01': 1 + (index % 5), tenure: index % 2 === 0 ? 'short' : 'long' }));
  const closed = await closeSurvey(app, 'pulse');
  if (!closed.ok) throw new Error(closed.because);
  expect(verifyText(closed.value.text).problems).toEqual([]);
  const { release } = (await releaseOf(app, 'pulse'))!;
  expect(release.cuts).toHaveLength(1);
  expect(release.cuts[0]!.bands.map(({ answered }) => answered)).toEqual([22, 22]);
  expect(release.audit.minimumSupport).toBeGreaterThanOrEqual(5);
});

test('after its last day a survey takes nothing and is closed by the daily job', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const people = (await everybody(app)).slice(0, 6);
  const [ballot] = await answeredBy(app, 'pulse', people, fromOneToFive);
  await closeDueSurveys(app);
  expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
  app.setNow('2026-11-30');
  expect(await dropBallot(app, 'pulse', ballot!.body)).toMatchObject({ because: 'closed' });
  expect(await offerPaper(app, people[0]!, 'pulse')).toMatchObject({ because: 'closed' });
  await closeDueSurveys(app);
  expect((await releaseOf(app, 'pulse'))?.release.survey.closed).toBe('2026-11-29');
  expect(await dropBallot(app, 'pulse', ballot!.body)).toMatchObject({ because: 'closed' });
});

test('more ballots than papers are refused, and nothing is destroyed', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 6), fromOneToFive);
  const place = placeOf(app.config.dataFolder, 'pulse');
  await letGo(app);
  withoutPapers(place, 'finance-1');
  expect(await closeSurvey(app, 'pulse')).toMatchObject({ ok: false, because: 'more-ballots-than-papers' });
  expect(existsSync(place.roll)).toBe(true);
  expect(await app.data.releases.ofSurvey('pulse')).toBeNull();
  app.setNow('2026-12-01');
  for (let minute = 0; minute < 3; minute += 1) await closeDueSurveys(app);
  expect(app.logged.filter((line) => line.includes('more-ballots-than-papers'))).toHaveLength(1);
});

test('papers that were not used in one block are no room for ballots in another', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const people = await everybody(app);
  const [first, ...others] = people.slice(0, 6) as [string, ...string[]];
  const blockOf = async (person: string) => {
    const offered = await offerPaper(app, person, 'pulse');
    if (!offered.ok) throw new Error(offered.because);
    return offered.value.block;
  };
  const own = await blockOf(first);
  const blocks = await Promise.all(people.map(blockOf));
  const elsewhere = people[blocks.findIndex((block) => block !== own)]!;
  await answeredBy(app, 'pulse', [first, ...others], fromOneToFive);
  await takePaper(app, 'pulse', elsewhere);
  await letGo(app);
  // As if somebody with the keys had signed one ballot more for the block of the first.
  withoutPapers(placeOf(app.config.dataFolder, 'pulse'), first);
  expect(await closeSurvey(app, 'pulse')).toMatchObject({ ok: false, because: 'more-ballots-than-papers' });
});

test('a release file that reads back differently keeps the ballots from being destroyed', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 6), fromOneToFive);
  const damage = (step: string) => {
    if (step === 'close:file-written') writeFileSync(releaseFiles(app, 'pulse').release, 'damaged');
  };
  await expect(closeSurvey({ ...app, checkpoint: damage }, 'pulse')).rejects.toThrow('reads back differently');
  const { box, keys } = placeOf(app.config.dataFolder, 'pulse');
  expect(existsSync(box) && existsSync(join(keys, 'box.pem'))).toBe(true);

  const { closing } = await startSurveys(app);
  await closing;
  expect(existsSync(box)).toBe(false);
  expect(verifyText(readFileSync(releaseFiles(app, 'pulse').release, 'utf8')).problems).toEqual([]);
});

test('receipts that read back differently keep the ballots too', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 6), fromOneToFive);
  const { receipts } = releaseFiles(app, 'pulse');
  const damage = (step: string) => {
    if (step === 'close:file-written') writeFileSync(receipts, '');
  };
  await expect(closeSurvey({ ...app, checkpoint: damage }, 'pulse')).rejects.toThrow('receipts');
  expect(existsSync(placeOf(app.config.dataFolder, 'pulse').box)).toBe(true);
});

test('no answer, comment, name or serial of a ballot is in any file of the data folder after closing', async () => {
  const folder = join('/tmp', `murmur-canary-${process.pid}-${Date.now()}`);
  const app = await ballotApp({ dataFolder: folder, database: join(folder, 'murmur.sqlite'), buildFolder: undefined });
  try {
    await sealed(app, aDraft('pulse'));
    const comment = 'canary-comment-zebra-quartz';
    const people = (await everybody(app)).slice(0, 9);
    const cast = await answeredBy(app, 'pulse', people, () => ({ 'PAY-01': 1, 'PAY-01:text': comment, 'PAY-01:reasons': ['level'], open: comment }));
    const bytes = () => filesBelow(folder).map((path) => readFileSync(path));
    const serials = cast.map(({ body }) => Buffer.from(body.subarray(3, 35)));
    const blinded = cast.map(({ draw }) => createHash('sha256').update(draw.blinded).digest());
    // The search finds what is there: while the survey is open the box holds the serials and the roll the hashes.
    expect(serials.every((serial) => bytes().some((file) => file.includes(serial)))).toBe(true);
    expect(blinded.every((digest) => bytes().some((file) => file.includes(digest)))).toBe(true);

    await closeSurvey(app, 'pulse');

    for (const file of bytes()) {
      for (const planted of [...serials, ...blinded, Buffer.from(comment), ...cast.map(({ body }) => Buffer.from(body.subarray(400, 464)))]) {
        expect(file.includes(planted)).toBe(false);
      }
    }
    expect(app.logged.join('')).not.toContain(comment);
  } finally {
    await letGo(app);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what is destroyed is overwritten where it lay before its name goes', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 6), fromOneToFive);
  const held = filesBelow(placeOf(app.config.dataFolder, 'pulse').folder).map((path) => ({ path, file: openSync(path, 'r'), before: readFileSync(path) }));
  expect(held.length).toBeGreaterThan(4);
  await closeSurvey(app, 'pulse');
  for (const { path, file, before } of held) {
    const now = readFileSync(file);
    closeSync(file);
    expect(now.length, path).toBe(before.length);
    for (let at = 0; at + 64 <= before.length; at += 64) if (before.subarray(at, at + 64).equals(now.subarray(at, at + 64))) throw new Error(`${path} is as it was at ${at}`);
  }
});

test('keys, roll and box can be read by the program\'s own user only', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const { folder, keys, box, roll, people } = placeOf(app.config.dataFolder, 'pulse');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const path of [box, roll, people]) expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(keys).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);
  expect(isMarkedClosing(app.config.dataFolder, 'pulse')).toBe(false);
});

test('a key exchanged in the folder stops the tally before anything is counted or destroyed', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 6), fromOneToFive);
  const { keys, box } = placeOf(app.config.dataFolder, 'pulse');
  writeFileSync(join(keys, 'block-1.pem'), readFileSync(join(keys, 'block-0.pem')));
  expect(await closeSurvey(app, 'pulse')).toMatchObject({ because: 'set-aside', details: { reason: 'damaged' } });
  expect(existsSync(box)).toBe(true);
  expect(await app.data.releases.all()).toEqual([]);
});

test('a survey whose folder is gone is set aside, neither lost nor an empty release', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await letGo(app);
  rmSync(placeOf(app.config.dataFolder, 'pulse').folder, { recursive: true });
  expect(await closeSurvey(app, 'pulse')).toMatchObject({ because: 'set-aside', details: { reason: 'missing' } });
  expect((await app.data.surveys.get('pulse'))?.state).toBe('sealed');
  expect(await app.data.releases.all()).toEqual([]);
});

test('after a restore surveys that were open are lost, and their folders stay until somebody decides', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  const lost = loseSurvey((await app.data.surveys.get('pulse'))!, app.now().toISOString(), app.today());
  if (!lost.ok) throw new Error(lost.because);
  await app.data.surveys.replace(lost.value, 'sealed');
  await letGo(app);
  await startSurveys(app);
  expect(existsSync(placeOf(app.config.dataFolder, 'pulse').box)).toBe(true);
  expect(await app.data.setAsides.get('pulse')).toMatchObject({ reason: 'lost', ended: null });
  expect(await offerPaper(app, 'north-1', 'pulse')).toMatchObject({ because: 'closed' });
});

test('a release that is a file but not in a restored database is taken back in', async () => {
  const app = await ballotApp();
  await sealed(app, aDraft('pulse'));
  await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 6), fromOneToFive);
  const closed = await closeSurvey(app, 'pulse');
  if (!closed.ok) throw new Error(closed.because);

  const restored = await ballotApp({ dataFolder: app.config.dataFolder, buildFolder: app.config.buildFolder });
  await restored.data.surveys.add({ ...aDraft('pulse'), state: 'sealed' });
  expect(await adoptReleases(restored)).toEqual(['pulse']);
  expect((await restored.data.releases.ofSurvey('pulse'))?.hash).toBe(closed.value.hash);
  expect((await restored.data.surveys.get('pulse'))?.state).toBe('closed');
  expect(await adoptReleases(restored)).toEqual([]);
});

describe('a survey with declared tables', () => {
  const answers = (index: number): Answers => ({ ...fromOneToFive(index), ...(index % 7 > 0 && { tenure: ['new', 'some', 'long'][index % 3] as string }) });

  test('is closed with progress to be seen, of the ballots and of the audit', async () => {
    const app = await ballotApp();
    await sealed(app, aDraftWithTable('pulse'));
    await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 40), answers);
    const seen: (Progress | null)[] = [];
    const closed = await closeSurvey({ ...app, checkpoint: (step) => step === 'close:auditing' && seen.push(progressOf(app, 'pulse')) }, 'pulse');
    expect(closed.ok).toBe(true);
    expect(seen[0]).toEqual({ done: 0, of: 0, auditing: true });
    const steps = seen.slice(1).map((one) => `${one?.done} of ${one?.of}`);
    expect(steps).toEqual(['1 of 4', '2 of 4', '3 of 4', '4 of 4']);
    expect(progressOf(app, 'pulse')).toBeNull();
    const release = (await releaseOf(app, 'pulse'))?.release;
    expect(release?.cuts).toMatchObject([{ question: 'tenure', scope: 'company' }]);
    expect(verifyText((await app.data.releases.ofSurvey('pulse'))!.text).problems).toEqual([]);
  });

  test('stopped in its audit, keeps its ballots and is closed at the next start', async () => {
    const app = await ballotApp();
    await sealed(app, aDraftWithTable('pulse'));
    await answeredBy(app, 'pulse', (await everybody(app)).slice(0, 40), answers);
    let stopped: Promise<void> | undefined;
    const stopping = { ...app, checkpoint: (step: string) => step === 'close:auditing' && (stopped ??= stopWork(app)) };
    await expect(closeSurvey(stopping, 'pulse')).rejects.toThrow('the next start goes on');
    await stopped;
    expect(await app.data.releases.ofSurvey('pulse')).toBeNull();
    expect([existsSync(placeOf(app.config.dataFolder, 'pulse').box), isMarkedClosing(app.config.dataFolder, 'pulse')]).toEqual([true, true]);
    await expect(closeSurvey(app, 'pulse')).rejects.toThrow('was stopped');
    await letGo(app);

    const next = { ...app, data: { ...app.data } };
    await (await startSurveys(next)).closing;

    expect((await releaseOf(next, 'pulse'))?.release.counts.ballots).toBe(40);
    expect(existsSync(placeOf(app.config.dataFolder, 'pulse').folder)).toBe(false);
  });
});
