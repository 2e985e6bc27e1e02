import { describe, expect, test } from 'vitest';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { nearby } from '#app/domain/reports/departments-near.ts';
import { asItBegins, rowsAtOnce, type HeatOrder } from '#app/domain/reports/heat-order.ts';
import { heatView, lowestFirst, stepOf, weightOf } from '#app/domain/reports/heat-view.ts';
import { labelsOf } from '#app/domain/reports/labels.ts';
import { mapPageOf, waveAYearAgo, type MapLook } from '#app/domain/reports/map-page.ts';
import { mapOf } from '#app/domain/reports/results-page.ts';
import { aWave, threeWaves } from '#tests/support/waves.ts';

const divisions = 8;
const teams = 6;
const outline = ['company', ...Array.from({ length: divisions }, (_, division) => [`  d${division}`, ...Array.from({ length: teams }, (__, team) => `    d${division}t${team}`)].join('\n'))].join('\n');
const people = Object.fromEntries(Array.from({ length: divisions * teams }, (_, at) => [`d${Math.floor(at / teams)}t${at % teams}`, 6 + (at % 9)]));
const large = aWave({ tree: outline, people, mood: (department) => (department === 'd5t2' ? 1.6 : 3.5) });
const map = mapOf(large, undefined)!;
const labels = labelsOf(large, 'en');

const seen = (order: Partial<HeatOrder>, department = 'company') => heatView(large, map, labels, { department, compared: 'rest', order: { ...asItBegins, ...order } });
const ids = (order: Partial<HeatOrder>, department?: string) => seen(order, department).rows.map(({ id }) => id);

describe('colour and type of a cell', () => {
  test('the colour steps stand still: symmetrical about 50, the last from 75 on', () => {
    expect([0, 24, 25, 34, 35, 45, 54, 55, 65, 74, 75, 100].map(stepOf)).toEqual([1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 7]);
  });

  test('type grows firmer at the steps at which more may be said', () => {
    expect([5, 9, 10, 29, 30].map(weightOf)).toEqual(['few', 'few', 'some', 'some', 'many']);
  });
});

describe('a large map', () => {
  test('begins folded, opens where somebody turns it, and says how many rows lie below', () => {
    expect(ids({})).toEqual(['company', ...Array.from({ length: divisions }, (_, at) => `d${at}`)]);
    expect(seen({}).rows[1]).toMatchObject({ below: { rows: teams, open: false } });
    expect(ids({ turned: ['d3'] })).toEqual(['company', 'd0', 'd1', 'd2', 'd3', 'd3t0', 'd3t1', 'd3t2', 'd3t3', 'd3t4', 'd3t5', 'd4', 'd5', 'd6', 'd7']);
  });

  test('a small branch begins open and folds', () => {
    expect(ids({}, 'd3')).toHaveLength(2 + teams);
    const small = aWave({ tree: 'company\n  a\n    a1\n    a2\n  b', people: { a1: 20, a2: 20, b: 20 } });
    const of = (turned: string[]) => heatView(small, mapOf(small, undefined)!, labelsOf(small, 'en'), { department: 'company', compared: 'rest', order: { ...asItBegins, turned } }).rows.map(({ id }) => id);
    expect(of([])).toEqual(['company', 'a', 'a1', 'a2', 'b']);
    expect(of(['a'])).toEqual(['company', 'a', 'b']);
  });

  test('is drawn in parts that together hold every row once', () => {
    const first = seen({ sort: 'name' });
    const [one, two] = [first.rows, seen({ sort: 'name', part: 2 }).rows].map((rows) => rows.slice(1).map(({ id }) => id));
    expect([first.parts, one!.length]).toEqual([2, rowsAtOnce]);
    expect(new Set([...one!, ...two!]).size).toBe(first.total);
    expect(first.total).toBe(map.rows.length - 1);
    expect(ids({ part: null })).toHaveLength(map.rows.length);
  });

  test.each([-3, 0, 99, 2.5])('part %d is the nearest one there is', (part) => {
    const view = seen({ sort: 'name', part });
    expect(view.part).toBeGreaterThanOrEqual(1);
    expect(view.part).toBeLessThanOrEqual(view.parts);
    expect(view.rows.length).toBeGreaterThan(1);
  });

  test('finds a department by a part of its name, in any case', () => {
    expect(ids({ find: ' D5T ' })).toEqual(['company', 'd5t0', 'd5t1', 'd5t2', 'd5t3', 'd5t4', 'd5t5']);
    expect(seen({ find: 'nobody' })).toMatchObject({ total: 0, parts: 1 });
  });

  test('is sorted by every column, both ways, the company first and rows without a figure last', () => {
    for (const [column, { id }] of map.subjects.entries()) {
      const indexes = (sort: string) => seen({ sort, part: null }).rows.slice(1).map(({ cells }) => cells[column]?.index ?? null);
      const up = indexes(id);
      const shown = up.filter((index) => index !== null);
      expect(shown).toEqual(shown.toSorted((a, b) => a - b));
      expect(up.slice(shown.length)).toEqual(up.slice(shown.length).map(() => null));
      expect(indexes(`-${id}`).filter((index) => index !== null)).toEqual(shown.toReversed());
    }
    expect(ids({ sort: 'pay' })[0]).toBe('company');
  });

  test('by where to look first begins with what is surely and furthest below', () => {
    expect(ids({ sort: 'look' })[1]).toBe('d5t2');
    const firsts = map.rows.map((_, row) => lowestFirst(map, row));
    expect(firsts.every(Number.isFinite)).toBe(true);
  });

  test('an order that there is not leaves the tree and says so', () => {
    expect(seen({ sort: 'nothing' })).toMatchObject({ known: false, order: { sort: 'tree' } });
    expect(ids({ sort: 'nothing' })).toEqual(ids({}));
  });
});

