// The power goes, or the process is killed, while a portal seals, gives papers, takes and replaces ballots, imports people, commits to a
// plan and closes. What it had acknowledged is there after the next start, once. Hundreds of each: npm run attack -- --cuts 200 --kills 1000.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDay, type BuiltDay } from '#tests/support/built-day.ts';
import { aDisk } from '#tests/support/power-cut.ts';
import { noTally, stoppedDay, sumOf, tableOf, type Stops } from '#tests/support/stopped-days.ts';

const prepared = mkdtempSync(join(tmpdir(), 'murmur-before-'));
const possible = (() => {
  const disk = aDisk(16);
  disk?.remove();
  return disk !== null;
})();
let built: BuiltDay;

if (!possible) process.stdout.write('power cuts are left out: this machine makes or mounts no disk of a file\n');

beforeAll(async () => {
  built = await buildDay();
  execFileSync(process.execPath, [built.before, prepared], { stdio: ['ignore', 'ignore', 'inherit'] });
}, 120_000);

afterAll(() => {
  built.remove();
  rmSync(prepared, { recursive: true, force: true });
});

async function stopped(how: Stops['how'], enough: number): Promise<void> {
  const tally = noTally();
  while (sumOf(tally, 'stops') < enough) await stoppedDay({ how, built, prepared, tally, enough });
  process.stdout.write(`${tableOf(how, tally)}\n`);
  expect({ lost: sumOf(tally, 'lost'), doubled: sumOf(tally, 'doubled'), releases: tally.releases }).toEqual({ lost: 0, doubled: 0, releases: tally.days });
}

test.runIf(possible)('after a power cut at any moment everything acknowledged is there, once', () => stopped('cut', 10), 900_000);

test('killed again and again, everything acknowledged is there, once', () => stopped('kill', 10), 900_000);
