// A coefficient joins two tables into one statement about each person; it must not rule out any way in which people can have answered.
import { describe, expect, test } from 'vitest';
import { publish } from '#app/domain/publication/publish.ts';
import { all, seeded, tallyOf } from '#tests/support/tallies.ts';
import { times } from '#tests/support/repetitions.ts';

const inPay = { q1: { dimension: 'pay' }, q2: { dimension: 'pay' } };

function coefficient(q1: readonly number[], q2: readonly number[], seed: number): number {
  const published = publish(tallyOf({ tree: 'top', answers: { top: { q1, q2 } }, items: inPay, rest: { chance: seeded(seed) } }));
  if (!published.ok) throw new Error(published.because);
  return published.value.correlations!.matrix[0]![1]!;
}

describe('the coefficients of a company', () => {
  test('are right on average', () => {
    const chance = seeded(1);
    const q1 = Array.from({ length: 400 }, () => 1 + chance(5));
    const q2 = q1.map((value) => (chance(2) === 0 ? value : 1 + chance(5)));
    const plain = pearson(q1, q2);
    const rounds = times(60, 600);
    const mean = Array.from({ length: rounds }, (_, seed) => coefficient(q1, q2, seed)).reduce((a, b) => a + b, 0) / rounds;
    expect(plain).toBeGreaterThan(0.4);
    expect(Math.abs(mean - plain)).toBeLessThan(0.01);
  });

  test('come as well from answers in which somebody has nothing to complain of as from answers in which everybody complains', () => {
    // Thirty complain of one question and thirty of the other: with the histograms the exact coefficient proves a complaint of all sixty.
    const q1 = [...all(30, 1), ...all(30, 4)];
    const q2 = [...all(30, 4), ...all(30, 1)];
    const content = (person: number) => q1.map((value, at) => (at === person ? 4 : at === 30 + person ? 1 : value));
    const seen = (answers: readonly number[]) => new Set(Array.from({ length: times(150, 1000) }, (_, seed) => coefficient(answers, q2, seed)));
    const real = seen(q1);
    for (const person of [0, 17, 29]) expect([...seen(content(person))].filter((value) => real.has(value)).length).toBeGreaterThan(1);
  }, times(30_000, 300_000));
});

function pearson(one: readonly number[], other: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const [a, b] = [mean(one), mean(other)];
  const sum = (of: (x: number, y: number) => number) => one.reduce((total, x, at) => total + of(x - a, other[at]! - b), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}
