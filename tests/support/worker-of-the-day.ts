// A portal in a process of its own that does a day's work and says after each step what it has acknowledged.
// worker-of-the-day.ts FOLDER BODIES: what is sent is kept in BODIES, which lies on another disk.
import { createHash } from 'node:crypto';
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { dropBallot } from '#app/services/answering.server.ts';
import { createAdministrator } from '#app/services/granting-access.server.ts';
import { commitPlan, startPlan } from '#app/services/planning.server.ts';
import { closeSurvey, sealSurvey, startSurveys } from '#app/services/publishing.server.ts';
import { sealWith, takePaper, type TakenPaper } from '#app/services/rehearsing.server.ts';
import { actorFor } from './people.ts';
import { wished } from './wished-plan.ts';
import '#app/text/all.server.ts';

const [folder = '', bodies = ''] = process.argv.slice(2);

const acknowledge = (line: string) => void writeSync(1, `${line}\n`);

function ensured<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

/** A ballot, or one that replaces it: kept first, so that whatever the box holds later can be told. */
async function drop(app: App, taken: TakenPaper, version: number): Promise<void> {
  const body = await sealWith(app, taken, { 'PAY-01': version });
  writeFileSync(join(bodies, `${taken.personId}.${version}`), body);
  ensured(await dropBallot(app, 'pulse', body));
  acknowledge(`ballot ${taken.personId} ${createHash('sha256').update(body).digest('hex')}`);
}

async function somebodyNew(app: App, number: number): Promise<void> {
  const email = `new-${number}@amber.example`;
  ensured(await createAdministrator(app, { email, name: `New ${number}` }));
  acknowledge(`person ${email}`);
}

async function aPlan(app: App): Promise<void> {
  const head = await actorFor(app, 'north-1');
  const { planId } = ensured(await startPlan(app, head, wished()));
  ensured(await commitPlan(app, head, planId));
  acknowledge(`plan ${planId}`);
}

const config = { ...readConfig({ dataFolder: folder, port: 3000 }, { MURMUR_TZ: 'UTC' }), buildFolder: join(folder, 'build') };
const app = await openApp(config, () => new Date('2026-11-22T12:00:00Z'));
await startSurveys(app);
acknowledge('started');
ensured(await sealSurvey(app, 'pulse'));
acknowledge('sealed');
const taken: TakenPaper[] = [];
for (let number = 1; number <= 12; number += 1) {
  taken.push(await takePaper(app, 'pulse', `operations-${number}`));
  acknowledge(`paper operations-${number}`);
  await drop(app, taken.at(-1)!, 1);
  if (number % 3 === 0) await drop(app, taken[number - 2]!, 2);
  if (number === 4) await aPlan(app);
  if (number % 4 === 0) await somebodyNew(app, number);
}
for (const paper of taken.slice(6)) await drop(app, paper, 3);
ensured(await closeSurvey(app, 'pulse'));
acknowledge('closed');
process.exit(0);
