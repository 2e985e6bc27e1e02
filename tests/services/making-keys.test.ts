// The keys of a large company take minutes: a kill in the middle costs none that was made, and none stays that no sealing waits for.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { newKeys } from '#app/services/publication/make-keys.server.ts';
import { startSurveys } from '#app/services/publication.server.ts';
import { keyHashOf, modulusOf } from '#app/services/responses/sign-papers.server.ts';
import { keepBlockKey, keptBlockKeys } from '#db/boxes.server.ts';
import { aDraft, ballotApp } from '#tests/support/open-survey.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-keys-'));
  folders.push(folder);
  return folder;
}

const small = () => generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;

test('killed in the middle, keys that were made are kept, and making goes on with the others alone', { timeout: 120_000 }, async () => {
  const place = { dataFolder: aFolder(), survey: 'pulse' };
  const child = spawn(process.execPath, ['--import', 'tsx', resolve('tests/support/key-maker.ts'), place.dataFolder, 'pulse', '10'], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= 3) child.kill('SIGKILL');
  const folder = join(place.dataFolder, 'open', '.keys-pulse');
  const before = new Map(readdirSync(folder).filter((name) => name.endsWith('.pem')).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  expect(before.size).toBeGreaterThanOrEqual(3);
  expect(before.size).toBeLessThan(10);
  expect(statSync(join(folder, [...before.keys()][0]!)).mode & 0o077).toBe(0);
  const told: number[] = [];
  const keys = await newKeys(place, 10, { progress: (done) => void told.push(done) });
  expect(told[0]).toBe(before.size);
  expect(told.at(-1)).toBe(10);
  for (const [name, text] of before) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  const made = await keptBlockKeys(place, 10);
  expect(keys.blockKeys).toEqual(made.map((key) => keyHashOf(modulusOf(key!))));
  expect(new Set(keys.blockKeys).size).toBe(10);
  for (const key of made) expect(key!.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65_537n });
});

test('a key that is torn or too short is not taken, and one of no block goes', async () => {
  const place = { dataFolder: aFolder(), survey: 'pulse' };
  keepBlockKey(place, 0, small());
  keepBlockKey(place, 2, small());
  const folder = join(place.dataFolder, 'open', '.keys-pulse');
  writeFileSync(join(folder, 'block-1.pem'), '-----BEGIN PRIVATE KEY-----\nMII');
  writeFileSync(join(folder, 'block-1.pem.unfinished'), 'torn');
  expect(await keptBlockKeys(place, 2)).toEqual([null, null]);
  expect(readdirSync(folder).sort()).toEqual(['block-0.pem', 'block-1.pem']);
});

test('keys lie on the disk as long as a sealing goes on or is taken up again', async () => {
  const app = await ballotApp();
  const { dataFolder } = app.config;
  const stock = (survey: string) => existsSync(join(dataFolder, 'open', `.keys-${survey}`));
  const states = { going: ['running', null], full: ['failed', 'full'], refused: ['failed', 'changed-meanwhile'] } as const;
  for (const [survey, [state, failure]] of Object.entries(states)) {
    await app.data.surveys.add(aDraft(survey));
    await app.data.surveyJobs.save({ surveyId: survey, kind: 'seal', state, failure });
    keepBlockKey({ dataFolder, survey }, 0, small());
  }
  keepBlockKey({ dataFolder, survey: 'nobody' }, 0, small());
  await startSurveys(app);
  expect(['going', 'full', 'refused', 'nobody'].map(stock)).toEqual([true, true, false, false]);
});
