import { expect, test } from 'vitest';
import { bandReadingsOf } from '#app/domain/analysis/changes/bands.ts';
import type { ReleasedCut } from '#app/domain/publication/release/release.ts';

/** Favourable and valid answers of one question, band by band. */
const cutOf = (...bands: readonly (readonly [number, number])[]): ReleasedCut => ({
  question: 'tenure',
  scope: 'company',
  bands: bands.map((pay, at) => ({ labels: [String(at)], answered: pay[1], favourable: { pay } })),
});
const bandReadings = (cut: ReleasedCut) => bandReadingsOf([cut])[0]!;
const arrows = (cut: ReleasedCut) => bandReadings(cut).get('pay')?.map(({ difference }) => difference?.arrow ?? null);

test('a band is held against all other bands together', () => {
  const readings = bandReadings(cutOf([30, 40], [10, 40], [12, 40])).get('pay');
  expect(readings?.map(({ rest }) => rest)).toEqual([{ favourable: 22, n: 80 }, { favourable: 42, n: 80 }, { favourable: 40, n: 80 }]);
  expect(readings?.[0]?.difference?.points).toBeCloseTo(75 - 27.5);
  expect(arrows(cutOf([30, 40], [10, 40], [12, 40]))).toEqual(['up', 'down', 'down']);
});

test('below thirty answers on either side nothing is compared', () => {
  expect(bandReadings(cutOf([28, 29], [3, 60])).get('pay')?.map(({ difference }) => difference)).toEqual([null, null]);
  expect(arrows(cutOf([29, 30], [3, 60]))).toEqual(['up', 'down']);
});

test('what chance explains and what is too small to notice gets no arrow', () => {
  expect(arrows(cutOf([20, 40], [23, 40]))).toEqual([null, null]);
  expect(arrows(cutOf([5000, 10_000], [5500, 10_000]))).toEqual([null, null]);
});

test('all questions of a table are one family', () => {
  const one: ReleasedCut = cutOf([23, 40], [13, 40]);
  expect(arrows(one)).toEqual(['up', 'down']);
  const others = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`other-${at}`, [20, 40] as const]));
  const bands = one.bands.map((band) => ({ ...band, favourable: { ...band.favourable, ...others } }));
  expect(arrows({ ...one, bands })).toEqual([null, null]);
});
