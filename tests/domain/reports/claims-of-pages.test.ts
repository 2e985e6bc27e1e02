// Pages assert nothing that the release's own table of claims does not hold.
import { expect, test } from 'vitest';
import { rowOf, type HeatMap } from '#app/domain/analysis/map/heat-map.ts';
import type { DifferenceView } from '#app/domain/reports/figures-shown.ts';
import { departmentOf } from '#app/domain/reports/department-page.ts';
import { ownPageOf } from '#app/domain/reports/own-page.ts';
import { questionsPageOf } from '#app/domain/reports/questions-page.ts';
import { mapOf, resultsOf } from '#app/domain/reports/results-page.ts';
import { twoWavesOf } from '#tests/support/null-worlds.ts';

const [before, now] = twoWavesOf({ size: 250, people: 'same', seed: 77, moves: -20 });
const map = mapOf(now, before) as HeatMap;
const departments = ['company', ...map.rows.flatMap(({ department }) => (department === null ? [] : [department]))];

function arrowsIn(page: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(page, (_, value: unknown) => {
    const one = value as Partial<DifferenceView> | null;
    if (one && typeof one === 'object' && 'arrow' in one && one.arrow) found.push(`${one.arrow} ${one.points}`);
    return value;
  });
  return found;
}

test('every arrow on any page is a claim of the release about that very group', () => {
  for (const department of departments) {
    const row = rowOf(map, now, department);
    const claims = [...map.cells[row]!, ...map.cells[0]!, ...[...map.alone.values()].flatMap((line) => [line[row], line[0]]), ...map.questions[row]!.values()].flatMap((one) => [one?.rest, one?.change].flatMap((judged) => judged ?? []));
    const held = new Set(claims.flatMap(({ arrow, points }) => (arrow ? [`${arrow} ${Math.round(points)}`] : [])));
    const look = { department, language: 'en' } as const;
    const shown = [
      ...arrowsIn(questionsPageOf([before, now], map, look)),
      ...arrowsIn(departmentOf([before, now], map, department, 'en')),
      ...arrowsIn(ownPageOf([before, now], map, department, 'en')),
      ...arrowsIn({ ...resultsOf([before, now], map, { ...look, compared: 'before' }), heat: null }),
    ];
    expect(shown.filter((one) => !held.has(one))).toEqual([]);
  }
  expect(arrowsIn(questionsPageOf([before, now], map, { department: 'd0', language: 'en' })).length).toBeGreaterThan(0);
});

test('where nothing is linked nothing is compared, and the page says so', () => {
  const { overall } = resultsOf([before, now], null, { department: 'company', language: 'en', compared: 'rest' });
  expect(overall?.change).toMatchObject({ points: null, arrow: null, broken: 'not-linked' });
});
