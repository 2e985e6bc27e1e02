import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Block } from '#app/domain/surveys/manifest.ts';
import { inSteps, participationIn } from '#app/domain/surveys/participation-steps.ts';
import { aDraft } from '#tests/support/drafts.ts';

const block = (departments: string[], place: string, invited: number): Block => ({ id: departments[0]!, departments, place, invited, names: '', key: '' });
const tree = [
  { id: 'company', parentId: null, name: 'Company' },
  { id: 'sales', parentId: 'company', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'finance', parentId: 'company', name: 'Finance' },
];

function participation(blocks: readonly Block[], ballots: readonly number[]) {
  return participationIn({ manifest: { survey: aDraft('pulse'), departments: tree, blocks }, day: day('2026-11-23'), ballots });
}

test.each([
  [0, 200, 5, 0],
  [9, 200, 5, 0],
  [10, 200, 5, 5],
  [189, 200, 5, 90],
  [190, 200, 5, 95],
  [200, 200, 5, 95],
  [59, 60, 10, 95],
  [56, 60, 10, 90],
  [0, 0, 5, 0],
])('%i of %i in steps of %i are %i per cent', (ballots, invited, step, shown) => {
  expect(inSteps(ballots, invited, step)).toBe(shown);
});

test('departments of fifty and more are told in tens, smaller ones not at all', () => {
  const { company, departments } = participation([block(['north'], 'north', 49), block(['south'], 'south', 50), block(['finance', 'company'], 'company', 20)], [40, 27, 20]);
  expect(company).toBe(70);
  expect(departments).toEqual({ sales: 60, south: 50 });
});

test('a department that is counted together with another one is not told alone', () => {
  const { departments } = participation([block(['north', 'finance'], 'company', 70), block(['south'], 'south', 60)], [70, 30]);
  expect(departments).toEqual({ south: 50 });
});
