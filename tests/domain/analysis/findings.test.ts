import { expect, test } from 'vitest';
import { findingsOf } from '#app/domain/analysis/map/findings.ts';
import type { HeatCell, HeatMap } from '#app/domain/analysis/map/heat-map.ts';
import { mapOf, resultsOf } from '#app/domain/reports/results-page.ts';
import { aCompanyOfMany, aWave, type WaveSketch } from '#tests/support/waves.ts';

const waveOf = (sketch: Partial<WaveSketch>) => aWave({ ...aCompanyOfMany, ...sketch });
const mapOfWaves = (now: ReturnType<typeof waveOf>, before?: ReturnType<typeof waveOf>): HeatMap => {
  const map = mapOf(now, before);
  if (!map) throw new Error('no map');
  return map;
};
const codes = (map: HeatMap, row = 0) => findingsOf(map, row, 'outcome').map(({ code }) => code);

test('where nobody can be compared, nobody is called alike', () => {
  const small = { tree: 'company\n  a\n  b\n  c', people: { a: 6, b: 7, c: 6 } };
  const map = mapOfWaves(aWave(small));
  expect(codes(map)[2]).toBe('departments-untested');
  expect(codes(map, 1)[2]).toBe('rest-untested');
  const one = mapOfWaves(aWave({ tree: 'company\n  a', people: { a: 20 } }));
  expect(codes(one)[2]).toBe('departments-untested');
});

test('figures that are one and the same are not ranked', () => {
  const all = mapOfWaves(waveOf({ scoreOf: (_, __, points) => (points === 5 ? 3 : 8) }));
  expect(codes(all)[0]).toBe('levels-alike');
});

test('why nothing can be compared is said by the reason that most areas have', () => {
  const wave = waveOf({ seed: 2 });
  const before = waveOf({ seed: 1 });
  expect(codes(mapOfWaves(wave))[1]).toBe('first-wave');
  const reworded = { ...wave, wording: new Map([...wave.wording].map(([id]) => [id, 'other words'])) };
  expect(codes(mapOfWaves(reworded, before))[1]).toBe('no-comparison-wording');
  const few = { tree: 'company\n  a\n  b', people: { a: 6, b: 30 } };
  const [one, two] = [aWave({ ...few, seed: 1 }), aWave({ ...few, seed: 2 })];
  const map = mapOfWaves(two, one);
  const of = (department: string) => map.rows.findIndex((row) => row.department === department);
  expect(codes(map, of('a'))[1]).toBe('no-comparison-too-few');
  const moved = aWave({ tree: 'company\n  a\n  b\n  c', people: { a: 30, b: 30, c: 3 }, seed: 1 });
  const later = mapOfWaves(aWave({ tree: 'company\n  a\n  b\n  c', people: { a: 30, b: 30, c: 20 }, seed: 2 }), moved);
  expect(later.rows.map((_, row) => codes(later, row)[1])).toContain('no-comparison-composition');
  const asked = { ...before, release: { ...before.release, items: {}, dimensions: {} } };
  expect(codes(mapOfWaves(wave, asked))[1]).toBe('no-comparison-not-asked');
});

test('no limit is said for a row of which one area has none', () => {
  const map = mapOfWaves(waveOf({ seed: 2, participation: 0.5 }), waveOf({ seed: 1, participation: 0.5 }));
  const [, said] = findingsOf(map, 0, 'outcome');
  expect(said?.code).toBe('no-clear-change');
  const limits = (map.cells[0] as HeatCell[]).map((cell) => cell.change?.detectable ?? 0);
  if (said?.code === 'no-clear-change') expect(said.detectable).toBe(Math.max(...limits));
  const without = map.cells.map((line) => line.map((cell, at) => (cell?.change && at === 1 ? { ...cell, change: { ...cell.change, detectable: null } } : cell)));
  expect(codes({ ...map, cells: without })[1]).toBe('no-clear-change-bare');
});

test('a change of an area that asks other questions now names the question that both surveys asked', () => {
  const before = waveOf({ seed: 1, mood: () => 4.4 });
  const now = waveOf({ seed: 2, further: ['PAY-02'], mood: (_, question) => (question.startsWith('PAY') ? 2 : 4.4) });
  const page = resultsOf([before, now], mapOf(now, before), { language: 'en', department: 'company', compared: 'before' });
  expect(page.findings[1]).toMatchObject({ code: 'fell', question: now.questions.find(({ id }) => id === 'PAY-01')?.text.en });
});

test('at most five findings, what is sure before what is not, what is below before what is above', () => {
  const before = waveOf({ seed: 1, mood: () => 3.6 });
  const now = waveOf({ seed: 2, mood: (department, question) => (question.startsWith('PAY') ? 2 : question.startsWith('BEN') ? 4.6 : department === 'finance' ? 1.6 : 3.6) });
  const map = mapOfWaves(now, before);
  const found = findingsOf(map, 0, 'outcome');
  expect(found.length).toBeLessThanOrEqual(5);
  const moved = found.flatMap((one) => (one.code === 'rose' || one.code === 'fell' ? [one] : []));
  expect(moved.map(({ points }) => Math.abs(points))).toEqual(moved.map(({ points }) => Math.abs(points)).toSorted((a, b) => b - a));
  expect(moved).toHaveLength(2);
  const quiet = mapOfWaves(waveOf({ scoreOf: (_, __, points) => (points === 5 ? 3 : 8) }));
  expect(codes(quiet)).toEqual(['levels-alike', 'first-wave', 'departments-alike']);
  const company = mapOfWaves(waveOf({ seed: 2, mood: (department) => (department === 'finance' ? 1.6 : 3.6) }));
  expect(codes(company).at(-1)).toBe('first-wave');
  expect(codes(company).slice(1, 3)).toEqual(['below-the-rest', 'below-the-rest']);
});
