import { describe, expect, test } from 'vitest';
import type { Wave } from '#app/domain/analysis/wave.ts';
import { commentsPageOf } from '#app/domain/reports/comments-page.ts';
import { wordGroupOf } from '#app/domain/reports/passing-on.ts';
import { departmentOf } from '#app/domain/reports/department-page.ts';
import { labelsOf } from '#app/domain/reports/labels.ts';
import { methodOf } from '#app/domain/reports/method-page.ts';
import { importanceId } from '#app/domain/surveys/questions/questions-of.ts';
import { needViews, ownPageOf } from '#app/domain/reports/own-page.ts';
import { questionsPageOf } from '#app/domain/reports/questions-page.ts';
import { mapOf, resultsOf } from '#app/domain/reports/results-page.ts';
import { aWave, threeWaves } from '#tests/support/waves.ts';

const waves = threeWaves();
const last = waves.at(-1) as Wave;
const map = mapOf(last, waves.at(-2));
const look = { language: 'en', department: 'company', compared: 'rest' } as const;

describe('the results page', () => {
  const page = resultsOf(waves, map, look);

  test('gives whole numbers and nothing finer', () => {
    const numbers: number[] = [];
    JSON.stringify({ overall: page.overall, heat: page.heat, dimensions: page.dimensions, trends: page.trends }, (key, value: unknown) => {
      if (typeof value === 'number' && key !== 'q') numbers.push(value);
      return value;
    });
    expect(numbers.filter((value) => !Number.isInteger(value))).toEqual([]);
  });

  test('puts the company in the first row and the small ones behind those they are counted with', () => {
    expect(page.heat?.rows[0]?.group.names[0]?.name).toBe('company');
    const pooled = page.heat?.rows.find((row) => row.group.names.some(({ name }) => name === 'legal'));
    expect(pooled?.group.names.map(({ name, direct }) => `${name}${direct ? ' directly' : ''}`)).toEqual(['company directly', 'legal', 'lab']);
  });

  test('of a department shows its own branch beside the company', () => {
    const sales = resultsOf(waves, map, { ...look, department: 'sales' });
    expect(sales.heat?.rows.map((row) => row.group.names[0]?.name)).toEqual(['company', 'sales', 'north', 'south']);
    expect(sales.heat?.rows.map((row) => row.depth)).toEqual([0, 0, 1, 1]);
  });

  test('compares with the survey before when asked to', () => {
    const before = resultsOf(waves, map, { ...look, compared: 'before' });
    const pay = before.heat?.columns.findIndex(({ id }) => id === 'pay') ?? -1;
    expect(before.heat?.rows[0]?.cells[pay]?.difference.points).toBeGreaterThan(0);
    const first = resultsOf(waves.slice(0, 1), mapOf(waves[0] as Wave, undefined), { ...look, compared: 'before' });
    expect(first.heat?.rows[0]?.cells[pay]?.difference).toMatchObject({ points: null, broken: 'first-wave' });
  });

  test('walks a company of many departments level by level', () => {
    const tree = ['company', ...Array.from({ length: 8 }, (_, division) => [`  d${division}`, ...Array.from({ length: 6 }, (__, team) => `    d${division}t${team}`)].join('\n'))].join('\n');
    const people = Object.fromEntries(Array.from({ length: 48 }, (_, at) => [`d${Math.floor(at / 6)}t${at % 6}`, 6 + (at % 9)]));
    const large = aWave({ tree, people });
    const top = resultsOf([large], mapOf(large, undefined), look);
    expect(top.heat?.rows).toHaveLength(9);
    expect(top.heat?.rows[1]?.opens).toBe('d0');
    const inside = resultsOf([large], mapOf(large, undefined), { ...look, department: 'd3' });
    expect(inside.heat?.rows.map((row) => row.id)).toEqual(['company', 'd3', 'd3t0', 'd3t1', 'd3t2', 'd3t3', 'd3t4', 'd3t5']);
  });

  test('a department nobody knows is a bug, not an empty page', () => {
    expect(() => resultsOf(waves, map, { ...look, department: 'elsewhere' })).toThrow('elsewhere');
  });
});

