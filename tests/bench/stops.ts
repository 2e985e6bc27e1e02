// npm run attack -- --cuts 200 --kills 1000 [--state DIR]: days of work cut and killed at random moments. Stopped by hand (Ctrl-C) it goes
// on from DIR, which keeps what was counted, when it is called again in the same way.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDay } from '#tests/support/built-day.ts';
import { aDisk } from '#tests/support/power-cut.ts';
import { noTally, stoppedDay, sumOf, tableOf, type Tally } from '#tests/support/stopped-days.ts';

const { values } = parseArgs({ options: { cuts: { type: 'string', default: '0' }, kills: { type: 'string', default: '0' }, state: { type: 'string', default: '.cache/stops' } } });
const wanted = { cut: Number(values.cuts), kill: Number(values.kills) };
if (Object.values(wanted).some((number) => !Number.isInteger(number) || number < 0)) {
  process.stderr.write('--cuts and --kills need a whole number\n');
  process.exit(2);
}

mkdirSync(values.state, { recursive: true });
const file = join(values.state, 'stops.json');
const tallies: Record<'cut' | 'kill', Tally> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as never) : { cut: noTally(), kill: noTally() };

function keep(): void {
  writeFileSync(`${file}.new`, JSON.stringify(tallies, null, 1));
  renameSync(`${file}.new`, file);
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopping = true));

const built = await buildDay();
const prepared = mkdtempSync(join(tmpdir(), 'murmur-before-'));
execFileSync(process.execPath, [built.before, prepared], { stdio: ['ignore', 'ignore', 'inherit'] });

for (const how of ['cut', 'kill'] as const) {
  if (how === 'cut' && wanted.cut > 0) {
    const disk = aDisk(16);
    disk?.remove();
    if (!disk) {
      process.stdout.write('power cuts are left out: this machine makes or mounts no disk of a file\n');
      continue;
    }
  }
  while (!stopping && sumOf(tallies[how], 'stops') < wanted[how]) {
    await stoppedDay({ how, built, prepared, tally: tallies[how], enough: wanted[how] });
    keep();
    process.stdout.write(`${how}s: ${sumOf(tallies[how], 'stops')} of ${wanted[how]}\n`);
  }
  if (wanted[how] > 0) process.stdout.write(`${tableOf(how, tallies[how])}\n`);
}
built.remove();
rmSync(prepared, { recursive: true, force: true });
if (stopping) process.stdout.write(`stopped; the same call goes on from ${values.state}\n`);
