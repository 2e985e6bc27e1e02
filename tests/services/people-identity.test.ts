// People and departments that are the same as before under another id, spelling, name or place, on real databases.
import { describe, expect, test } from 'vitest';
import { importPeople, planImport } from '#app/services/organisation/import-people.server.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { databases } from '#tests/support/databases.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';

const header = 'employee_id,name,email,department,manager_id';
const file = (rows: readonly string[], choices: PeopleChoices = {}) => ({ people: new TextEncoder().encode([header, ...rows].join('\n')), departments: null, choices });

/** Four in each department: `Sales 1` to `Sales 4`. */
const team = (name: string, path: string, from: number) => [0, 1, 2, 3].map((at) => `00${from + at},${name} ${at},${name.toLowerCase().replace(' ', '-')}-${at}@amber.example,${path},`);
const before = [...team('Sales', 'Amber / Europe / Sales', 100), ...team('Legal', 'Amber / Legal', 200), ...team('Ops', 'Amber / Ops', 300), ...team('Lab', 'Amber / Lab', 400)];

async function company(app: TestApp): Promise<Record<string, string>> {
  expect((await importPeople(app, null, file(before))).imported).toBe(true);
  return departmentsOf(app);
}

const departmentsOf = async (app: TestApp) => Object.fromEntries((await app.data.departments.open()).map(({ name, id }) => [name, id]));
const changedLines = (change: (row: string) => string) => before.map(change);