test('a reversed question shows its points from bad to good, with the words that belong to them', () => {
  const { dimensions } = questionsPageOf(waves, map, { department: 'company', language: 'en' });
  const overtime = dimensions.flatMap((dimension) => dimension.questions).find((question) => question.id === 'WKL-02');
  expect(overtime?.points?.map(({ label }) => label)).toEqual(['Very often', 'Often', 'Sometimes', 'Rarely', 'Never']);
  const recommend = dimensions.flatMap((dimension) => dimension.questions).find((question) => question.id === 'OUT-03');
  expect(recommend).toMatchObject({ points: null, mean: null });
  expect(recommend?.recommendation?.score).toBeLessThan(0);
});

test('a mean has one decimal from twenty answers on and none below', () => {
  const asked = ['company', 'store'].flatMap((department) => questionsPageOf(waves, map, { department, language: 'en' }).dimensions.flatMap((dimension) => dimension.questions));
  expect(asked.filter(({ level, mean }) => level.n < 20 && mean !== null).every(({ mean }) => /^\d$/.test(mean ?? ''))).toBe(true);
  expect(asked.filter(({ level }) => level.n >= 20).some(({ mean }) => /^\d\.\d$/.test(mean ?? ''))).toBe(true);
});

test('an employee sees two findings about the company, none of which names a department', () => {
  const page = ownPageOf(waves, map, 'plant', 'en');
  expect(page.company.findings).toHaveLength(2);
  expect(JSON.stringify(page)).not.toContain('finance');
  expect(page.needs).toHaveLength(3);
});

test('what nobody named is not said to matter, also where fewer than three were named', () => {
  const item = last.release.items[importanceId]!;
  const onlyOne = Object.fromEntries(Object.entries(item.cells).map(([id, cell]) => [id, cell.map((count, at) => (at === 0 || at === cell.length - 1 ? count : 0))]));
  const wave = { ...last, release: { ...last.release, items: { ...last.release.items, [importanceId]: { ...item, cells: onlyOne } as typeof item } } };
  expect(needViews(wave, wave.root, labelsOf(wave, 'en'))).toHaveLength(1);
});

test('somebody whose department is the whole company sees the company once', () => {
  expect(ownPageOf(waves, map, 'company', 'en').own).toBeNull();
});

test('the short planks of a department come with reasons people gave', () => {
  const page = departmentOf(waves, map, 'finance', 'zh-Hans');
  expect(page.short[0]).toMatchObject({ id: 'workload', label: '工作负荷', flagged: true });
  expect(page.short[0]?.reasons.length).toBeGreaterThan(0);
  expect(page.trend?.points).toHaveLength(3);
});

function wordsOnPage(wave: Wave, page: number) {
  const decided = { group: wordGroupOf(wave, 'company'), passing: { passedOn: null, leftOut: new Set<number>() }, blackedOut: [] };
  const look = { department: 'company', page, language: 'en', search: '', theme: null, written: null } as const;
  return commentsPageOf({ wave, hash: 'hash' }, decided, { look, said: { sight: 'all', replies: [], nameOf: () => null }, counted: { themes: [], typical: [] } });
}

test('comments are paged, and nothing stands beside a text', () => {
  const all = wordsOnPage(last, 1);
  expect(all.comments.map(({ text }) => text).toSorted()).toEqual(last.release.comments.map(({ text }) => text).toSorted());
  expect(Object.keys(all.comments[0]!).sort()).toEqual(['id', 'leftOut', 'replies', 'text']);
  expect(wordsOnPage(last, 9)).toMatchObject({ total: all.total, page: 1, pages: 1 });
});

test('the topics that releases of before name, and that told a low score, are not shown', () => {
  const comments = last.release.comments.map((comment) => ({ ...comment, dimension: 'workload', question: 'planted-question' }));
  const before: Wave = { ...last, release: { ...last.release, comments } };
  expect(wordsOnPage(before, 1)).toEqual(wordsOnPage(last, 1));
  expect(resultsOf([before], null, look).comments).toEqual(resultsOf([last], null, look).comments);
});

test('the method note lists who is counted with whom and which questions needed larger groups', () => {
  const note = methodOf(last, 'a'.repeat(64), 'en');
  expect(note.together.map((group) => group.names.map(({ name }) => name))).toContainEqual(['company', 'legal', 'lab']);
  expect(note.ownGroups.find(({ text }) => text === 'My manager treats me with respect.')).toMatchObject({ k: 10 });
});

test('names come from the survey itself, and an unknown option stays its code', () => {
  const labels = labelsOf(last, 'zh-Hant');
  expect(labels.option('PAY-01', 'pay.level')).toBe('水平偏低');
  expect(labels.option('PAY-01', 'nothing')).toBe('nothing');
  expect(labels.dimension('county')).toBe('county');
});
