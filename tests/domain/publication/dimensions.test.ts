import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publish } from '#app/domain/publication/publish.ts';
import type { Release } from '#app/domain/publication/release/release.ts';
import type { TallyInput } from '#app/domain/publication/tally/tally-input.ts';
import { verifyRelease } from '#app/domain/publication/verify/verify.ts';
import { times } from '#tests/support/repetitions.ts';
import { all, seeded, tallyOf } from '#tests/support/tallies.ts';

function releaseOf(input: TallyInput): Release {
  const published = publish(input);
  if (!published.ok) throw new Error(published.because);
  return published.value;
}

const inPay = { q1: { dimension: 'pay' }, q2: { dimension: 'pay' }, q3: { dimension: 'pay' } };

describe('a dimension', () => {
  test('is the mean of the items’ means, 0 to 100, after reversing, and tells nothing more of the people', () => {
    const answers = { top: { q1: [5, 3, 3, 1, 5], q2: [1, 3, 3, 5, 3] } };
    const release = releaseOf(tallyOf({ tree: 'top', answers, items: { q1: { dimension: 'pay' }, q2: { dimension: 'pay', reverse: true } } }));
    const sum = 100 + 50 + 50 + 0 + 75;
    expect(release.dimensions['pay']).toEqual({
      partition: '5',
      items: ['q1', 'q2'],
      cells: { a1: { n: 5, sum } },
    });
  });

  test('counts people who answered at least half of its items', () => {
    const skip = 'skip' as const;
    const answers = { top: { q1: all(20, 3), q2: [...all(10, 5), ...all(10, skip)], q3: [...all(10, 4), ...all(5, 5), ...all(5, skip)] } };
    const cell = releaseOf(tallyOf({ tree: 'top', answers, items: inPay })).dimensions['pay']!.cells['a1']!;
    expect(cell.n).toBe(15);
    // The means of the three questions are 50, 100 and 75 + 25 / 3.
    expect(cell.sum).toBeCloseTo((15 * (50 + 100 + 75 + 25 / 3)) / 3, 3);
  });

  test('stands on unions of the cells of all its items', () => {
    const skip = 'skip' as const;
    const answers = { a: { q1: all(6, 3), q2: [3, ...all(5, skip)], q3: all(6, 3) }, b: { q1: all(8, 3), q2: all(8, 3), q3: all(8, 4) }, c: { q1: all(20, 3), q2: all(20, 3), q3: all(20, 4) } };
    const release = releaseOf(tallyOf({ tree: 'top\n  a\n  b\n  c', answers, items: inPay }));
    expect(release.items['q2']!.partition).toBe('5:q2');
    expect(release.dimensions['pay']!.partition).toBe('5:q2');
    expect(Object.keys(release.dimensions['pay']!.cells)).toEqual(['a1', 'a2']);
  });

  test('has a partition of its own where no other fits', () => {
    const skip = 'skip' as const;
    const few = (count: number, valid: number) => [...all(valid, 3), ...all(count - valid, skip)];
    const answers = {
      a: { q1: few(6, 2), q2: all(6, 3) },
      b: { q1: all(7, 3), q2: all(7, 3) },
      c: { q1: all(9, 3), q2: few(9, 3) },
      d: { q1: all(30, 3), q2: all(30, 3) },
    };
    const release = releaseOf(tallyOf({ tree: 'top\n  l\n    a\n    b\n  r\n    c\n    d', answers, items: inPay }));
    expect(release.dimensions['pay']!.partition).toBe('5:dimension:pay');
    expect(release.partitions['5:dimension:pay']!.atoms.map((atom) => atom.departments)).toEqual([['a', 'b'], ['c', 'd']]);
  });

  test('leaves recommendation out: its categories are not steps of one scale', () => {
    const answers = { top: { q1: all(6, 3), enps: all(6, 10) } };
    const release = releaseOf(tallyOf({ tree: 'top', answers, items: { q1: { dimension: 'pay' }, enps: { dimension: 'pay', kind: 'recommend', points: 11 } } }));
    expect(release.dimensions['pay']!.items).toEqual(['q1']);
  });
});

test('what people expect is no part of the index of what they have', () => {
  const answers = { top: { 'pay:expected': all(6, 5), 'pay:experienced': all(6, 3) } };
  const items = { 'pay:expected': { dimension: 'pay' }, 'pay:experienced': { dimension: 'pay' } };
  const pairs = [{ id: 'pay', expected: 'pay:expected', experienced: 'pay:experienced' }];
  expect(releaseOf(tallyOf({ tree: 'top', answers, items, rest: { pairs } })).dimensions['pay']).toMatchObject({
    items: ['pay:experienced'],
    cells: { a1: { n: 6, sum: 300 } },
  });
});

