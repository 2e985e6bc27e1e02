import { describe, expect, test } from 'vitest';
import { differenceBetween, judgeFamily, scaledBy, type Difference } from '#app/domain/analysis/changes/comparison.ts';
import { changeIn, pairOf } from '#app/domain/analysis/changes/comparability.ts';
import { findingsOf } from '#app/domain/analysis/map/findings.ts';
import { rowOf, type HeatMap } from '#app/domain/analysis/map/heat-map.ts';
import { kappaOf } from '#app/domain/analysis/statistics/kappa.ts';
import { questionsUnder } from '#app/domain/analysis/changes/question-claims.ts';
import { readFor, without } from '#app/domain/analysis/readings.ts';
import { rankTest, welch } from '#app/domain/analysis/statistics/two-groups.ts';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { mapOf } from '#app/domain/reports/results-page.ts';
import { assertedBy } from '#tests/support/assertions.ts';
import { chanceFrom } from '#tests/support/chance.ts';
import { departmentOfFifty, twoWavesOf, type World } from '#tests/support/null-worlds.ts';
import { aCompanyOfMany, aWave, threeWaves } from '#tests/support/waves.ts';

const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('expected a value');
  return value;
};
const mapOfWorld = (world: World): HeatMap => {
  const [before, now] = twoWavesOf(world);
  return must(mapOf(now, before));
};
const seeds = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('where nothing happened', () => {
  test.each([
    [60, 'same'], [60, 'redrawn'], [250, 'same'], [250, 'redrawn'],
  ] as const)('of %i people, the %s, at most a tenth of the surveys assert anything', (size, people) => {
    const said = seeds(20).filter((seed) => {
      const { change, rest } = assertedBy(mapOfWorld({ size, people, seed }));
      return change + rest > 0;
    });
    expect(said.length).toBeLessThanOrEqual(2);
  });
});

describe('what did happen is said', () => {
  test('a department of fifty that falls by 15 points in everything is found, of 250 people', () => {
    const found = seeds(12).filter((seed) => {
      const [before, now] = twoWavesOf({ size: 250, people: 'same', seed: 500 + seed, moves: -15 });
      const map = must(mapOf(now, before));
      return must(map.cells[rowOf(map, now, departmentOfFifty)]).some((cell) => cell?.change?.arrow === 'down');
    });
    expect(found.length).toBeGreaterThanOrEqual(6);
  });

  test('four points down everywhere in a company of 2,000 are said, with their size', () => {
    const map = mapOfWorld({ size: 2_000, people: 'same', seed: 3, all: -4 });
    const company = must(map.cells[0]).flatMap((cell) => cell?.change ?? []);
    expect(company.every(({ arrow, small, detectable }) => arrow === 'down' && (small || detectable === null))).toBe(true);
    expect(company.some(({ small }) => small)).toBe(true);
    expect(findingsOf(map, 0, 'outcome')[1]).toMatchObject({ code: 'fell' });
  });
});

test('departments that moved apart do not hide a change of the company', () => {
  const sketch = { tree: 'company\n  a\n  b\n  c\n  d\n  e\n  f', people: { a: 40, b: 40, c: 40, d: 40, e: 40, f: 40 } };
  const before = aWave({ ...sketch, id: 'first', closed: '2026-01-30', seed: 1 });
  const now = aWave({ ...sketch, id: 'second', closed: '2026-04-30', seed: 2, mood: (department) => ('abc'.includes(department) ? 4.6 : 3.2) });
  const map = must(mapOf(now, before));
  expect(map.kappas[0]).toBe(1);
  expect(Math.max(...map.kappas)).toBeGreaterThan(1.5);
  expect(findingsOf(map, 0, 'outcome').map(({ code }) => code)).toContain('rose');
});

test('kappa falls where the same people answer, is one where they are drawn anew, and leaves out whoever is judged', () => {
  const mean = (people: World['people']) => seeds(6).reduce((sum, seed) => sum + (mapOfWorld({ size: 250, people, seed }).kappas[0] as number), 0) / 6;
  expect(mean('same')).toBeLessThan(0.85);
  expect(mean('redrawn')).toBeGreaterThan(0.9);
  const changes = [{ atom: 'a', points: 40, variance: 16 }, ...['b', 'c', 'd', 'e'].map((atom) => ({ atom, points: 0, variance: 16 }))];
  const kappa = kappaOf([changes]);
  // Q around the common change of 8: (32² + 4 · 8²) / 16 = 80, of four degrees.
  expect(kappa(() => [])).toBeCloseTo((80 + 30) / (4 + 30), 10);
  expect(kappa(() => ['a'])).toBeCloseTo(30 / (3 + 30), 10);
  expect(kappaOf([[], [changes[0]!]])(() => [])).toBe(1);
});

test('a limit is the change that the rule shows in four of five cases', () => {
  const chance = chanceFrom(7);
  const uniform = () => (chance(1_000_000) + 0.5) / 1_000_000;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const drawn = (points: number): Difference => {
    const one = { points, interval: [0, 0] as const, p: 1, delta: points > 0 ? 0.3 : -0.3, standardError: 4, degrees: 80, spread: 20, room: 60, large: false, exploratory: false };
    return scaledBy(1, one);
  };
  const family = Array.from({ length: 60 }, () => drawn(0));
  const limit = must(must(judgeFamily(family)[0]).detectable);
  const shown = Array.from({ length: 1_000 }, () => judgeFamily([drawn(limit + 4 * normal()), ...family.slice(1)])[0]?.arrow).filter((arrow) => arrow === 'up').length;
  expect(shown / 1_000).toBeGreaterThan(0.76);
  expect(shown / 1_000).toBeLessThan(0.87);
});

