import { expect, test } from 'vitest';
import { pressingPlanks } from '#app/domain/analysis/priorities/pressing.ts';
import { departmentOf } from '#app/domain/reports/department-page.ts';
import { mapOf } from '#app/domain/reports/results-page.ts';
import { aWave, type WaveSketch } from '#tests/support/waves.ts';

const tree = 'amber\n  sales\n    north\n    south\n  operations';
const people = { north: 20, south: 20, operations: 40 };

function pressingOf(mood: WaveSketch['mood']): string[] {
  const wave = aWave({ tree, people, participation: 1, mood });
  const map = mapOf(wave, undefined);
  return map ? pressingPlanks(wave, map, 'outcome').map(({ department, dimension }) => `${department} ${dimension}`) : [];
}

test('a department alike to the others asks for nothing, though it has its three lowest', () => {
  expect(pressingOf(() => 4.4)).toEqual([]);
});

test('what is clearly below the rest asks for an answer', () => {
  const found = pressingOf((department, question) => (department === 'north' && question.startsWith('WKL') ? 1.6 : 4.4));
  expect(found).toContain('north workload');
  expect(found.filter((one) => one.startsWith('south') || one.startsWith('operations'))).toEqual([]);
});

test('what is missing everywhere is asked of the company alone', () => {
  const everywhere = pressingOf((_, question) => (question.startsWith('WKL') || question.startsWith('PAY') ? 1.8 : 4.4));
  expect(everywhere.length).toBeGreaterThan(0);
  expect(everywhere.filter((one) => !one.startsWith('amber'))).toEqual([]);
});

test('a head is shown as asked exactly what is asked: not what the company is asked, nor what the department it is counted with is', () => {
  const mood: WaveSketch['mood'] = (_, question) => (question.startsWith('WKL') || question.startsWith('PAY') ? 1.8 : 4.4);
  const wave = aWave({ tree: `${tree}\n    desk`, people: { ...people, desk: 3 }, participation: 1, mood });
  const map = mapOf(wave, undefined)!;
  const shown = [...wave.departments.keys()].flatMap((id) => departmentOf([wave], map, id, 'en').short.filter(({ asks }) => asks).map((plank) => `${id} ${plank.id}`));
  const asked = pressingPlanks(wave, map, 'outcome').map(({ department, dimension }) => `${department} ${dimension}`);
  expect(asked.length).toBeGreaterThan(0);
  expect(shown.sort()).toEqual(asked.sort());
});
