import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawPaper } from '#app/ballot/paper.ts';
import { holderOf, issuePaperForCode, letGo, offerPaperForCode, tryCode } from '#app/services/responses.server.ts';
import { inspectSlips, readSlipCounts } from '#db/boxes/slips.ts';
import { rollBytes } from '#db/boxes/roll.ts';
import { placeOf } from '#db/boxes.server.ts';
import { overwrite, recordsOf } from '#tests/support/box-records.ts';
import { aCompanyWithFewAddresses, bothWrite, hands, printed, sealedWith } from '#tests/support/slips.ts';
import { slipsOf } from '#app/services/surveys/slips.server.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const print = { kind: 'print', emails: hands } as const;
const trial = (code: string, holder = 'a browser') => ({ code, holder: holderOf(holder), language: 'en' }) as const;

function killedAt(folder: string, step: string, ...action: string[]): string {
  try {
    return String(execFileSync(process.execPath, ['--import', 'tsx', resolve('tests/support/doomed.ts'), folder, step, ...action], { stdio: ['ignore', 'pipe', 'inherit'] })).trim();
  } catch (error) {
    return `killed ${String((error as { stdout: Buffer }).stdout).trim()}`.trim();
  }
}

async function drawnFor(app: Parameters<typeof offerPaperForCode>[0], holder: Buffer): Promise<Buffer> {
  const offer = await offerPaperForCode(app, holder, 'pulse');
  if (!offer?.ok) throw new Error('nothing is held');
  const draw = await drawPaper(offer.value.key);
  if (!draw.ok) throw new Error(draw.because);
  return Buffer.from(draw.value.blinded);
}

test(
  'killed at any step, a code is held by one browser and buys one paper',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'murmur-slips-'));
    folders.push(folder);
    const app = await aCompanyWithFewAddresses({ dataFolder: folder, database: join(folder, 'murmur.sqlite') });
    await sealedWith(app, print);
    const [pile] = (await slipsOf(app, 'pulse'))!.piles;
    const { codes } = await printed(app, pile!.block);
    await letGo(app);
    expect(killedAt(folder, 'code:held', 'code', codes[0]!)).toBe('killed');
    expect((await tryCode(app, trial(codes[0]!, 'another'))).ok).toBe(false);
    expect((await tryCode(app, trial(codes[0]!))).ok).toBe(true);
    const blinded = await drawnFor(app, holderOf('a browser'));
    writeFileSync(join(folder, 'blinded'), blinded);
    await letGo(app);
    for (const step of ['issue:before-entry', 'issue:entered']) expect(killedAt(folder, step, 'slip-paper')).toBe('killed');
    const again = await issuePaperForCode(app, holderOf('a browser'), { surveyId: 'pulse', blinded, reissue: false });
    expect(again).toMatchObject({ ok: true });
    expect(await issuePaperForCode(app, holderOf('a browser'), { surveyId: 'pulse', blinded: await drawnFor(app, holderOf('a browser')), reissue: true })).toMatchObject({ because: 'no-reissue' });
    expect(readSlipCounts(placeOf(folder, 'pulse')).reduce((sum, { papers }) => sum + papers, 0)).toBe(1);
  },
  60_000,
);

test('the file of slips never grows, is overwritten in place, and a torn record is nothing', async () => {
  const app = await aCompanyWithFewAddresses();
  await sealedWith(app, print);
  const place = placeOf(app.config.dataFolder, 'pulse');
  const records = () => recordsOf(place.slips, rollBytes);
  const changed = (before: readonly Buffer[]) => records().flatMap((record, number) => (record.equals(before[number]!) ? [] : [number]));
  const sealed = records();
  const [pile] = (await slipsOf(app, 'pulse'))!.piles;
  const { codes } = await printed(app, pile!.block);
  expect(changed(sealed)).toHaveLength(codes.length);
  const before = records();
  expect((await tryCode(app, trial(codes[0]!))).ok).toBe(true);
  const [held, ...more] = changed(before);
  expect(more).toEqual([]);
  await bothWrite(app, { [pile!.block]: 7 });
  expect(readFileSync(place.slips).length).toBe(sealed.length * rollBytes);
  expect(inspectSlips(place)).toBe(true);
  await letGo(app);
  // The power went in the middle of it: nobody holds the code, and nobody was told so.
  overwrite(place.slips, held! * rollBytes + 20, randomBytes(10));
  expect((await tryCode(app, trial(codes[0]!, 'another'))).ok).toBe(true);
  overwrite(place.slips, 0, randomBytes(place.slips.length));
  await letGo(app);
  writeFileSync(place.slips, readFileSync(place.slips).subarray(rollBytes));
  expect(inspectSlips(place)).toBe(false);
});

test('of two that try one code at the same instant one has it, and of two papers asked for with it one is given', async () => {
  const app = await aCompanyWithFewAddresses();
  await sealedWith(app, print);
  const [pile] = (await slipsOf(app, 'pulse'))!.piles;
  const { codes } = await printed(app, pile!.block);
  // Both at once: they share one wait for the disk, and one of them has the code.
  const both = await Promise.all([tryCode(app, trial(codes[0]!, 'one')), tryCode(app, trial(codes[0]!, 'other'))]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const blinded = await drawnFor(app, holderOf(both[0]!.ok ? 'one' : 'other'));
  const holder = holderOf(both[0]!.ok ? 'one' : 'other');
  const twice = await Promise.all([blinded, await drawnFor(app, holder)].map((value) => issuePaperForCode(app, holder, { surveyId: 'pulse', blinded: value, reissue: false })));
  expect(twice.map((one) => one?.ok).sort()).toEqual([false, true]);
});