const waves = threeWaves();
const last = waves.at(-1) as Wave;
const page = (more: Partial<MapLook> = {}, of: readonly Wave[] = waves) =>
  mapPageOf(of, mapOf(of.at(-1) as Wave, more.against ?? of.at(-2)), { language: 'en', department: 'company', order: asItBegins, dimension: null, beside: null, against: null, notices: [], ...more });

describe('the views of the map', () => {
  test('departments by the questions of one dimension are levels of the same groups', () => {
    const { heat, dimension } = page({ dimension: 'pay' });
    expect(dimension).toBe('pay');
    expect(heat!.columns.length).toBeGreaterThan(0);
    const cells = heat!.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
    expect(cells.length).toBeGreaterThan(3);
    expect(cells.every(({ n }) => n >= 5)).toBe(true);
  });

  test('a question carries the mark that its release judged it to have, and none where its area did not stand out', () => {
    const tree = 'company\n  a\n  b\n  c\n  d';
    const people = { a: 60, b: 60, c: 60, d: 60 };
    const usual = aWave({ id: 'first', closed: '2026-01-30', tree, people, seed: 1 });
    const sad = aWave({ id: 'second', closed: '2026-04-30', tree, people, seed: 2, mood: (department) => (department === 'b' ? 1.6 : 3.5) });
    for (const [side, against] of [['rest', null], ['change', usual]] as const) {
      const view = page({ dimension: 'workload', against }, [usual, sad]).heat!;
      const judged = mapOf(sad, usual)!;
      const column = judged.subjects.findIndex(({ id }) => id === 'workload');
      const marked = view.rows.filter(({ cells }) => cells.some((cell) => cell?.difference.arrow === 'down'));
      expect(marked.map(({ id }) => id)).toContain('b');
      judged.rows.forEach(({ id }, row) => {
        const shown = view.rows.find((one) => one.id === id)!.cells.map((cell) => cell?.difference.arrow ?? null);
        expect(shown, id).toEqual(view.columns.map((one) => judged.questions[row]?.get(one.id)?.[side]?.arrow ?? null));
        if (!judged.cells[row]?.[column]?.[side]?.flagged) expect(shown.every((arrow) => arrow === null), id).toBe(true);
      });
    }
  });

  test('one department beside another and the company is the very cells of the map', () => {
    const { beside, heat } = page({ department: 'sales', beside: 'finance' });
    expect(heat).toBeNull();
    expect(beside!.sides.map(({ id }) => id)).toEqual(['sales', 'finance', 'company']);
    const whole = page().heat!;
    for (const [column, { id }] of whole.columns.entries()) {
      const row = beside!.rows.find((one) => one.id === id)!;
      expect(row.cells).toEqual(['sales', 'finance', 'company'].map((department) => whole.rows.find((one) => one.id === department)!.cells[column]));
    }
  });

  test('departments that are counted together are said to be one number', () => {
    expect(page({ department: 'legal', beside: 'lab' }).beside).toMatchObject({ together: true });
    expect(page({ department: 'sales', beside: 'finance' }).beside).toMatchObject({ together: false });
  });

  test('this survey beside the first one compares with that one', () => {
    const against = waves[0] as Wave;
    const then = page({ against });
    expect(then.against).toMatchObject({ id: against.release.survey.id });
    expect(then.heat).toMatchObject({ compared: 'before' });
    expect(JSON.stringify(then.heat)).not.toEqual(JSON.stringify(page({ against: waves[1] as Wave }).heat));
  });

  test('a year ago is the survey nearest to it, and none further off than two months', () => {
    const closing = (closed: string) => aWave({ id: closed, closed, tree: 'company\n  a\n  b', people: { a: 20, b: 20 } });
    const line = ['2024-09-01', '2025-02-01', '2025-10-20', '2026-04-01', '2026-10-30'].map(closing);
    expect(waveAYearAgo(line)?.release.survey.id).toBe('2025-10-20');
    expect(waveAYearAgo(line.slice(0, 2))).toBeUndefined();
    expect(waveAYearAgo([])).toBeUndefined();
  });

  test.each([
    [{ dimension: 'astrology' }, { code: 'no-dimension', asked: 'astrology' }],
    [{ order: { ...asItBegins, sort: '-astrology' } }, { code: 'no-column', asked: '-astrology' }],
    [{ order: { ...asItBegins, find: '天文' } }, { code: 'nobody-found', asked: '天文' }],
  ] as const)('%o is answered with a sentence and with what there is', (asked, notice) => {
    const shown = page(asked);
    expect(shown.notices).toEqual([notice]);
    expect(shown.heat!.rows.length).toBeGreaterThan(0);
  });

  test('a company of one department has its row and no mark', () => {
    const alone = aWave({ tree: 'company', people: { company: 12 } });
    const { heat } = page({}, [alone]);
    expect(heat!.rows).toHaveLength(1);
    expect(heat!.rows[0]!.cells.every((cell) => cell === null || cell.difference.arrow === null)).toBe(true);
    expect(JSON.stringify(heat)).not.toContain('NaN');
  });
});

describe('departments one may go on to', () => {
  const places = Array.from({ length: 5_000 }, (_, at) => ({ id: `p${at}`, name: `P ${at}`, depth: at === 0 ? 0 : at % 50 === 1 ? 1 : 2 }));

  test('of a few are all of them', () => {
    expect(nearby(places.slice(0, 150), 'p3')).toHaveLength(150);
  });

  test('of thousands are the way up, the neighbours and what lies below', () => {
    const near = nearby(places, 'p60').map(({ id }) => id);
    expect(near.slice(0, 2)).toEqual(['p0', 'p51']);
    expect(near.slice(2)).toEqual(Array.from({ length: 49 }, (_, at) => `p${52 + at}`));
    expect(nearby(places, 'p0').map(({ id }) => id)).toEqual(['p0', ...Array.from({ length: 100 }, (_, at) => `p${1 + 50 * at}`)]);
    expect(nearby(places, 'p51').map(({ id }) => id)).toContain('p101');
  });
});

test('no map, no figure: a release whose answers are not linked says so', () => {
  expect(mapPageOf([last], null, { language: 'en', department: 'company', order: asItBegins, dimension: null, beside: 'sales', against: null, notices: [] })).toMatchObject({ heat: null, beside: null });
});
