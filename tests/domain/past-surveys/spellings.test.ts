// One department in several spellings, in the answers and on the page that asks where it stands today.
import { describe, expect, test } from 'vitest';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { departmentReader } from '#app/domain/past-surveys/department-column.ts';
import { translationOf, type PastMapping } from '#app/domain/past-surveys/mapping.ts';
import { namesReader } from '#app/domain/past-surveys/names.ts';
import { matchPlaces } from '#app/domain/past-surveys/places.ts';
import { collectProblems } from '#app/domain/past-surveys/problem.ts';
import { aDepartment } from '#tests/support/directory.ts';

const written = ['Sales', 'sales', 'SALES', 'Sales ', '\u00a0Sales', 'Ｓａｌｅｓ', 'Sa\u200bles', 'Sales', 'Operations', 'Operations.', 'Zürich', 'Zu\u0308rich'];

function read(cells: readonly string[], given: Parameters<typeof departmentReader>[0] = null) {
  const problems = collectProblems();
  const reader = departmentReader(given, problems);
  for (const cell of cells) reader.read(cell, 2, 1);
  const { of, ids, departments } = reader.finish();
  return { each: [...of].map((number) => ids[number]), departments: departments.map(({ id }) => id), problems: problems.count() };
}

describe('departments of answers', () => {
  test('that look the same are one, by the way most answers have; a letter parts them', () => {
    expect(read(written).departments).toEqual(['company', 'Operations', 'Operations.', 'Sales', 'Zürich']);
    expect(read(written).each.slice(0, 8)).toEqual(new Array(8).fill('Sales'));
    expect(read([...written].reverse()).departments).toEqual(read(written).departments);
  });

  test('are one at every step of a path', () => {
    expect(read(['Ops / Line A', 'ops / line b', 'OPS / LINE A', 'Ops / Line A']).departments).toEqual(['company', 'Ops', 'Ops / Line A', 'Ops / line b']);
  });

  test('are those of a file of departments in any spelling that means only one of them', () => {
    const file = (...ids: string[]) => ({ departments: ids.map((id, at) => ({ id, parentId: at === 0 ? null : ids[0]!, name: id })), invited: new Map<string, number>() });
    expect(read(['sales', 'Ｓales', 'Sales'], file('all', 'Sales'))).toMatchObject({ each: ['Sales', 'Sales', 'Sales'], problems: 0 });
    expect(read(['sALES'], file('all', 'Sales', 'SALES')).problems).toBe(1);
  });
});

describe('departments that are asked about', () => {
  const roles: PastMapping['roles'] = [{ as: 'department' }, { as: 'leave-out' }];

  test('are asked about once, and every spelling follows the answer', () => {
    const reader = namesReader({ layout: 'wide', roles, k: 5 });
    for (const name of [...written, ...written]) reader.row([name, '5']);
    const { departments } = reader.finish();
    expect(departments).toEqual(['Operations', 'Operations.', 'Sales', 'Zürich']);
    const { row } = translationOf({ layout: 'wide', roles, places: new Map([['Sales', 'north']]), questions: new Map() });
    expect(written.slice(0, 8).map((name) => row([name, '5'])?.[0])).toEqual(new Array(8).fill('north'));
  });

  test('are found in the company of today however they are written', () => {
    const today: ListedDepartment[] = [{ ...aDepartment('amber', { name: 'Amber' }), closed: false }, { ...aDepartment('d1', { parentId: 'amber', name: 'Sales' }), closed: false }];
    expect([...matchPlaces(['Sa\u200bles', 'ＳＡＬＥＳ', 'Sale'], today)]).toEqual([['Sa\u200bles', 'd1'], ['ＳＡＬＥＳ', 'd1']]);
  });
});
