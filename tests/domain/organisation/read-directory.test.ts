import { describe, expect, test } from 'vitest';
import { readDirectory } from '#app/domain/organisation/read-directory.ts';
import type { Table } from '#app/domain/tables/table.ts';

/** A table from lines of comma-separated text without quotes. */
function table(...lines: string[]): Table {
  const [header = '', ...rows] = lines;
  return { header: header.split(','), rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(',') })) };
}

const read = (people: Table, departments: Table | null = null) => readDirectory({ people, departments, company: 'Amber' });

const problems = (people: Table, departments: Table | null = null) =>
  read(people, departments).problems.map(({ file, line, column, code }) => `${file} ${line} ${column ?? '-'} ${code}`);

const small = table('employee_id,name,department', 'E1,Ada,Amber', 'E2,Bo,Amber / Sales', 'E3,Cy,Amber / Sales / North');

describe('columns', () => {
  test('headers in any order, extra columns named', () => {
    const { directory, ignored, problems } = read(table('salary,department,name,Employee ID,shoe size', '9,Amber,Ada,E1,38'));
    expect(problems).toEqual([]);
    expect(ignored).toEqual(['salary', 'shoe size']);
    expect(directory?.people).toMatchObject([{ employeeId: 'E1', name: 'Ada', department: 'Amber' }]);
  });

  test('headers in simplified and traditional Chinese', () => {
    for (const header of ['工号,姓名,邮箱,部门,直属上级,入职日期,语言', '員工編號,姓名,電子郵件,部門,直屬主管,到職日期,語言']) {
      const { directory, problems } = read(table(header, '7,王芳,wang@amber.example,琥珀 / 销售,,2020年3月1日,简体中文'));
      expect(problems).toEqual([]);
      expect(directory?.people).toEqual([
        {
          line: 2,
          employeeId: '7',
          name: '王芳',
          email: 'wang@amber.example',
          department: '琥珀 / 销售',
          manager: null,
          site: undefined,
          joinedOn: '2020-03-01',
          language: 'zh-Hans',
        },
      ]);
    }
  });

  test('a missing column is a problem of the first line', () => {
    expect(problems(table('name,department', 'Ada,Amber'))).toEqual(['people 1 employee_id missing-column']);
  });

  test('a column written twice is a problem: nobody knows which one counts', () => {
    expect(problems(table('employee_id,name,name,department', 'E1,Ada,Bo,Amber'))).toEqual(['people 1 name column-twice']);
  });

  test('a file without people is a problem', () => {
    expect(problems(table('employee_id,name,department'))).toEqual(['people 1 - empty-file']);
  });
});

describe('rows', () => {
  const rows = (...lines: string[]) => table('employee_id,name,email,department,manager_id,joined_on,language', ...lines);

  test.each([
    ['E1,,a@b.c,Amber,,,', 'name missing-cell'],
    ['E1,Ada,not an address,Amber,,,', 'email bad-email'],
    ['E1,Ada,a@b@c,Amber,,,', 'email bad-email'],
    ['E1,Ada,a@b.c,Amber,,01/03/2020,', 'joined_on ambiguous-date'],
    ['E1,Ada,a@b.c,Amber,,2020-02-30,', 'joined_on bad-date'],
    ['E1,Ada,a@b.c,Amber,,,Klingon', 'language bad-language'],
    ['E1,Ada,a@b.c,Amber,E9,,', 'manager_id unknown-manager'],
    ['E1,Ada,a@b.c,Amber,E1,,', 'manager_id manager-cycle'],
    ['E1,Ada,a@b.c,,,,', 'department missing-cell'],
    [`E1,${'x'.repeat(201)},a@b.c,Amber,,,`, 'name too-long'],
    ['E1,Ada', '- wrong-cells'],
  ])('%s', (row, problem) => {
    expect(problems(rows(row))).toEqual([`people 2 ${problem}`]);
  });

  test.each(['2020-03-01', '2020/3/1', '2020.3.1', '2020年3月1日', '２０２０-０３-０１', '2020/3/1 0:00:00'])('%s is a day', (text) => {
    expect(read(rows(`E1,Ada,a@b.c,Amber,,${text},`)).directory?.people[0]?.joinedOn).toBe('2020-03-01');
  });

  test('spaces and characters nobody sees are no part of a name', () => {
    expect(read(rows('E1,\u200b Ada\u0000   Li ,a@b.c,Amber,,,')).directory?.people[0]?.name).toBe('Ada Li');
  });

  test('the second of two with one id is named, with the line of the first', () => {
    const result = read(rows('E1,Ada,a@b.c,Amber,,,', 'E2,Bo,,Amber,,,', 'E1,Cy,,Amber,,,'));
    expect(result.problems).toEqual([
      { file: 'people', line: 4, column: 'employee_id', code: 'duplicate-employee', details: { value: 'E1', first: 2 } },
    ]);
  });

  test('one address for two people is a problem whatever its case', () => {
    expect(problems(rows('E1,Ada,a@b.c,Amber,,,', 'E2,Bo,A@B.C,Amber,,,'))).toEqual(['people 3 email duplicate-email']);
  });

  test('a circle of managers is told once, with everybody in it', () => {
    const result = read(rows('E1,Ada,,Amber,E2,,', 'E2,Bo,,Amber,E3,,', 'E3,Cy,,Amber,E1,,', 'E4,Di,,Amber,E1,,'));
    expect(result.problems).toEqual([
      { file: 'people', line: 2, column: 'manager_id', code: 'manager-cycle', details: { value: 'E1 → E2 → E3 → E1' } },
    ]);
  });

  test('all problems of a file are told at once, by line', () => {
    expect(problems(rows('E1,Ada,a@@,Amber,E7,,', 'E1,,,Amber,,x,y'))).toEqual([
      'people 2 email bad-email',
      'people 2 manager_id unknown-manager',
      'people 3 name missing-cell',
      'people 3 joined_on bad-date',
      'people 3 language bad-language',
      'people 3 employee_id duplicate-employee',
    ]);
  });

  test('a problem of a row leaves the rest to compare', () => {
    const { directory } = read(rows('E1,Ada,bad,Amber,,,', 'E2,Bo,,Amber / Sales,,,'));
    expect(directory?.people.map((person) => person.employeeId)).toEqual(['E1', 'E2']);
  });
});

