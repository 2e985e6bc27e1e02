// The map as an address: who may see which departments, whatever the query names, and what is answered to a query that means nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import type { MapPage } from '#app/domain/reports/map-page.ts';
import { mapWishOf, queryOfMap, type MapWish } from '#app/forms/map-wish.ts';
import { loader as full } from '#app/routes/results.$id.full.tsx';
import { loader } from '#app/routes/results.$id.map.tsx';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
];
const once: readonly Department[] = [...tree, { id: 'attic', parentId: 'amber', name: 'Attic' }];
const people = { north: 12, south: 9, operations: 14 };
let waves: readonly Closed[];

beforeAll(() => {
  waves = [
    aClosedSurvey({ id: 'pulse-0', closed: '2025-02-25', tree: once, people: { ...people, attic: 11 }, seed: 3 }),
    aClosedSurvey({ id: 'pulse-1', closed: '2026-01-20', tree, people, seed: 1 }),
    aClosedSurvey({ id: 'pulse-2', closed: '2026-02-20', tree, people, seed: 2 }),
  ];
});

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, waves);
  return app;
}

const params = { id: 'pulse-2' };
const asked = async (app: TestApp, as: string, query: string) => visit(app, loader, `/results/pulse-2/map${query}`, { as, params });
const mapOf = async (app: TestApp, as: string, query = '') => ((await asked(app, as, query)) as { map: MapPage }).map;

test('HR sees every department, may put any beside another and this survey beside each earlier one', async () => {
  const app = await company();
  const map = await mapOf(app, 'hr');
  expect(map.heat?.rows.map(({ id }) => id)).toEqual(['amber', 'sales', 'north', 'south', 'operations']);
  expect(map.earlier.map(({ id, as }) => [id, as])).toEqual([['pulse-1', 'before'], ['pulse-0', 'year']]);
  expect((await mapOf(app, 'hr', '?department=north&beside=operations')).beside?.sides.map(({ id }) => id)).toEqual(['north', 'operations', 'amber']);
  for (const [compare, id] of [['before', 'pulse-1'], ['year', 'pulse-0'], ['pulse-0', 'pulse-0']] as const) expect((await mapOf(app, 'hr', `?compare=${compare}`)).against?.id).toBe(id);
});

describe('a head', () => {
  test('sees the own branch below the company, and no name beside it', async () => {
    const app = await company();
    for (const query of ['', '?part=all', '?find=o&sort=name', '?dimension=pay', '?compare=before', '?turned=sales&turned=operations', '?beside=company']) {
      const map = await mapOf(app, 'north-1', query);
      expect([map.department, map.departments.map(({ id }) => id)], query).toEqual(['north', ['north']]);
      expect(JSON.stringify(map), query).not.toMatch(/South|Operations/);
    }
  });

  test.each(['?department=operations', '?department=amber', '?department=sales&beside=north', '?beside=operations', '?department=north&beside=south'])('is refused %s', async (query) => {
    expect(((await asked(await company(), 'north-1', query)) as Response).status).toBe(403);
  });

  test('is not told what became of a department that is gone', async () => {
    expect(((await asked(await company(), 'north-1', '?department=attic')) as Response).status).toBe(404);
  });
});

test('others are refused', async () => {
  const app = await company();
  expect(((await asked(app, 'operations-2', '')) as Response).status).toBe(403);
});

describe('a query that means nothing', () => {
  test.each([
    ['?sort=astrology', 'no-column'],
    ['?dimension=astrology', 'no-dimension'],
    ['?compare=astrology', 'no-survey'],
    ['?compare=pulse-2', 'no-survey'],
    ['?beside=astrology', 'no-department'],
    ['?find=%E5%A4%A9%E6%96%87', 'nobody-found'],
  ])('%s is answered with a sentence and the map', async (query, code) => {
    const map = await mapOf(await company(), 'hr', query);
    expect(map.notices.map((notice) => notice.code)).toEqual([code]);
    expect(map.heat?.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(map)).not.toContain('NaN');
  });

  test.each(['?part=-1', '?part=NaN', '?part=1e99', '?part=', `?find=${'x'.repeat(5_000)}`, `?${'turned=x&'.repeat(900)}`, '?sort=-', '?sort=__proto__', '?dimension=constructor'])('%.40s breaks nothing', async (query) => {
    const map = await mapOf(await company(), 'hr', query);
    expect(map.heat?.rows[0]?.id).toBe('amber');
  });

  test('an order of other columns is dropped in silence', async () => {
    expect((await mapOf(await company(), 'hr', '?dimension=pay&sort=workload')).notices).toEqual([]);
  });
});

test('a department that existed once is named with the day of its last survey, on the map and on the overview', async () => {
  const app = await company();
  const gone = { code: 'gone', asked: 'Attic', day: '2025-02-25' };
  expect(await mapOf(app, 'hr', '?department=attic')).toMatchObject({ department: 'amber', notices: [gone] });
  expect(await visit(app, full, '/results/pulse-2/full?department=attic', { as: 'hr', params })).toMatchObject({ results: { department: 'amber', gone } });
  expect(((await asked(app, 'hr', '?department=never')) as Response).status).toBe(404);
});

test('an address says a wish, and the wish the address', () => {
  const wish: MapWish = { department: 'a b', against: 'year', dimension: 'pay', beside: '部门', sort: '-pay', find: 'ä&=', turned: ['x', 'y'], part: null };
  expect(mapWishOf(new URLSearchParams(queryOfMap(wish)))).toEqual(wish);
  expect(queryOfMap(mapWishOf(new URLSearchParams()))).toBe('');
});
