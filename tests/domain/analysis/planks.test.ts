import { expect, test } from 'vitest';
import type { HeatCell, HeatMap } from '#app/domain/analysis/map/heat-map.ts';
import { planksOf } from '#app/domain/analysis/priorities/planks.ts';
import { prioritiesOf } from '#app/domain/analysis/priorities/priorities.ts';
import { standingOf, isShort } from '#app/domain/analysis/priorities/standing.ts';
import { hasUnmetMust } from '#app/domain/analysis/priorities/unmet-must.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { departmentOf } from '#app/domain/reports/department-page.ts';
import { mapOf, resultsOf } from '#app/domain/reports/results-page.ts';
import { libraryItem } from '#app/domain/surveys/questions/question-library.ts';
import { aCompanyOfMany, aWave, threeWaves, type WaveSketch } from '#tests/support/waves.ts';

const waves = threeWaves();
const last = waves.at(-1) as Wave;
const mapOfWave = (wave: Wave): HeatMap => {
  const map = mapOf(wave, undefined);
  if (!map) throw new Error('no map');
  return map;
};
const of = (department: string, target = 75) => ({ department, overall: 'outcome', targetOf: () => target });
const level = { n: 40, size: 50, index: 67, interval: [63, 71] as const, worstCase: null, repeatability: null };
const cell = (arrow: 'up' | 'down' | null) => ({ rest: arrow === null ? null : { arrow, exploratory: false } }) as unknown as HeatCell;

test('clearly above the rest is no short plank, whatever the target; clearly below is one', () => {
  expect(standingOf({ cell: cell('up'), level, flagged: false }, 75)).toBe('above-rest');
  expect(standingOf({ cell: cell('down'), level, flagged: false }, 50)).toBe('below-rest');
  expect(standingOf({ cell: cell(null), level, flagged: false }, 75)).toBe('below-target');
  expect(standingOf({ cell: cell(null), level, flagged: false }, 70)).toBeNull();
  expect(standingOf({ cell: cell(null), level, flagged: false }, 60)).toBe('above-target');
  expect(standingOf({ cell: cell('up'), level, flagged: true }, 60)).toBe('unmet-must');
});

test('a figure that is the lowest of all and falls short of nothing is no short plank', () => {
  const quiet = aWave({ ...aCompanyOfMany, seed: 4, mood: (_, question) => (question === 'BEN-01' ? 4.0 : 4.2) });
  const { short, strengths, others } = planksOf(quiet, mapOfWave(quiet), of('finance', 70));
  expect(short).toEqual([]);
  expect(others.length + strengths.length).toBeGreaterThan(0);
});

test('no figure is called short and good, and every one is listed once', () => {
  for (const department of ['company', 'finance', 'plant', 'north', 'store']) {
    const { short, strengths, others } = planksOf(last, mapOfWave(last), of(department));
    const all = [...short, ...strengths, ...others].map(({ dimension }) => dimension);
    expect(new Set(all).size).toBe(all.length);
    expect(strengths.some(({ standing }) => isShort(standing))).toBe(false);
  }
});

test('the target decides, and is told by dimension', () => {
  const wave = aWave({ ...aCompanyOfMany, seed: 4, mood: () => 4 });
  const map = mapOfWave(wave);
  const short = (target: (dimension: string) => number) => planksOf(wave, map, { department: 'company', overall: 'outcome', targetOf: target }).short.map(({ dimension }) => dimension);
  expect(short(() => 20)).toEqual([]);
  expect(short((dimension) => (dimension === 'pay' ? 99 : 20))).toEqual(['pay']);
});

test('results, priorities and the head\'s page have one order', () => {
  const map = mapOf(last, waves.at(-2));
  for (const department of ['company', 'finance', 'plant']) {
    const listed = resultsOf(waves, map, { language: 'en', department, compared: 'rest' }).priorities;
    const { short } = departmentOf(waves, map, department, 'en');
    expect(listed.map(({ id }) => id)).toEqual(prioritiesOf(last, map as HeatMap, of(department)).map(({ dimension }) => dimension));
    expect(short.map(({ id }) => id)).toEqual(listed.map(({ id }) => id).filter((id) => short.some((plank) => plank.id === id)));
    for (const plank of short) {
      const row = listed.find(({ id }) => id === plank.id);
      expect(plank).toMatchObject({ change: row?.change, question: row?.question, company: row?.company, standing: row?.standing });
    }
  }
});

const unhappy = (of40: number): WaveSketch => ({
  tree: 'company\n  north\n  south',
  people: { north: 40, south: 40 },
  participation: 0.5,
  scoreOf: (row, question, points) => (libraryItem(question)?.kanoHypothesis === 'must-be' && row % 40 < of40 ? 0 : points - 1),
});

test('what is taken for granted is missing only where the exact interval lies above a fifth', () => {
  const flagged = (of40: number) => {
    const wave = aWave(unhappy(of40));
    return Object.entries(wave.release.dimensions).filter(([id, { partition }]) => {
      const group = wave.group(partition, 'north');
      return group !== null && hasUnmetMust(wave, id, group);
    }).length;
  };
  // 9 of 40 are 22 %, and 40 more did not answer; 20 of 40 leave no doubt.
  expect(flagged(9)).toBe(0);
  expect(flagged(20)).toBeGreaterThan(0);
});
