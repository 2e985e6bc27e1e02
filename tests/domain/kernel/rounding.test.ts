import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDecimals, whole, wholeShares } from '#app/domain/kernel/rounding.ts';
import { sourcesIn } from '#tests/support/sources.ts';

test('halves go away from zero, whichever side they are on', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5].map(whole)).toEqual([1, 2, 3, -1, -2, -3]);
  expect([2.45, -2.45].map((value) => toDecimals(value, 1))).toEqual([2.5, -2.5]);
});

test('a half that a sum missed by a hair is a half', () => {
  expect(whole(62.49999999999999)).toBe(63);
  expect(Object.is(whole(-0.2), 0)).toBe(true);
});

test('shares of any people add up to 100, none is further than one from its exact share, and nobody is nobody', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 11 }), (people) => {
      const shares = wholeShares(people);
      const all = people.reduce((sum, one) => sum + one, 0);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(all === 0 ? 0 : 100);
      people.forEach((one, at) => {
        if (all > 0) expect(Math.abs((shares[at] as number) - (100 * one) / all)).toBeLessThan(1 + 1e-6);
        if (one === 0) expect(shares[at]).toBe(0);
      });
    }),
  );
});

test('of equal remainders the larger part gets the per cent, then the first', () => {
  expect(wholeShares([1, 1, 1])).toEqual([34, 33, 33]);
  expect(wholeShares([1, 5])).toEqual([17, 83]);
  expect(wholeShares([1, 7])).toEqual([12, 88]);
});

// A drawing's axis is no figure, and seconds are none either.
const others = ['app/ui/charts/trend-line.tsx'];

test('nothing that shows figures of a survey rounds by itself', () => {
  const shown = ['app/domain/reports', 'app/domain/plans', 'app/services/plans', 'app/services/reports', 'app/ui'].flatMap((folder) => sourcesIn(folder));
  const rounding = shown.filter(({ path, text }) => /Math\.round\(|\.toFixed\(/.test(text) && !others.includes(path));
  expect(rounding.map(({ path }) => path)).toEqual([]);
});
