// A real published case in made-up numbers: twenty-one departments, results of fewer than five hidden, one department of four. Hidden,
// it is the total less the other twenty.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { analyseCommand } from '#app/cli/analyse.ts';
import { releaseVerify } from '#app/cli/release.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { rowsOver, smallestSupport } from '#tests/support/attacker.ts';
import { seeded } from '#tests/support/tallies.ts';

const sizes = [466, 388, 240, 201, 187, 150, 120, 96, 88, 71, 60, 52, 44, 31, 28, 21, 17, 12, 9, 6, 4];
const departments = sizes.map((size, at) => ({ id: size === 4 ? 'coroner' : `department-${at + 1}`, size }));
const questions = ['supervisor', 'workload', 'recognition', 'pay'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-county-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  readonly department: string;
  readonly answers: readonly number[];
}

/** The four of the coroner's are of one mind; one answer in fifty of everybody else's is missing. */
function everybody(): Row[] {
  const chance = seeded(21);
  return departments.flatMap(({ id, size }) =>
    Array.from({ length: size }, () => ({
      department: id,
      answers: questions.map((_, at) => (id === 'coroner' ? 1 + (at % 2) : chance(50) === 0 ? 0 : 1 + chance(5))),
    })),
  );
}

const cell = (value: number) => (value === 0 ? '' : String(value));
const wide = (rows: readonly Row[]) => [['department', ...questions].join(), ...rows.map(({ department, answers }) => [department, ...answers.map(cell)].join())].join('\n');
const long = (rows: readonly Row[]) =>
  ['department,item,answer', ...rows.flatMap(({ department, answers }) => questions.map((question, at) => [department, question, cell(answers[at]!)].join()))].join('\n');

async function released(text: string): Promise<Release> {
  const [answers, out] = [join(folder, 'county.csv'), join(folder, 'release.json')];
  writeFileSync(answers, text);
  const io = { out: () => undefined, err: (line: string) => void process.stderr.write(`${line}\n`), dataFolder: folder, json: false };
  expect(await analyseCommand.run(['--answers', answers, '--one-row-per-person', '--out', out], io)).toBe(0);
  expect(await releaseVerify.run([out], io)).toBe(0);
  return JSON.parse(readFileSync(out, 'utf8')) as Release;
}

const sum = (counts: readonly (readonly number[])[]) => counts.reduce((total, one) => total.map((count, at) => count + one[at]!));
const without = (all: readonly number[], less: readonly number[]) => all.map((count, at) => count - less[at]!);

/** Histogram of the departments at a place among the questions, as they answered. */
function saidIn(rows: readonly Row[], at: number, ids: readonly string[]): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const { department, answers } of rows) if (ids.includes(department) && answers[at]! > 0) counts[answers[at]! - 1]! += 1;
  return counts;
}

test('attack 20: under suppression the total less the departments shown is exactly what the department of four said', () => {
  const rows = everybody();
  const all = departments.map(({ id }) => id);
  questions.forEach((_, at) => {
    const shown = departments.filter(({ size }) => size >= 5).map(({ id }) => saidIn(rows, at, [id]));
    expect(without(saidIn(rows, at, all), sum(shown))).toEqual(saidIn(rows, at, ['coroner']));
  });
});

test.each([['one row per person', wide], ['one row per answer', long]] as const)(
  'attack 20: of twenty-one departments the one of four appears only in company of another, and no arithmetic on the release returns its result (%s)',
  async (_, format) => {
    const rows = everybody();
    const release = await released(format(rows));
    for (const { atoms, departments: shown } of Object.values(release.partitions)) {
      expect(atoms.find((atom) => atom.departments.includes('coroner'))!.departments.length).toBeGreaterThan(1);
      expect(shown.map(({ id }) => id)).not.toContain('coroner');
      expect(shown.length).toBeGreaterThanOrEqual(20);
    }
    questions.forEach((question, at) => {
      const { partition, cells } = release.items[question]!;
      const { atoms } = release.partitions[partition]!;
      const everyRow = rowsOver(release, partition, departments.map(({ id }) => [id]));
      const holders = departments.map(({ id }, column) => ({ columns: [column], people: saidIn(rows, at, [id]).reduce((total, count) => total + count, 0) }));
      expect(smallestSupport(everyRow, holders)).toBeGreaterThanOrEqual(5);
      // What sums and differences of any two published groups give is never what the four said.
      const published = [...atoms.map(({ id }) => cells[id]!), ...release.partitions[partition]!.departments.map((one) => sum(one.atoms.map((id) => cells[id]!)))];
      const secret = saidIn(rows, at, ['coroner']).join();
      for (const one of published) for (const other of published) expect(without(one, other).join()).not.toBe(secret);
    });
  },
);