describe('attack 26: a dimension beside its items', () => {
  test('with complete answers the difference is the remaining item as it is published', () => {
    const answers = { a: { q1: [1, 2, 3, 4, 5, 3], q2: [3, 4, 5, 1, 2, 3] }, b: { q1: all(6, 4), q2: all(6, 2) } };
    const release = releaseOf(tallyOf({ tree: 'top\n  a\n  b', answers, items: inPay }));
    for (const atom of ['a1', 'a2']) {
      const index = (item: string) => release.items[item]!.cells[atom]!.reduce((sum, count, value) => sum + count * value * 25, 0);
      expect(2 * release.dimensions['pay']!.cells[atom]!.sum - index('q1')).toBe(index('q2'));
    }
  });

  test('one person who skipped one item cannot be calculated', () => {
    // Naively, 3 × dimension − (all items) is half of what this person said to the other two.
    const q3 = [...all(11, 4), 'skip' as const];
    const indices = [1, 5].map((said) => {
      const answers = { top: { q1: [...all(11, 4), said], q2: [...all(11, 4), said], q3 } };
      const release = releaseOf(tallyOf({ tree: 'top', answers, items: inPay }));
      const items = ['q1', 'q2', 'q3'].map((item) => release.items[item]!.cells['a1']!);
      const means = items.map((counts) => counts.reduce((sum, count, value) => sum + count * value * 25, 0) / counts.reduce((sum, count) => sum + count, 0));
      const { n, sum } = release.dimensions['pay']!.cells['a1']!;
      expect(n).toBe(12);
      expect(sum).toBeCloseTo((n * means.reduce((a, b) => a + b, 0)) / 3, 3);
      return sum;
    });
    expect(indices[0]).toBeLessThan(indices[1]!);
  });

  test('whoever skipped what, the sum follows from the item tables, and anybody can check it', () => {
    const sketches = fc.record({ people: fc.integer({ min: 5, max: 14 }), items: fc.integer({ min: 1, max: 4 }), skipped: fc.constantFrom(0, 10, 30, 60), seed: fc.nat() });
    let checked = 0;
    fc.assert(
      fc.property(sketches, ({ people, items, skipped, seed }) => {
        const chance = seeded(seed);
        const said = () => Array.from({ length: people }, () => (chance(100) < skipped ? ('skip' as const) : 1 + chance(5)));
        const department = () => Object.fromEntries(Array.from({ length: items }, (_, at) => [`q${at + 1}`, said()]));
        const input = tallyOf({ tree: 'top\n  a\n  b', answers: { a: department(), b: department() }, items: { ...inPay, q4: { dimension: 'pay', reverse: true } } });
        const published = publish(input);
        if (!published.ok) return;
        const release = published.value;
        const problems = (from: Release) => verifyRelease(from).problems.map(({ code }) => code);
        expect(problems(release)).toEqual([]);
        for (const [atom, cell] of Object.entries(release.dimensions['pay']?.cells ?? {})) {
          expect(Object.keys(cell)).toEqual(['n', 'sum']);
          const other = structuredClone(release) as { dimensions: { pay: { cells: Record<string, { n: number; sum: number }> } } } & Release;
          other.dimensions.pay.cells[atom]!.sum += cell.sum > 50 ? -0.5 : 0.5;
          expect(problems(other)).toContain('impossible-index');
          checked += 1;
        }
      }),
      { numRuns: times(60, 1500) },
    );
    expect(checked).toBeGreaterThan(50);
  });

  test('those who skipped the other question are not added up by themselves', () => {
    // Six skipped q2 and ten did not: with people's own indices, 2 × the sum − (q1 + q2) would be what the six said to q1.
    const answers = (six: number, ten: number) => ({ top: { q1: [...all(6, six), ...all(6, ten), ...all(4, 3)], q2: [...all(6, 'skip' as const), ...all(10, 3)] } });
    const [complaining, content] = [answers(1, 5), answers(5, 1)].map((said) => releaseOf(tallyOf({ tree: 'top', answers: said, items: inPay })));
    expect(complaining!.dimensions).toEqual(content!.dimensions);
  });
});
