import { describe, expect, test } from 'vitest';
import { secondaryIn, type SecondaryKnown } from '#app/domain/plans/secondary-lines.ts';

const known: SecondaryKnown = {
  departments: [
    { id: 'amber', parentId: null, name: 'Amber', path: 'Amber', people: 44 },
    { id: 'sales', parentId: 'amber', name: 'Sales', path: 'Amber / Sales', people: 24 },
    { id: 'north', parentId: 'sales', name: 'North', path: 'Amber / Sales / North', people: 12 },
    { id: 'south', parentId: 'sales', name: 'South', path: 'Amber / Sales / South', people: 9 },
    { id: 'key', parentId: 'sales', name: 'Key accounts', path: 'Amber / Sales / Key accounts', people: 3 },
    { id: 'ops', parentId: 'amber', name: 'Operations', path: 'Amber / Operations', people: 20 },
    { id: 'ops-north', parentId: 'ops', name: 'North', path: 'Amber / Operations / North', people: 8 },
  ],
  kinds: [{ kind: 'overtime', names: ['Overtime', '加班'] }, { kind: 'turnover', names: ['Turnover', '离职率'] }],
  k: 5,
  year: 2026,
};

const read = (...lines: string[]) => secondaryIn(lines.map((line, at) => ({ line: at + 1, cells: line.split(';').map((cell) => cell.trim()) })), known);
const problems = (...lines: string[]) => read(...lines).problems.map(({ code, details }) => [code, details['line']]);

describe('company records', () => {
  test('are read by name, path or word of any language, with a line of heads passed over', () => {
    expect(read('department; kind; value; time; source', 'South; Overtime; 12,5; 2026-Q3; Time records', 'amber / sales / north; 加班; 8; 2026-09; T').figures).toEqual([
      { departmentId: 'south', kind: 'overtime', value: 12.5, period: '2026-Q3', source: 'Time records', people: 9 },
      { departmentId: 'north', kind: 'overtime', value: 8, period: '2026-09', source: 'T', people: 12 },
    ]);
  });

  test('of a group under k are refused: they would single out', () => {
    const { problems: told, figures } = read('Key accounts; Overtime; 30; 2026; T', 'South; Overtime; 9; 2026; T');
    expect(told).toEqual([{ code: 'few', details: { line: 1, name: 'Key accounts', people: 3, k: 5 } }]);
    expect(figures.map(({ departmentId }) => departmentId)).toEqual(['south']);
  });

  test('from which those of a group under k could be worked out are refused', () => {
    const lines = ['Sales; Overtime; 10; 2026; T', 'Amber / Sales / North; Overtime; 8; 2026; T', 'South; Overtime; 9; 2026; T'];
    expect(read(...lines).problems).toEqual([{ code: 'rest', details: { line: 1, name: 'Sales', rest: 3, k: 5 } }]);
    expect(problems(...lines.slice(0, 2))).toEqual([]);
    expect(problems(lines[0]!.replace('2026', '2025'), ...lines.slice(1))).toEqual([]);
  });

  test('of unknown departments are listed by line with what would be right', () => {
    expect(read('Suoth; Overtime; 9; 2026; T', 'Moon; Overtime; 9; 2026; T', 'North; Overtime; 9; 2026; T').problems).toEqual([
      { code: 'department-near', details: { line: 1, name: 'Suoth', near: 'South' } },
      { code: 'department', details: { line: 2, name: 'Moon', example: 'Amber' } },
      { code: 'ambiguous', details: { line: 3, name: 'North', path: 'Amber / Sales / North', other: 'Amber / Operations / North' } },
    ]);
  });

  test('that cannot be right are told line by line, all of them', () => {
    expect(problems('South; Overtime; 9; 2026', 'South; Coffee; 9; 2026; T', 'South; Overtime; -3; 2026; T', 'South; Overtime; 900; 2026; T', 'South; Overtime; 9; 2027; T', 'South; Overtime; 9; 2026-13; T', 'South; Overtime; 9; 2026; ')).toEqual([
      ['columns', 1], ['kind', 2], ['value', 3], ['value', 4], ['period', 5], ['period', 6], ['source', 7],
    ]);
    expect(problems('South; Overtime; 9; 2026; T', 'South; 加班; 8; 2026; T')).toEqual([['twice', 2]]);
  });

  test('are at most a thousand', () => {
    expect(secondaryIn(Array.from({ length: 1_001 }, (_, at) => ({ line: at + 1, cells: ['South', 'Overtime', '9', '2026', 'T'] })), known).problems).toEqual([{ code: 'many', details: { n: 1001, most: 1000 } }]);
  });
});
