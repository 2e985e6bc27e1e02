// What is lost where a release tells no spread of a dimension: worked out from histograms and company-wide correlations, how near does it
// come to the spread of people's own indices?
import { describe, expect, test } from 'vitest';
import { read, without, type Reading } from '#app/domain/analysis/readings.ts';
import { waveOf, type Wave } from '#app/domain/analysis/wave.ts';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import { times } from '#tests/support/repetitions.ts';
import { seeded, tallyOf } from '#tests/support/tallies.ts';

interface Company {
  readonly sizes: readonly number[];
  readonly questions: number;
  readonly seed: number;
}

const departmentOf = (at: number) => `d${at}`;

/** Departments differ by a standard deviation of 8 points; answers of a person to two questions correlate by about .45. */
function peopleOf({ sizes, questions, seed }: Company): number[][][] {
  const chance = seeded(seed);
  const normal = () => Array.from({ length: 6 }, () => chance(10_000) / 10_000 - 0.5).reduce((a, b) => a + b, 0) * Math.SQRT2;
  return sizes.map((size) => {
    const mood = 3.4 + 0.32 * normal();
    return Array.from({ length: size }, () => {
      const own = mood + 0.75 * normal();
      return Array.from({ length: questions }, () => Math.max(1, Math.min(5, Math.round(own + 0.75 * normal()))));
    });
  });
}

function waveFrom(company: Company): { wave: Wave; people: number[][][] } {
  const people = peopleOf(company);
  const ids = Array.from({ length: company.questions }, (_, at) => `q${at}`);
  const answers = Object.fromEntries(people.map((rows, at) => [departmentOf(at), Object.fromEntries(ids.map((id, question) => [id, rows.map((row) => row[question]!)]))]));
  const tree = `top\n${people.map((_, at) => `  ${departmentOf(at)}`).join('\n')}`;
  const input = tallyOf({ tree, answers, items: Object.fromEntries(ids.map((id) => [id, { dimension: 'pay' }])), rest: { chance: seeded(company.seed + 1) } });
  const published = publish(input);
  if (!published.ok) throw new Error(published.because);
  return { wave: waveOf(published.value, input.departments, []), people };
}

function deviationOf(rows: readonly (readonly number[])[]): number {
  const own = rows.map((row) => (row.reduce((sum, value) => sum + value - 1, 0) / row.length) * 25);
  const mean = own.reduce((a, b) => a + b, 0) / own.length;
  return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1));
}

const readingOf = (wave: Wave, at: number): Reading => read(wave, { kind: 'dimension', id: 'pay' }, wave.group('5', departmentOf(at))!)!;

describe('the spread of a dimension', () => {
  test.each([
    { people: 'departments of 6 to 14', sizes: Array.from({ length: times(150, 1000) }, (_, at) => 6 + (at % 9)), least: 0.8, most: 1.55 },
    { people: 'departments of 15 to 40', sizes: Array.from({ length: times(60, 400) }, (_, at) => 15 + (at % 26)), least: 0.88, most: 1.25 },
    { people: 'divisions of 150', sizes: Array.from({ length: 12 }, () => 150), least: 0.94, most: 1.08 },
  ])('is near that of people’s own indices in $people', ({ people: label, sizes, least, most }) => {
    for (const questions of [2, 3, 4]) {
      const { wave, people } = waveFrom({ sizes, questions, seed: 10 * questions });
      const ratios = people.map((rows, at) => Math.sqrt(readingOf(wave, at).moments.variance) / deviationOf(rows)).sort((a, b) => a - b);
      const at = (share: number) => ratios[Math.floor(share * (ratios.length - 1))]!;
      const mean = ratios.reduce((a, b) => a + b, 0) / ratios.length;
      process.stdout.write(`spread of a dimension of ${questions} questions in ${label}: ${mean.toFixed(2)} of the own spread; 5 % below ${at(0.05).toFixed(2)}, half below ${at(0.5).toFixed(2)}, 5 % above ${at(0.95).toFixed(2)}\n`);
      expect(mean).toBeGreaterThan(0.97);
      expect(mean).toBeLessThan(1.08);
      expect(at(0.05)).toBeGreaterThan(least);
      expect(at(0.95)).toBeLessThan(most);
    }
  });

  test('of everybody else is that of their own tables', () => {
    const { wave, people } = waveFrom({ sizes: [20, 30, 60, 40], questions: 3, seed: 4 });
    const others = without(read(wave, { kind: 'dimension', id: 'pay' }, wave.company('5'))!, readingOf(wave, 2))!;
    const own = people.filter((_, at) => at !== 2).flat();
    expect(others.moments.n).toBe(90);
    expect(Math.sqrt(others.moments.variance) / deviationOf(own)).toBeCloseTo(1, 1);
  });

  test('is the largest that histograms allow where no correlations are published', () => {
    const { wave, people } = waveFrom({ sizes: [9, 12, 15], questions: 3, seed: 4 });
    people.forEach((rows, at) => expect(Math.sqrt(readingOf(wave, at).moments.variance)).toBeGreaterThanOrEqual(deviationOf(rows)));
  });

  test('is the released one in releases that tell it', () => {
    const { wave } = waveFrom({ sizes: [20, 30], questions: 2, seed: 9 });
    const cells = { a1: { n: 20, sum: 1000, squares: 60_000 }, a2: { n: 30, sum: 1500, squares: 90_000 } };
    const release: Release = { ...wave.release, dimensions: { pay: { ...wave.release.dimensions['pay']!, cells } } };
    const told = waveOf(release, [...wave.departments.values()], []);
    expect(readingOf(told, 0).moments.variance).toBeCloseTo((60_000 - 20 * 50 ** 2) / 19, 6);
  });
});
