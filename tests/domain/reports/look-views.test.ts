// What the pages say of a release about where to look, what matters, what is expected and whether the survey is believed.
import { describe, expect, test } from 'vitest';
import { labelsOf } from '#app/domain/reports/labels.ts';
import { credibilityView } from '#app/domain/reports/credibility-view.ts';
import { expectationCards } from '#app/domain/reports/expectation-view.ts';
import { importanceView } from '#app/domain/reports/importance-view.ts';
import { lookFirstView } from '#app/domain/reports/look-first-view.ts';
import { recommendationTile } from '#app/domain/reports/recommendation-tile.ts';
import { mapOf } from '#app/domain/reports/results-page.ts';
import { usualTarget } from '#app/domain/analysis/priorities/standing.ts';
import { quadrantOf } from '#app/domain/analysis/priorities/importance-map.ts';
import { aCompanyOfMany, aWave } from '#tests/support/waves.ts';

const low = (department: string, question: string) => 3.5 - (department === 'finance' && question.startsWith('WKL') ? 1.6 : 0);
const wave = aWave({ ...aCompanyOfMany, further: ['TRU-01', 'TRU-02', 'OUT-02', 'OUT-03', 'MGR-01'], mood: low, seed: 5 });
const labels = labelsOf(wave, 'en');
const looked = { wave, earlier: undefined, map: null, department: wave.root, labels };

describe('where to look first', () => {
  const view = (of: typeof wave, department = of.root) => lookFirstView(of, mapOf(of, undefined)!, { department, overall: 'outcome', targetOf: usualTarget }, labelsOf(of, 'en'));

  test('names the department that is low, with a number from a hundred answers on', () => {
    const { hint, rows, none } = view(wave);
    expect([hint, none]).toEqual([false, null]);
    expect(rows[0]).toMatchObject({ id: 'finance:workload', dimension: 'Workload' });
    expect(rows[0]!.below).toBeGreaterThanOrEqual(95);
    expect(rows[0]!.below).toBeLessThanOrEqual(99);
  });

  test('of another branch it says nothing', () => {
    expect(view(wave, 'sales').rows.filter(({ id }) => id.startsWith('finance'))).toEqual([]);
  });

  test('below a hundred answers it is a hint', () => {
    const small = aWave({ tree: 'company\n  finance\n  lab\n  plant', people: { finance: 20, lab: 15, plant: 25 }, mood: low, seed: 6 });
    expect(view(small)).toMatchObject({ hint: true });
    for (const row of view(small).rows) expect([row.below, row.underTarget]).toEqual([null, null]);
  });

  test('one group has nothing to be below of', () => {
    const alone = aWave({ tree: 'company', people: { company: 30 } });
    expect(view(alone)).toMatchObject({ rows: [], none: 'one-group' });
  });
});

test('the importance map holds every area asked, and no verdict beyond its certainty', () => {
  const view = importanceView([wave], wave.root, labels)!;
  expect(view.points.map(({ id }) => id).sort()).toEqual(['benefits', 'communication', 'manager', 'pay', 'workload']);
  expect(view.hairs.survey).toBe('Pulse pulse');
  const sure = (value: number) => ({ value, interval: [value - 1, value + 1] as const });
  const hairs = { index: 50, importance: 0.5 };
  const share = (value: number) => ({ value, interval: [value - 0.01, value + 0.01] as const });
  expect([quadrantOf(sure(40), share(0.6), hairs), quadrantOf(sure(60), share(0.6), hairs), quadrantOf(sure(40), share(0.4), hairs), quadrantOf(sure(60), share(0.4), hairs)]).toEqual(['concentrate', 'keep', 'low', 'overkill']);
  expect(quadrantOf({ value: 48, interval: [40, 56] }, share(0.6), hairs)).toBe('between');
});

test('the recommendation adds up and is silent below twenty answers', () => {
  const tile = recommendationTile(wave, wave.root, labels)!;
  expect(tile.shares.reduce((sum, one) => sum + one, 0)).toBe(100);
  expect(tile.interval[0]).toBeLessThanOrEqual(tile.score);
  expect(tile.interval[1]).toBeGreaterThanOrEqual(tile.score);
  expect(recommendationTile(wave, 'south', labels)).toBeNull();
});

test('expectation asked in one question has shares and no ratio', () => {
  const [card] = expectationCards(looked);
  expect(card).toMatchObject({ asked: 'one-question', ratio: null });
  expect(card!.below + card!.met + card!.above).toBe(100);
});

test('the survey itself is judged by two statements and by what was left unsaid', () => {
  const view = credibilityView(wave, labels)!;
  expect(view.statements.map(({ id }) => id)).toEqual(['TRU-01', 'TRU-02']);
  expect(view.unsaid?.questions).toBe(1);
  expect(view.unsaid!.percent).toBeLessThan(15);
});
