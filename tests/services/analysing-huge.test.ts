// Files that are larger than the memory of the program that reads them.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { times } from '#tests/support/repetitions.ts';

/** Megabytes the program may use, less than the file has; the longer run reads two gigabytes. */
const heap = 100;
const megabytes = times(150, 2_048);
const timeLimit = times(120_000, 1_200_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-huge-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the beginning, then the piece over and over until the file has its size. */
function fileOf(beginning: string, piece: string): string {
  const path = join(folder, 'answers.csv');
  const file = openSync(path, 'w');
  const block = Buffer.from(piece.repeat(Math.ceil(1_000_000 / piece.length)));
  writeSync(file, beginning);
  for (let written = 0; written < megabytes * 1_000_000; written += block.length) writeSync(file, block);
  closeSync(file);
  return path;
}

function analyse(answers: string) {
  const run = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, 'app/cli/murmur.mjs', 'analyse', '--answers', answers, '--one-row-per-person', '--out', join(folder, 'release.json')], { encoding: 'utf8' });
  return { ...run, err: run.stderr.replaceAll(`${folder}/`, '') };
}

test(
  'a file larger than the memory is streamed, and becomes its release',
  () => {
    const { status, stdout } = analyse(fileOf('department,pay,remark\n', `Sales,4,${'x'.repeat(20_000)}\n`));
    expect(stdout).toMatch(/^\d+ rows read/);
    expect(status).toBe(0);
    expect(readdirSync(folder)).toContain('release.json');
  },
  timeLimit,
);

test.each([
  ['without a line that ends', 'x'.repeat(10_000)],
  ['with a quotation mark that is never closed', 'Sales,4\n'],
])(
  'a file larger than the memory %s is refused at the place where reading ends, and nothing is written',
  (name, piece) => {
    const { status, err } = analyse(fileOf(`department,pay\n${name.includes('quotation') ? '"' : ''}`, piece));
    expect(err).toMatch(/^answers\.csv:\d+:1: the table cannot be read from here on; check for a quotation mark that is never closed$/m);
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(['answers.csv']);
  },
  timeLimit,
);
