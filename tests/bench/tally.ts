// How long it takes to close a survey of many ballots, and how much memory: opened, verified, tallied, audited, released, destroyed.
// The closing runs in a process of its own, so that its memory is its own.
import { constants, randomBytes, sign } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeOf, readBlockKeys } from '#db/boxes.server.ts';
import { sealBallot } from '#app/ballot/seal.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import type { Question, ScaleQuestion } from '#app/domain/surveys/questions/question.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { dropBallot, letGo } from '#app/services/responses.server.ts';
import { closeSurvey, releaseOf, sealSurvey } from '#app/services/publication.server.ts';
import { papersForAll } from '#tests/support/box-records.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { aDraft, remarks, said, satisfaction } from '#tests/support/drafts.ts';
import { writePages } from '#tests/support/stand-in-pages.ts';

export interface TallyTime {
  readonly ballots: number;
  readonly questions: number;
  readonly 'filled in s': number;
  readonly 'closed in s': number;
  readonly 'ballots per second': number;
  readonly 'most memory MiB': number;
}

const teams = 40;
const scales = 15;

async function appOn(folder: string): Promise<App> {
  return openApp({ ...readConfig({ dataFolder: folder, port: 3000 }, {}), buildFolder: join(folder, 'build') });
}

async function fill(folder: string, people: number): Promise<void> {
  const app = await appOn(folder);
  writePages(join(folder, 'build'));
  const questions: Question[] = Array.from({ length: scales }, (_, index) => ({ ...(satisfaction as ScaleQuestion), id: `Q-${index}`, text: said(`Question ${index}`), dimension: `d${index % 5}` }));
  await app.data.departments.saveAll([aDepartment('company'), ...Array.from({ length: teams }, (_, index) => aDepartment(`team-${index}`, { parentId: 'company', position: index }))]);
  const everybody = Array.from({ length: people }, (_, index) => aPerson(`person-${index}`, { departmentId: `team-${index % teams}` }));
  await app.data.people.saveAll(everybody);
  const draft = aDraft('pulse', { opens: app.today(), closes: addDays(app.today(), 7) });
  await app.data.surveys.add({ ...draft, definition: { ...draft.definition, questions: [...questions, remarks] } });
  const sealed = await sealSurvey(app, 'pulse');
  if (!sealed.ok) throw new Error(sealed.because);
  const place = placeOf(app.config.dataFolder, 'pulse');
  const keys = readBlockKeys(place.keys, sealed.value.manifest.blocks.length);
  const answersOf = () => Object.fromEntries([...questions.map(({ id }) => [id, 1 + (randomBytes(1)[0]! % 5)]), ...(randomBytes(1)[0]! < 40 ? [['open', `Remark ${randomBytes(12).toString('hex')}`]] : [])]);
  const vote = async (index: number) => {
    const block = sealed.value.manifest.blocks.findIndex(({ departments }) => departments.includes(`team-${index % teams}`));
    const serial = randomBytes(32);
    const signature = sign('sha384', serial, { key: keys[block]!, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 });
    const body = await sealBallot({ manifest: sealed.value.manifest, manifestHash: sealed.value.hash, block, paper: { serial, signature }, answers: answersOf() });
    if (!body.ok || !(await dropBallot(app, 'pulse', body.value)).ok) throw new Error('not dropped');
  };
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < people; index = next++) await vote(index);
  };
  await Promise.all(Array.from({ length: 64 }, lane));
  await letGo(app);
  await app.data.close();
  // Papers were not asked for one by one: everybody is noted as having one.
  papersForAll(place);
}

async function close(folder: string): Promise<void> {
  const app = await appOn(folder);
  const start = performance.now();
  const closed = await closeSurvey(app, 'pulse');
  if (!closed.ok) throw new Error(closed.because);
  const seconds = (performance.now() - start) / 1000;
  const known = await releaseOf(app, 'pulse');
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(`${JSON.stringify({ seconds, memory: maxRSS / 1024, ballots: known?.release.counts.ballots })}\n`);
  process.exit(0);
}

export async function tallyTime(people = 10_000): Promise<TallyTime> {
  const folder = mkdtempSync(join(tmpdir(), 'murmur-bench-'));
  try {
    const start = performance.now();
    await fill(folder, people);
    const filled = (performance.now() - start) / 1000;
    const output = execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), 'close', folder], { encoding: 'utf8' });
    const { seconds, memory, ballots } = JSON.parse(output) as { seconds: number; memory: number; ballots: number };
    return { ballots, questions: scales + 1, 'filled in s': Math.round(filled), 'closed in s': Math.round(seconds * 10) / 10, 'ballots per second': Math.round(ballots / seconds), 'most memory MiB': Math.round(memory) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [script, first, second] = process.argv.slice(1);
if (script?.endsWith('bench/tally.ts')) {
  if (first === 'close' && second) await close(second);
  else console.table([await tallyTime(Number(first ?? 10_000))]);
}