describe.each(databases)('who is who on $name', (database) => {
  const fresh = async () => testApp({ database: await database.create() });

  test('ids that lost their zeros are the same people, and their managers are found', async () => {
    const app = await fresh();
    await company(app);
    const rows = changedLines((row) => row.replace(/^00(\d+)/, '$1')).map((row, at) => (at === 1 ? `${row}100` : row));
    const { imported, report } = await importPeople(app, null, file(rows));
    expect([imported, report.difference?.renumbered, report.difference?.joined, report.difference?.left]).toEqual([true, 16, [], []]);
    const people = await app.data.people.current();
    expect(people.map(({ employeeId }) => employeeId).slice(0, 2)).toEqual(['100', '101']);
    expect(people[1]?.managerId).toBe(people[0]?.id);
  });

  test('ids that went round among people follow the addresses, and both databases take it', async () => {
    const app = await fresh();
    await company(app);
    const ids = before.map((row) => row.split(',')[0] as string);
    const rows = before.map((row, at) => row.replace(/^\d+/, ids[(at + 1) % ids.length] as string));
    const names = (await app.data.people.current()).map(({ id, name }) => [id, name]).sort();
    const { imported, report } = await importPeople(app, null, file(rows));
    expect([imported, report.difference?.renumbered, report.readdressed]).toEqual([true, 16, 0]);
    expect((await app.data.people.current()).map(({ id, name }) => [id, name]).sort()).toEqual(names);
  });

  test('an address that went to somebody else under another id and name is another person', async () => {
    const app = await fresh();
    await company(app);
    const rows = [...before.slice(1), '900,Somebody Else,sales-0@amber.example,Amber / Ops,'];
    const { imported, report } = await importPeople(app, null, file(rows));
    expect([imported, report.difference?.joined.map(({ name }) => name), report.difference?.left.map(({ name }) => name)]).toEqual([true, ['Somebody Else'], ['Sales 0']]);
  });

  test('an address whose cell cannot be read stays with its person, and whoever else the file gives it to keeps theirs', async () => {
    const app = await fresh();
    await company(app);
    const rows = changedLines((row) => row.replace('sales-0@', 'sales-0@@').replace('sales-1@', 'sales-0@'));
    const { imported, report } = await importPeople(app, null, file(rows));
    expect([imported, report.problems.map(({ line, code }) => [line, code])]).toEqual([true, [[2, 'bad-email'], [3, 'email-taken']]]);
    expect((await app.data.people.current()).slice(0, 2).map(({ email }) => email)).toEqual(['sales-0@amber.example', 'sales-1@amber.example']);
  });

  test.each([
    ['who leaves', []],
    ['whose line stays out', ['900,Sales 0,sales-0@amber.example,,']],
  ])('an id goes from somebody %s to somebody who is here', async (_who, lines) => {
    const app = await fresh();
    await company(app);
    const rows = [...before.slice(1).map((row) => row.replace(/^00101,/, '00100,')), ...lines];
    expect((await importPeople(app, null, { ...file(rows), goodRows: true })).imported).toBe(true);
    const people = await app.data.people.current();
    expect([people.find(({ employeeId }) => employeeId === '00100')?.name, people.some(({ name }) => name === 'Sales 0')]).toEqual(['Sales 1', lines.length > 0]);
  });

  test('whoever a line with too many cells means stays', async () => {
    const app = await fresh();
    await company(app);
    const turned = before.map((row) => row.split(',')).map(([id, name, email, department]) => [name, id, email, department].join(','));
    const people = new TextEncoder().encode(['name,employee_id,email,department', ...turned].join('\n').replace('Sales 0', 'Berg, Ann'));
    const { report } = await importPeople(app, null, { people, departments: null, goodRows: true });
    expect([report.problems.map(({ code }) => code), report.difference?.left, report.difference?.spared]).toEqual([['wrong-cells'], [], 1]);
  });

  test('a department under another name keeps its id, unless somebody says that it is another one', async () => {
    const app = await fresh();
    const known = await company(app);
    const rows = changedLines((row) => row.replace('Amber / Legal', 'Amber / Law & Ethics'));
    const apart = await planImport(app, file(rows, { apart: ['Amber / Law & Ethics'] }));
    expect([apart.difference?.departmentsRenamed, apart.difference?.departmentsNew, apart.difference?.departmentsGone]).toEqual([[], ['Amber / Law & Ethics'], ['Amber / Legal']]);
    const { report } = await importPeople(app, null, file(rows));
    expect(report.difference?.departmentsRenamed).toEqual([{ from: 'Amber / Legal', to: 'Amber / Law & Ethics', together: 4, of: 4 }]);
    expect(report.difference?.moved).toEqual([]);
    expect((await departmentsOf(app))['Law & Ethics']).toBe(known['Legal']);
  });

  test('a department that moves, and a division under another name, keep their ids with all below', async () => {
    const app = await fresh();
    const known = await company(app);
    const rows = changedLines((row) => row.replace('Amber / Europe', 'Amber / EMEA').replace('Amber / Lab', 'Amber / Ops / Lab'));
    const { report } = await importPeople(app, null, file(rows));
    expect(report.difference?.departmentsRenamed.map(({ from, to }) => [from, to])).toEqual([['Amber / Europe', 'Amber / EMEA'], ['Amber / Europe / Sales', 'Amber / EMEA / Sales'], ['Amber / Lab', 'Amber / Ops / Lab']]);
    expect(await departmentsOf(app)).toMatchObject({ EMEA: known['Europe'], Sales: known['Sales'], Lab: known['Lab'] });
  });

  test('departments that were put together are told, and none of them becomes the other', async () => {
    const app = await fresh();
    const known = await company(app);
    const rows = changedLines((row) => row.replace(/Amber \/ (?:Legal|Ops)/, 'Amber / Services'));
    const { report } = await importPeople(app, null, file(rows));
    expect([report.difference?.departmentsRenamed, report.difference?.departmentsMerged.map(({ from, into }) => [from, into])]).toEqual([[], [['Amber / Legal', 'Amber / Services'], ['Amber / Ops', 'Amber / Services']]]);
    expect([known['Legal'], known['Ops']]).not.toContain((await departmentsOf(app))['Services']);
  });

  test('another spelling of a department is the department', async () => {
    const app = await fresh();
    const known = await company(app);
    const { report } = await importPeople(app, null, file(changedLines((row) => row.replace('Amber / Legal', 'AMBER / Ｌegal').replace('Amber /', 'amber /'))));
    expect([report.difference?.departmentsNew, report.difference?.departmentsGone, report.difference?.moved]).toEqual([[], [], []]);
    expect((await departmentsOf(app))['Lab']).toBe(known['Lab']);
  });

  test('what was said of a file is kept for the next one', async () => {
    const app = await fresh();
    expect(await app.data.peopleChoices.get()).toEqual({});
    await importPeople(app, null, file(before, { columns: { email: 'email' }, dates: 'day-first', encoding: 'utf-8', apart: ['x'] }));
    expect(await app.data.peopleChoices.get()).toMatchObject({ columns: { email: 'email' }, dates: 'day-first' });
  });

  test('a file with other columns is not read by what was said of another one, and does not make it forgotten', async () => {
    const app = await fresh();
    await importPeople(app, null, file(before, { dates: 'day-first' }));
    const kept = await app.data.peopleChoices.get();
    const other = { people: new TextEncoder().encode(['staff no,full name,dept,joined_on', '00100,Sales 0,Amber / Lab,03/04/2020'].join('\n')), departments: null };
    expect((await planImport(app, other)).problems.map(({ code }) => code)).toEqual(['ambiguous-date']);
    expect((await importPeople(app, null, other)).imported).toBe(true);
    expect(await app.data.peopleChoices.get()).toEqual(kept);
  });
});
