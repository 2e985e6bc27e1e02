import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#app/domain/kernel/language.ts';
import { countTyped, numberTyped, percentTyped } from '#app/domain/kernel/typed-number.ts';

const someNumber = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom(1, 10, 100, 1000)).map(([whole, by]) => whole / by);
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const notMinusNothing = (value: number) => (Object.is(value, -0) ? 0 : value);

describe('a number that somebody typed', () => {
  test.each([
    ['3', 3], [' 3 ', 3], ['３', 3], ['１２', 12], ['2,5', 2.5], ['2.5', 2.5], ['２．５', 2.5], ['2，5', 2.5], ['0,125', 0.125], ['1,200', 1200], ['1，200', 1200], ['1 200', 1200], ['1\u202F200,5', 1200.5],
    ['1.200,5', 1200.5], ['1,200.5', 1200.5], ['1.200.000', 1_200_000], ['1.125', 1.125], ['-3', -3], ['−3', -3], ['－３', -3], ['– 3', -3], ['+4', 4], ['0', 0], ['0,0', 0],
  ])('«%s» is %d', (text, value) => expect(numberTyped(text)).toBe(value));

  test.each(['', ' ', '-', '.', ',', 'many', '1e9', '0x10', 'Infinity', 'NaN', '-0', '−0,0', '10²', '½', 'Ⅳ', '1,2,3', '1.2.3', '12,34,567', '1 2', '.5', '5.', '12345678', '1.2345', '--3', '3-', '5 %', '٣'])('«%s» is none', (text) => expect(numberTyped(text)).toBeNull());

  test('whatever the portal prints it reads again, in each language of its pages', () => {
    for (const language of languages) {
      const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
      fc.assert(fc.property(someNumber, (value) => {
        expect(numberTyped(format.format(notMinusNothing(value)))).toBe(notMinusNothing(value));
      }));
    }
  });

  test('what stands in a field from before is read as it was kept, in wide signs too', () => {
    fc.assert(fc.property(someNumber, (value) => {
      const kept = notMinusNothing(value);
      expect([numberTyped(String(kept)), numberTyped(wide(String(kept))), numberTyped(String(kept).replace('-', '−'))]).toEqual([kept, kept, kept]);
    }));
  });

  test('no text at all makes anything but a number of seven digits, and never the nothing below nothing', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789.,-−+ eE％%２，²½\u3000'), maxLength: 14 });
    fc.assert(fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), (text) => {
      const value = numberTyped(text);
      expect(value === null || (Number.isFinite(value) && Math.abs(value) < 10_000_000 && !Object.is(value, -0))).toBe(true);
    }), { numRuns: 2_000 });
  });

  test('a count is whole and never under nothing; a part of a hundred is no more than all', () => {
    expect(['3', '３', '1,200', '-3', '2.5', '-0', '1e3'].map(countTyped)).toEqual([3, 3, 1200, null, null, null, null]);
    expect(['40', '40 %', '４０％', '12,5 %', '100', '101', '-1', '%', '4%%'].map(percentTyped)).toEqual([40, 40, 40, 12.5, 100, null, null, null, null]);
  });
});