test('a question has an arrow only under a dimension that stood out in the same group', () => {
  const [before, now] = twoWavesOf({ size: 250, people: 'same', seed: 501, moves: -25 });
  const map = must(mapOf(now, before));
  let judged = 0;
  map.questions.forEach((claims, row) => {
    map.subjects.forEach(({ id }, column) => {
      const cell = map.cells[row]?.[column];
      const single = must(now.release.dimensions[id]).items.length === 1;
      for (const item of questionsUnder(now, id)) {
        const claim = claims.get(item)?.change;
        if (!claim) continue;
        judged += 1;
        expect(single || cell?.change?.flagged).toBe(true);
      }
    });
  });
  expect(judged).toBeGreaterThan(0);
});

describe('the rules that the method note names are those that ran', () => {
  const [, before, last] = threeWaves() as [Wave, Wave, Wave];
  const map = must(mapOf(last, before));
  const cellOf = (id: string, department: string) => must(map.cells[rowOf(map, last, department)]?.[map.subjects.findIndex((subject) => subject.id === id)]);

  test('against the rest ranks for one question, Welch for several, with no less spread than the rest has', () => {
    const [pay, workload] = ['pay', 'workload'].map((id) => {
      const [whole, part] = [must(readFor(last, { kind: 'dimension', id }, 'company')), must(readFor(last, { kind: 'dimension', id }, 'finance'))];
      return { rest: must(without(whole, part)), part };
    });
    expect(must(cellOf('pay', 'finance').rest).p).toBe(rankTest(must(must(pay).rest.counts), must(must(pay).part.counts)));
    expect(must(cellOf('workload', 'finance').rest).p).toBe(
      welch(must(workload).rest.moments, { ...must(workload).part.moments, variance: Math.max(must(workload).part.moments.variance, must(workload).rest.moments.variance) }).p,
    );
  });

  test('few who agree are not surer for it', () => {
    const rest = { counts: null, moments: { n: 400, mean: 60, variance: 500 } };
    const alike = { counts: null, moments: { n: 9, mean: 75, variance: 0 } };
    expect(must(differenceBetween(rest, alike)).p).toBeGreaterThan(0.05);
    expect(must(differenceBetween(rest, { ...alike, moments: { ...alike.moments, n: 30 } })).p).toBeLessThan(0.001);
  });

  test('against the survey before averages, with the margin that the other groups show', () => {
    const { difference } = changeIn(pairOf(before, last, { kind: 'dimension', id: 'pay' }), 'finance');
    const kappa = must(map.kappas[rowOf(map, last, 'finance')]);
    expect(must(cellOf('pay', 'finance').change).standardError).toBeCloseTo(must(difference).standardError * Math.sqrt(kappa), 10);
    expect(kappa).not.toBe(1);
  });
});

describe('each missing comparison has its one reason', () => {
  const [one, two] = threeWaves() as [Wave, Wave, Wave];
  const reasons = (map: HeatMap, wave: Wave, department: string) => must(map.cells[rowOf(map, wave, department)]).map((cell) => [cell?.broken, cell?.restBroken]);

  test('the first survey, and the company, which has no rest', () => {
    for (const [broken, rest] of reasons(must(mapOf(one, undefined)), one, 'company')) expect([broken, rest]).toEqual(['first-wave', 'whole']);
  });

  test('too few answers in a department under eight', () => {
    const small = { tree: 'company\n  north\n  tiny\n  south', people: { north: 30, tiny: 6, south: 30 } };
    const [first, second] = [aWave({ ...small, seed: 1 }), aWave({ ...small, seed: 2 })];
    for (const [broken, rest] of reasons(must(mapOf(second, first)), second, 'tiny')) expect([broken, rest]).toEqual(['too-few', 'too-few']);
  });

  test('counted with others, not asked, and worded differently', () => {
    const bigger = aWave({ ...aCompanyOfMany, people: { ...aCompanyOfMany.people, 'key-accounts': 9 }, seed: 5 });
    const broken = ['north', 'south'].flatMap((id) => reasons(must(mapOf(bigger, two)), bigger, id).map(([change]) => change));
    expect(broken).toContain('composition');
    const more = aWave({ ...aCompanyOfMany, further: ['MGR-01'], seed: 9 });
    const plain = aWave({ ...aCompanyOfMany, seed: 8 });
    const asked = must(mapOf(more, plain));
    const asksNow = asked.subjects.findIndex(({ id }) => more.release.dimensions[id]?.items.includes('MGR-01'));
    expect(must(asked.cells[0])[asksNow]?.broken).toBe('not-asked');
    const reworded: Wave = { ...two, wording: new Map([...two.wording, ['PAY-01', 'other words']]) };
    const map = must(mapOf(reworded, one));
    expect(must(map.cells[0])[map.subjects.findIndex(({ id }) => id === 'pay')]?.broken).toBe('wording');
  });

  test('departments of eight to ten in both surveys are compared', () => {
    const eights = { tree: 'company\n  north\n  eight\n  south', people: { north: 30, eight: 10, south: 30 }, scoreOf: (row: number, question: string, points: number) => (row * 7 + question.length * 3 + points) % points };
    const [first, second] = [aWave({ ...eights, seed: 1 }), aWave({ ...eights, seed: 2 })];
    expect(reasons(must(mapOf(second, first)), second, 'eight').filter(([broken]) => broken !== null)).toEqual([]);
  });
});
