// Each kind of people file that staff systems and spreadsheets write, and what is read of it.
import { describe, expect, test } from 'vitest';
import { foldedName } from '#app/domain/organisation/column-names.ts';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { withRemembered } from '#app/domain/organisation/people-choices.ts';
import { readDirectory } from '#app/domain/organisation/read-directory.ts';
import type { Table } from '#app/domain/tables/table.ts';

/** A table from lines whose cells are parted by bars. */
function table(...lines: string[]): Table {
  const [header = '', ...rows] = lines.map((line) => line.split('|'));
  return { header: [...header], rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
}

const read = (people: Table, choices: PeopleChoices = {}) => readDirectory({ people, departments: null, company: 'Amber', choices });
const codes = (people: Table, choices: PeopleChoices = {}) => read(people, choices).problems.map(({ line, column, code }) => `${line} ${column ?? '-'} ${code}`);
const people = (from: Table, choices: PeopleChoices = {}) => read(from, choices).directory?.people ?? [];
const paths = (from: Table, choices: PeopleChoices = {}) => people(from, choices).map(({ department }) => department);

describe('columns of staff systems', () => {
  test.each([
    ['BambooHR', table('Employee #|Last Name, First Name|First Name|Last Name|Department|Division|Work Email|Reports To|Hire Date|Status', '101|Berg, Ann|Ann|Berg|Fitting|North|ann@x.org||2019-05-01|Active', '102|Lind, Bo|Bo|Lind|Fitting|North|bo@x.org|Ann Berg|2020-05-01|Active'), 'Amber / North / Fitting'],
    ['Personio', table('Personalnummer|Vorname|Nachname|E-Mail (geschäftlich)|Abteilung|Team|Vorgesetzter|Eintrittsdatum', '0101|Ann|Berg|ann@x.org|Vertrieb|Nord||01.05.2019', '0102|Bo|Lind|bo@x.org|Vertrieb|Nord|Berg, Ann|01.05.2020'), 'Amber / Vertrieb / Nord'],
    ['Workday', table('Employee ID|Worker|Email - Primary Work|Supervisory Organization|Cost Center|Manager|Manager ID|Hire Date', '101|Ann Berg|ann@x.org|Line (Ann Berg)|C1|||2019-05-01', '102|Bo Lind|bo@x.org|Line (Ann Berg)|C1|Ann Berg|101|2020-05-01'), 'Line'],
    ['OrangeHRM', table('First Name|Middle Name|Last Name|Employee Id|Sub Unit|Supervisor First Name|Supervisor Last Name|Work Email', 'Ann||Berg|0101|Line|||ann@x.org', 'Bo||Lind|0102|Line|Ann|Berg|bo@x.org'), 'Line'],
    ['French', table('Matricule|Nom|Prénom|Courriel|Service|Responsable', '101|Berg|Ann|ann@x.org|Ventes|', '102|Lind|Bo|bo@x.org|Ventes|ann@x.org'), 'Ventes'],
    ['Spanish', table('Número de empleado|Nombre|Apellidos|Correo electrónico|Departamento|Jefe directo', '101|Ann|Berg|ann@x.org|Ventas|', '102|Bo|Lind|bo@x.org|Ventas|Ann Berg'), 'Ventas'],
  ])('%s', (_name, file, department) => {
    const { problems, directory } = read(file);
    expect(problems).toEqual([]);
    expect(directory?.people.map(({ name, manager }) => [name, manager ?? null])).toEqual([['Ann Berg', null], ['Bo Lind', directory?.people[0]?.employeeId]]);
    expect(directory?.people.map(({ department: place }) => place)).toEqual([department, department]);
  });

  test('Feishu, WeCom and DingTalk', () => {
    const feishu = table('姓名|工号|工作邮箱|部门|直属上级|入职日期', '王小明|1|w@x.org|晨光/研发部||2020/1/1', '李雷|2|l@x.org|晨光/研发部/前端组|王小明(w@x.org)|2020/1/2');
    expect([codes(feishu), people(feishu).map(({ department, manager }) => [department, manager])]).toEqual([[], [['晨光 / 研发部', null], ['晨光 / 研发部 / 前端组', '1']]]);
    const dingtalk = table('员工UserID|姓名|部门|主部门|工号', 'm1|王小明|晨光-研发部|晨光-研发部|0001', 'u2|李雷|晨光-研发部-前端组,晨光-产品部|晨光-研发部-前端组|0002', 'u3|韩梅|晨光-产品部|晨光-产品部|0003');
    expect(people(dingtalk).map(({ employeeId, department }) => [employeeId, department])).toEqual([['0001', '晨光 / 研发部'], ['0002', '晨光 / 研发部 / 前端组'], ['0003', '晨光 / 产品部']]);
    expect(people(table('姓名|帐号|部门', '王小明|wang|晨光', '李雷|li|晨光')).map(({ name }) => name)).toEqual(['王小明', '李雷']);
  });

  test('without ids the address stands for them; a column of addresses is known by what stands in it', () => {
    expect(people(table('Name|Kontakt|Abteilung', 'Ann|Ann@X.org|Amber', 'Bo|bo@x.org|Amber')).map(({ employeeId, email }) => [employeeId, email])).toEqual([['ann@x.org', 'Ann@X.org'], ['bo@x.org', 'bo@x.org']]);
  });

  test('what is said goes before what is guessed, and is remembered where the columns are there', () => {
    const file = table('Nr|Wer|Wo', '1|Ann|Amber', '2|Bo|Amber');
    expect(codes(file)).toEqual(['1 employee_id missing-column', '1 name missing-column', '1 department missing-column']);
    const said: PeopleChoices = { columns: { [foldedName('Nr')]: 'employee_id', [foldedName('Wer')]: 'name', [foldedName('Wo')]: 'department' } };
    expect([codes(file, said), people(file, said).length]).toEqual([[], 2]);
    expect(withRemembered(said, {}, file.header)).toEqual(said);
    expect(withRemembered(said, {}, ['Nr', 'Wer'])).toEqual({});
    expect(withRemembered(said, { columns: { nr: 'nothing' } }, file.header).columns).toMatchObject({ nr: 'nothing', wer: 'name' });
  });

  test('people who have left, by their status, are skipped and told', () => {
    const file = table('employee_id|name|department|Status', '1|Ann|Amber|Active', '2|Bo|Amber|Inactive', '3|Cy|Amber|ausgeschieden', '4|Di|Amber|离职');
    expect([people(file).length, read(file).understood.gone]).toEqual([1, [3, 4, 5]]);
  });
});

describe('departments', () => {
  const file = (...cells: string[]) => table('employee_id|name|department', ...cells.map((cell, at) => `${at}|P${at}|${cell}`));

  test.each([['>', 'Amber > Sales > North'], ['»', 'Amber » Sales » North'], ['\\', 'Amber\\Sales\\North'], ['→', 'Amber → Sales → North'], ['＞', 'Amber＞Sales＞North'], ['::', 'Amber::Sales::North'], ['/', 'Amber/Sales/North'], ['-', 'Amber-Sales-North'], [' - ', 'Amber - Sales - North'], [';', 'Amber;Sales;North']])('parted by %s', (_separator, path) => {
    expect(paths(file('Amber', path.replace(/[^A-Za-z]+North$/, ''), path))).toEqual(['Amber', 'Amber / Sales', 'Amber / Sales / North']);
  });

  test('a hyphen or a slash that belongs to a name parts nothing', () => {
    expect(paths(file('Front-office', 'Sales', 'R&D/IT'))).toEqual(['Amber / Front-office', 'Amber / Sales', 'Amber / R&D/IT']);
  });

  test('«Firm/Sales» among «Firm / Sales» is the same place', () => {
    expect(paths(file('Firm / Sales', 'Firm/Sales', 'Firm / R&D/IT'))).toEqual(['Firm / Sales', 'Firm / Sales', 'Firm / R&D/IT']);
  });

  test('spellings that differ in case, width, form and spaces are one, and told', () => {
    const spelt = file('Firm / Zürich', 'Firm / Zu\u0308rich', 'Firm / ZÜRICH', 'firm / Zürich', 'Firm / \u200eZürich', 'Firm / R＆D', 'Firm / R&D', 'Firm / Human  Resources', 'Firm / Human Resources');
    expect([...new Set(paths(spelt))]).toEqual(['Firm / Zürich', 'Firm / R&D', 'Firm / Human Resources']);
    expect(read(spelt).understood.spellings).toEqual([['Firm', 'firm'], ['Zürich', 'ZÜRICH'], ['R&D', 'R＆D']]);
  });

  test('flat with a column for the department above', () => {
    const flat = table('employee_id|name|department|Parent department', '1|Ann|Board|', '2|Bo|Sales|Board', '3|Cy|North|Sales');
    expect(paths(flat)).toEqual(['Amber / Board', 'Amber / Board / Sales', 'Amber / Board / Sales / North']);
  });

  test('names that differ in brackets alone are two departments', () => {
    expect(paths(file('Sales (New York)', 'Sales (Hong Kong)'))).toEqual(['Amber / Sales (New York)', 'Amber / Sales (Hong Kong)']);
  });

  test('two departments in one cell, or of one person in two rows, are asked about', () => {
    const two = file('Amber / Sales', 'Amber / Legal', 'Amber / Sales; Amber / Legal');
    expect(codes(two)).toEqual(['4 department two-departments']);
    expect([paths(two, { memberships: 'first' })[2], paths(two, { memberships: 'last' })[2]]).toEqual(['Amber / Sales', 'Amber / Legal']);
    const rows = table('employee_id|name|department', '1|Ann|Amber / A', '1|Ann|Amber / B', '2|Bo|Amber / B');
    expect(codes(rows)).toEqual(['2 department two-departments', '3 department two-departments']);
    expect(paths(rows)).toEqual(['Amber / B']);
    expect([paths(rows, { memberships: 'first' }), paths(rows, { memberships: 'last' })]).toEqual([['Amber / A', 'Amber / B'], ['Amber / B', 'Amber / B']]);
  });
});

describe('cells', () => {
  const joined = (cell: string, choices: PeopleChoices = {}, ...more: string[]) => people(table('employee_id|name|department|joined_on', `1|Ann|Amber|${cell}`, ...more.map((one, at) => `${at + 2}|P|Amber|${one}`)), choices)[0]?.joinedOn;

  test.each(['2024-01-15', '15.01.2024', '15.1.24', '15/01/2024', '01/15/2024', '15-Jan-2024', 'Jan 15, 2024', '15. Januar 2024', '15 janvier 2024', '15 de enero de 2024', '2024-01-15T00:00:00Z', '2024-01-15 08:30', '20240115', '民國113年1月15日', '2024年1月15日', '45306'])('%s is 15 January 2024', (cell) => {
    expect(joined(cell)).toBe('2024-01-15');
  });

  test.each(['2023-02-29', '0000-00-00', '9999-12-31', '1900-01-00', '31.02.2024', 'soon'])('%s is no day, and keeps nobody out', (cell) => {
    expect([joined(cell), codes(table('employee_id|name|department|joined_on', `1|Ann|Amber|${cell}`))]).toEqual([undefined, ['2 joined_on bad-date']]);
  });

  test('a day that means two is asked, unless the column shows which way it is written', () => {
    expect(codes(table('employee_id|name|department|joined_on', '1|Ann|Amber|01/03/2026', '2|Bo|Amber|02/29/2024'))).toEqual(['2 joined_on ambiguous-date']);
    expect([joined('01/03/2026', { dates: 'day-first' }), joined('01/03/2026', { dates: 'month-first' })]).toEqual(['2026-03-01', '2026-01-03']);
    expect([joined('01/03/2026', {}, '12/31/2020', '10/20/2020'), joined('01/03/2026', {}, '31/12/2020', '20/10/2020')]).toEqual(['2026-01-03', '2026-03-01']);
    expect(joined('01/03/2026', {}, '12/31/2020', '31/12/2020', '10/20/2020')).toBeUndefined();
  });

  test.each<[string, string | null | undefined]>([['Ann Berg <ann@x.org>', 'ann@x.org'], ['mailto:ann@x.org', 'ann@x.org'], ["o'hara@x.org", "o'hara@x.org"], ['张伟@例子.中国', '张伟@例子.中国'], ['ops@intranet', 'ops@intranet'], ['-', null], ['N/A', null], ['无', null], ['a@x.org;b@x.org', undefined], ['a@b@c.org', undefined]])('address %s', (cell, email) => {
    const file = table('employee_id|name|department|email', `1|Ann|Amber|${cell}`);
    expect([people(file)[0]?.email, codes(file).length]).toEqual([email, email === undefined ? 1 : 0]);
  });

  test('ids that look the same are the same; rounded ones are told', () => {
    const file = table('employee_id|name|department|manager_id', '\u202a00123\u202c|Ann|Amber|', '101.0|Bo|Amber|00123', 'e7|Cy|Amber|101', 'X|Di|Amber|E7');
    expect([codes(file), people(file).map(({ employeeId, manager }) => [employeeId, manager])]).toEqual([[], [['00123', null], ['101', '00123'], ['e7', '101'], ['X', 'e7']]]);
    expect(codes(table('employee_id|name|department', '1.23457E+11|Ann|Amber'))).toEqual(['2 employee_id rounded-id']);
    expect(codes(table('employee_id|name|department', 'A1|Ann|Amber', 'a1|Bo|Amber'))).toEqual(['3 employee_id duplicate-employee']);
  });

  test('a manager whose name two people have is told, and known by address', () => {
    const file = (manager: string) => table('employee_id|name|email|department|manager_id', '1|Wang Wei|w1@x.org|Amber|', '2|Wang Wei|w2@x.org|Amber|', `3|Ann|a@x.org|Amber|${manager}`);
    expect(codes(file('Wang Wei'))).toEqual(['4 manager_id ambiguous-manager']);
    expect(people(file('w2@x.org'))[2]?.manager).toBe('2');
  });

  test('a row that cannot come in leaves the others, and says whom it means', () => {
    const { directory } = read(table('employee_id|name|email|department', '1|Ann|ann@x.org|Amber', '2|Bo|bo@x.org|'));
    expect([directory?.people.length, directory?.spared]).toEqual([1, [{ employeeId: '2', email: 'bo@x.org', name: 'Bo' }]]);
  });
});
