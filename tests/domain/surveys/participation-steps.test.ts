import { expect, test } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Block } from '#app/domain/surveys/sealed/manifest.ts';
import { inSteps, participationIn } from '#app/domain/surveys/participation/participation-steps.ts';
import { aDraft } from '#tests/support/drafts.ts';

const block = (departments: string[], place: string, invited: number): Block => ({ id: departments[0]!, departments, place, invited, names: '', key: '' });
const tree = [
  { id: 'company', parentId: null, name: 'Company' },
  { id: 'sales', parentId: 'company', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'finance', parentId: 'company', name: 'Finance' },
];

function participation(blocks: readonly Block[], ballots: readonly number[], k = 5) {
  return participationIn({ manifest: { survey: aDraft('pulse'), departments: tree, blocks, k }, day: day('2026-11-23'), ballots });
}

test.each([
  [0, 200, 5, 0],
  [9, 200, 5, 0],
  [10, 200, 5, 5],
  [189, 200, 5, 90],
  [190, 200, 5, 95],
  [200, 200, 5, 95],
  [59, 60, 10, 90],
  [53, 60, 10, 80],
  [0, 0, 5, 0],
])('%i of %i in steps of %i are %i per cent', (ballots, invited, step, shown) => {
  expect(inSteps(ballots, invited, step)).toBe(shown);
});

function told(...given: Parameters<typeof participation>) {
  const found = participation(...given);
  if (!found) throw new Error('nothing is told');
  return found;
}

test.each([
  [100, 5, 5],
  [99, 5, 10],
  [49, 5, 20],
  [24, 5, 25],
  [19, 5, 50],
  [10, 5, 50],
  [9, 5, null],
  [160, 8, 5],
  [159, 8, 10],
])('of %i invited people at k = %i the company is told in steps of %s', (invited, k, step) => {
  expect(participation([block(['company'], 'company', invited)], [3], k)?.step ?? null).toBe(step);
});

test('whatever the company and whoever answers next, every step holds k numbers of people', () => {
  for (const k of [5, 8, 10]) {
    for (let invited = 1; invited <= 240; invited += 1) {
      const steps = new Map<number, number>();
      for (let ballots = 0; ballots <= invited; ballots += 1) {
        const found = participation([block(['company'], 'company', invited)], [ballots], k);
        if (found) steps.set(found.company, (steps.get(found.company) ?? 0) + 1);
      }
      const counts = [...steps.values()];
      expect(counts.every((count) => count >= k), `${invited} at ${k}: ${counts.join(' ')}`).toBe(true);
    }
  }
});

test('a department is told of where ten per cent of it are k people', () => {
  expect(told([block(['north'], 'north', 79), block(['south'], 'south', 80)], [40, 40], 8).departments).toEqual({ sales: 50, south: 50 });
});

test('departments of fifty and more are told in tens, smaller ones not at all', () => {
  const { company, departments } = told([block(['north'], 'north', 49), block(['south'], 'south', 50), block(['finance', 'company'], 'company', 20)], [40, 27, 20]);
  expect(company).toBe(70);
  expect(departments).toEqual({ sales: 60, south: 50 });
});

test('a department that is counted together with another one is not told alone', () => {
  const { departments } = told([block(['north', 'finance'], 'company', 70), block(['south'], 'south', 60)], [70, 30]);
  expect(departments).toEqual({ south: 50 });
});