describe('departments by path', () => {
  test('a path makes every department on its way, parents first', () => {
    expect(read(small).directory?.departments.map(({ code, parent, name }) => [code, parent, name])).toEqual([
      ['Amber', null, 'Amber'],
      ['Amber / Sales', 'Amber', 'Sales'],
      ['Amber / Sales / North', 'Amber / Sales', 'North'],
    ]);
  });

  test('a slash without spaces is part of a name, a full-width slash separates', () => {
    const people = table('employee_id,name,department', 'E1,Ada,Amber / R&D/IT', 'E2,Bo,Amber／法务');
    expect(read(people).directory?.departments.map(({ name }) => name)).toEqual(['Amber', 'R&D/IT', '法务']);
  });

  test('where nobody writes a path the departments lie below the company', () => {
    const people = table('employee_id,name,department', 'E1,Ada,Sales', 'E2,Bo,Finance', 'E3,Cy,Amber');
    const { directory, problems } = read(people);
    expect(problems).toEqual([]);
    expect(directory?.departments.map(({ code }) => code)).toEqual(['Amber', 'Amber / Sales', 'Amber / Finance']);
    expect(directory?.people.map(({ department }) => department)).toEqual(['Amber / Sales', 'Amber / Finance', 'Amber']);
  });

  test('where several stand at the top the company stands above them, once', () => {
    const people = table('employee_id,name,department', 'E1,Ada,Amber / Sales', 'E2,Bo,Other / Sales', 'E3,Cy,Other / Legal');
    const { directory, problems: told, understood } = read(people);
    expect([told, understood.topped]).toEqual([[], 'Amber']);
    expect(directory?.departments.map(({ code }) => code)).toEqual(['Amber', 'Amber / Sales', 'Amber / Other', 'Amber / Other / Sales', 'Amber / Other / Legal']);
  });

  test('an empty step of a path is a problem', () => {
    expect(problems(table('employee_id,name,department', 'E1,Ada,Amber / Sales', 'E2,Bo,Amber /  / North'))).toEqual([
      'people 3 department empty-path',
    ]);
  });
});

describe('departments by file', () => {
  const people = table('employee_id,name,department', 'E1,Ada,1', 'E2,Bo,2');
  const departments = (...lines: string[]) => table('id,parent,name,head', ...lines);

  test('children may stand before their parents', () => {
    const { directory, problems } = read(people, departments('2,1,Sales,E2', '1,,Amber,'));
    expect(problems).toEqual([]);
    expect(directory?.departments).toMatchObject([
      { code: '1', parent: null, name: 'Amber' },
      { code: '2', parent: '1', name: 'Sales', head: 'E2' },
    ]);
  });

  test.each([
    [['1,,Amber,', '2,,Sales,'], 'departments 3 parent two-roots'],
    [['1,,Amber,', '2,7,Sales,'], 'departments 3 parent unknown-parent'],
    [['1,,Amber,', '2,1,,'], 'departments 3 name missing-cell'],
    [['1,,Amber,', '2,1,Sales,', '2,1,Legal,'], 'departments 4 id duplicate-department'],
    [['1,,Amber,', '2,1,Sales,E9'], 'departments 3 head unknown-head'],
    [['1,,Amber,', '2,3,Sales,', '3,2,Legal,'], 'departments 3 parent department-cycle'],
    [['1,2,Amber,', '2,1,Sales,'], 'departments 2 parent department-cycle'],
    [['1,,Amber,', '2,1,Sales'], 'departments 3 - wrong-cells'],
  ])('%j', (lines, problem) => {
    expect(problems(people, departments(...lines))).toContain(problem);
  });

  test('a person in an unknown department is a problem of the people file', () => {
    expect(problems(people, departments('1,,Amber,'))).toEqual(['people 3 department unknown-department']);
  });
});
