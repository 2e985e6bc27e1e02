// Golden numbers come from an independent numerical package: Pearson over all pairs, each both ways round.
import { describe, expect, test } from 'vitest';
import { reciprocityOf } from '#app/domain/analysis/serving/reciprocity.ts';
import { waveOf } from '#app/domain/analysis/wave.ts';
import { inAll } from '#app/domain/kernel/language.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { releaseOf, type Cell } from '#tests/support/service-tables.ts';

const gives: Readonly<Record<string, number>> = {
  'a>b': 76.1, 'a>c': 61.7, 'a>d': 57.0, 'a>e': 65.3, 'b>a': 75.4, 'b>c': 71.3, 'b>d': 50.6, 'b>e': 62.6, 'c>a': 59.2, 'c>b': 71.1,
  'c>d': 65.1, 'c>e': 55.0, 'd>a': 47.9, 'd>b': 61.3, 'd>c': 70.2, 'd>e': 35.4, 'e>a': 52.3, 'e>b': 59.4, 'e>c': 42.7, 'e>d': 33.3,
};

/** Providers p-a, p-b … of the departments a, b …, which all serve everybody; a cell for each who gives, and one of strangers. */
function surveyOf(given: Readonly<Record<string, number>>, rename: (from: string) => string = (from) => from) {
  const ids = [...new Set(Object.keys(given).map((key) => key.split('>')[0]!))].sort();
  const cells = (to: string): Cell[] => [['elsewhere', 12, 50], ...ids.flatMap((from): Cell[] => (given[`${from}>${to}`] === undefined ? [] : [[rename(from), 9, given[`${from}>${to}`]!]]))];
  const departments = ['all', 'elsewhere', 'strangers', ...ids].map((id) => ({ id, parentId: id === 'all' ? null : 'all', name: id }));
  const providers = ids.map((id) => ({ id: `p-${id}`, departments: [id], customers: ['all'], name: inAll(id) }));
  return { wave: waveOf(releaseOf(Object.fromEntries(ids.map((id) => [`p-${id}`, cells(id)]))), departments, []), providers };
}

const withoutLast = (count: number) => {
  const order = ['d>e', 'c>e', 'c>d'].slice(0, count);
  return Object.fromEntries(Object.entries(gives).filter(([key]) => !order.includes(key)));
};

describe('whether high marks are given back', () => {
  test('is the correlation over all pairs, whoever of a pair is named first', () => {
    expect(reciprocityOf(surveyOf(gives))).toEqual({ pairs: 10, r: expect.closeTo(0.800091, 5) as number });
    expect(reciprocityOf(surveyOf(withoutLast(2)))).toEqual({ pairs: 8, r: expect.closeTo(0.62297, 5) as number });
  });

  test('is not asked with fewer than eight pairs that rate each other, and not where all give the same', () => {
    expect(reciprocityOf(surveyOf(withoutLast(3)))).toBeNull();
    expect(reciprocityOf(surveyOf(Object.fromEntries(Object.keys(gives).map((key) => [key, 50]))))).toBeNull();
  });

  test('takes nothing for the word of a department that was said together with others', () => {
    expect(reciprocityOf(surveyOf(gives, (from) => `${from} strangers`))).toBeNull();
  });

  test('is said by mistake in at most three of a hundred tables of eight pairs without any', () => {
    const chance = chanceFrom(93);
    const pairs = Object.keys(withoutLast(2));
    const normal = () => Array.from({ length: 12 }, () => chance(1_000)).reduce((sum, one) => sum + one, 0) / 1_000 - 6;
    const tables = 1_500;
    let said = 0;
    for (let table = 0; table < tables; table += 1) if (reciprocityOf(surveyOf(Object.fromEntries(pairs.map((key) => [key, 55 + 8 * normal()]))))!.r > 0.6) said += 1;
    expect(said / tables).toBeLessThan(0.035);
    expect(said).toBeGreaterThan(0);
  });
});
