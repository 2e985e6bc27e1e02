import { describe, expect, test } from 'vitest';
import { importPeople, planImport } from '#app/services/organisation/import-people.server.ts';
import { idMaker } from '#app/platform/ids.server.ts';
import { readPeopleFiles } from '#app/services/organisation/read-people.server.ts';
import { readPeople } from '#app/services/organisation/reading-thread.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import { isUsable, newSignInLink } from '#app/services/access.server.ts';
import { databases } from '#tests/support/databases.ts';
import { testApp } from '#tests/support/app.ts';
import { encoded } from '#tests/support/encodings.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { cookieOf } from '#tests/support/visit.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (text: string | Uint8Array, departments: string | null = null) => ({
  people: typeof text === 'string' ? bytes(text) : text,
  departments: departments === null ? null : bytes(departments),
});

const because = (report: Awaited<ReturnType<typeof planImport>>) => report.problems.map(({ code }) => code);

const simplified = '工号,姓名,邮箱,部门\n1,王芳,wang@amber.example,琥珀 / 销售部\n2,张伟,zhang@amber.example,琥珀 / 人力资源部\n';
const traditional = '工號,姓名,電子郵件,部門\n1,王芳,wang@amber.example,琥珀 / 銷售部\n2,張偉,zhang@amber.example,琥珀 / 人力資源部\n';

describe('how a file is written', () => {
  test.each([
    ['UTF-8', bytes(simplified), '琥珀 / 销售部'],
    ['UTF-8 with a mark', bytes(`\ufeff${simplified}`), '琥珀 / 销售部'],
    ['UTF-16 with a mark', Uint8Array.from(Buffer.from(`\ufeff${simplified}`, 'utf16le')), '琥珀 / 销售部'],
    ['GBK', encoded(simplified, 'gb18030'), '琥珀 / 销售部'],
    ['Big5', encoded(traditional, 'big5'), '琥珀 / 銷售部'],
    ['Windows line ends', bytes(simplified.replaceAll('\n', '\r\n')), '琥珀 / 销售部'],
    ['semicolons', bytes(simplified.replaceAll(',', ';')), '琥珀 / 销售部'],
    ['tabs', bytes(simplified.replaceAll(',', '\t')), '琥珀 / 销售部'],
  ])('%s is understood', async (_name, people, department) => {
    const report = await planImport(await testApp(), file(people));
    expect(report.problems).toEqual([]);
    expect(report.difference?.joined.map((person) => person.name)[0]).toBe('王芳');
    expect(report.difference?.departmentsNew).toContain(department);
  });

  test('English headers with a few Chinese names are asked about, and read once somebody has said in which encoding', async () => {
    const rows = 'employee_id,name,department\n1,王芳,Amber / Sales\n2,李娜,Amber\n';
    const gbk = file(encoded(rows, 'gb18030'));
    const asked = await planImport(await testApp(), gbk);
    expect([because(asked), asked.offers[0]]).toEqual([['encoding-asked'], { encoding: 'gb18030', words: ['王芳', '李娜'] }]);
    const said = await planImport(await testApp(), { ...gbk, choices: { encoding: 'gb18030' } });
    expect(said.difference?.joined[0]?.name).toBe('王芳');
  });

  test('another encoding is asked about, and never nonsense in names', async () => {
    const latin = Uint8Array.from(Buffer.from('employee_id,name,department\n1,José Müller,Amber\n2,Zoë,Amber\n', 'latin1'));
    const report = await planImport(await testApp(), file(latin));
    expect(report.problems).toMatchObject([{ file: 'people', line: 1, column: null, code: 'encoding-asked' }]);
    expect(report.offers[0]).toEqual({ encoding: 'windows-1252', words: ['José Müller', 'Zoë'] });
  });

  test('Cyrillic that another program takes for Chinese is asked about', async () => {
    const cyrillic = (text: string) => Uint8Array.from([...text].map((one) => (one.charCodeAt(0) < 0x80 ? one.charCodeAt(0) : one.charCodeAt(0) - 0x410 + 0xc0)));
    const russian = cyrillic('employee_id,name,department\n1,АННА Толстого,Amber\n2,ИВАН Чехова,Amber\n');
    // It decodes, and little more than half of it would be everyday characters.
    expect(new TextDecoder('gb18030', { fatal: true }).decode(russian)).toMatch(/\p{Script=Han}/u);
    const asked = await planImport(await testApp(), file(russian));
    expect([because(asked), asked.offers[0]?.encoding]).toEqual([['encoding-asked'], 'windows-1251']);
  });

  test('a quotation mark that never closes is told with its line', async () => {
    const report = await planImport(await testApp(), file('employee_id,name,department\n1,Ada,Amber\n2,"Bo,Amber\n'));
    expect(report.problems).toMatchObject([{ code: 'broken-quotes', file: 'people' }]);
  });

  test('an empty file is told', async () => {
    for (const text of ['', '\n\n', '\ufeff']) {
      expect((await planImport(await testApp(), file(text))).problems).toMatchObject([{ code: 'empty-file' }]);
    }
  });

  test('lines are those of the file, blank ones and broken cells counted', async () => {
    const text = 'employee_id,name,department\n1,"Ada\nLi",Amber\n\n2,,Amber\n';
    const report = await planImport(await testApp(), file(text));
    expect(report.problems).toMatchObject([{ line: 5, column: 'name', code: 'missing-cell' }]);
  });

  test('columns that spreadsheets leave empty behind the last are no problem', async () => {
    const report = await planImport(await testApp(), file('employee_id,name,department,,\n1,Ada,Amber,,\n,,,,\n'));
    expect(report.problems).toEqual([]);
    expect(report.people).toBe(1);
  });
});

describe.each(databases)('the import on $name', (database) => {
  const app = async () => {
    const address = await database.create();
    return testApp({ database: address });
  };
  const header = 'employee_id,name,email,department,manager_id\n';

  test('a dry run writes nothing', async () => {
    const running = await app();
    await planImport(running, file(`${header}1,Ada,ada@amber.example,Amber,\n`));
    expect(await running.data.people.count()).toBe(0);
    expect(await running.data.departments.all()).toEqual([]);
  });

  test('one line that cannot come in and nothing is written', async () => {
    const running = await app();
    const result = await importPeople(running, null, file(`${header}1,Ada,ada@amber.example,Amber,\n2,,bo@amber.example,Amber,1\n`));
    expect(result.imported).toBe(false);
    expect(result.report.problems).toHaveLength(1);
    expect(await running.data.people.count()).toBe(0);
  });

  test('people and departments arrive, a second time nothing changes', async () => {
    const running = await app();
    const files = file(`${header}1,Ada,ada@amber.example,10,\n2,Bo,bo@amber.example,20,1\n3,Cy,,20,2\n`, 'id,parent,name\n10,,Amber\n20,10,Sales\n');
    expect((await importPeople(running, null, files)).imported).toBe(true);
    const ada = await running.data.people.byEmail('ADA@amber.example');
    expect(ada?.employeeId).toBe('1');
    expect(await running.data.departments.headedBy((await running.data.people.byEmail('bo@amber.example'))?.id ?? '')).toHaveLength(1);
    const again = await importPeople(running, null, files);
    expect(again.report.difference).toMatchObject({ joined: [], left: [], moved: [], changed: [], unchanged: 3 });
  });

  test('whoever leaves is signed out, loses roles and is on record; who imported is on record too', async () => {
    const running = await app();
    await aSmallCompany(running);
    await cookieOf(running, 'hr');
    const actor = await actorFor(running, 'admin');
    const rest = (await running.data.people.current()).filter((person) => person.id !== 'hr');
    const rows = rest.map((person) => `${person.employeeId},${person.name},${person.email},${person.departmentId},`);
    const departments = (await running.data.departments.open()).map((one) => `${one.code},${one.parentId ?? ''},${one.name}`);
    const result = await importPeople(running, actor, file(`${header}${rows.join('\n')}\n`, `id,parent,name\n${departments.join('\n')}\n`));
    expect(result.report.difference?.left.map((person) => person.employeeId)).toEqual(['hr']);
    expect((await running.data.people.get('hr'))?.leftOn).toBe('2026-11-22');
    expect(await running.data.roles.of('hr')).toEqual([]);
    expect(await running.data.people.byEmail('hr@amber.example')).toBeNull();
    expect(await running.data.organisation.changes()).toMatchObject([{ actorId: 'admin', setting: 'people', from: '44', to: '43' }]);
  });

  test('another address ends every session and link of before, and stands on the log', async () => {
    const running = await app();
    const files = (email: string) => file(`${header}1,Ada,${email},Amber,\n2,Bo,bo@amber.example,Amber,1\n`);
    await importPeople(running, null, files('ada@amber.example'));
    const ada = (await running.data.people.byEmail('ada@amber.example'))!.id;
    const bo = (await running.data.people.byEmail('bo@amber.example'))!.id;
    // Somebody with the right to import lends Ada an address of their own, comes in as her, and takes it back.
    await importPeople(running, null, files('ada.li@other.example'));
    await cookieOf(running, ada);
    await cookieOf(running, bo);
    const link = (await newSignInLink(running, ada)).split('/').at(-1)!;
    await importPeople(running, null, files('ada@amber.example'));
    const session = (person: string) => running.data.sessions.get(hashOfSecret(`session-of-${person}`), running.today());
    expect([await session(ada), await isUsable(running, link)]).toEqual([null, false]);
    expect(await session(bo)).not.toBeNull();
    expect((await running.data.organisation.changes()).filter(({ setting }) => setting === 'addresses')).toMatchObject([{ to: '1' }, { to: '1' }]);
    await importPeople(running, null, files('ADA@amber.example'));
    expect((await running.data.organisation.changes()).filter(({ setting }) => setting === 'addresses')).toHaveLength(2);
  });

  test('an address that somebody entered by hand holds already is a problem, not a crash', async () => {
    const running = await app();
    const files = (email: string) => file(`${header}1,Ada,${email},Amber,\n`);
    await importPeople(running, null, files('ada@amber.example'));
    await running.data.people.save({ id: 'boss', employeeId: null, name: 'Boss', email: 'boss@amber.example', departmentId: null, managerId: null, site: null, joinedOn: null, leftOn: null, language: null });
    const result = await importPeople(running, null, files('Boss@amber.example'));
    expect(result.report.problems).toMatchObject([{ line: 2, code: 'email-taken' }]);
  });
});

test('a hundred thousand people are ordinary', async () => {
  const app = await testApp();
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    const team = Math.floor(at / 25);
    const manager = at === 0 ? '' : at % 25 === 0 ? 'E0' : `E${team * 25}`;
    return `E${at},Person ${at},p${at}@amber.example,Amber / Division ${Math.floor(team / 20)} / Team ${team},${manager}`;
  });
  const files = file(`employee_id,name,email,department,manager_id\n${rows.join('\n')}\n`);
  const { imported, report } = await importPeople(app, null, files);
  expect(imported).toBe(true);
  expect(report).toMatchObject({ people: 100_000, departments: 4201, problems: [] });
  expect(await app.data.people.count()).toBe(100_000);
}, 180_000);

test('ids are never the same, also across handfuls and makers', () => {
  const makers = [idMaker(), idMaker()];
  const ids = makers.flatMap((newId) => Array.from({ length: 1_000 }, newId));
  expect(new Set(ids).size).toBe(2_000);
  expect(ids.filter((id) => !/^[\w-]{22}$/.test(id))).toEqual([]);
});

describe('a large file', () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => `E${at},王芳 ${at},p${at}@amber.example,Amber / Team ${at % 50},${at % 1000 === 7 ? 'nobody' : ''}`);
  const large = { people: bytes(['employee_id,name,email,department,manager_id', ...rows].join('\n')), departments: null };

  test('read in a thread says the same as read at once, problems and all', async () => {
    expect(large.people.byteLength).toBeGreaterThan(128 * 1024);
    const order = { files: large, company: 'Amber' };
    const reading = await readPeople(order);
    expect(reading).toEqual(await readPeopleFiles(order));
    expect([reading.directory?.people.length, reading.problems.length]).toEqual([5_000, 5]);
  });

  test('leaves the program its turn while it is read, compared and written', async () => {
    const app = await testApp();
    const right = { ...large, people: bytes(new TextDecoder().decode(large.people).replaceAll('nobody', '')) };
    let turns = 0;
    const clock = setInterval(() => (turns += 1), 1);
    const { imported } = await importPeople(app, null, right);
    clearInterval(clock);
    expect([imported, await app.data.people.count()]).toEqual([true, 5_000]);
    // A handful of five hundred at a time, and the thread before: at once it would be one turn or none.
    expect(turns).toBeGreaterThan(8);
    expect((await app.data.people.all()).length).toBe(5_000);
  });
});

describe.each(databases)('imports beside each other on $name', (database) => {
  test(`imports at the same moment end as one after the other would, on ${database.name}`, async () => {
    const address = database.name === 'SQLite' ? ':memory:' : await database.create();
    const app = { ...(await testApp({ database: address })), newId: idMaker() };
    const rows = (from: number) => file(`employee_id,name,email,department\n${Array.from({ length: 60 }, (_, at) => `${from + at},Person ${from + at},p${from + at}@amber.example,Amber`).join('\n')}\n`);
    const results = await Promise.all([importPeople(app, null, rows(0)), importPeople(app, null, rows(30)), importPeople(app, null, rows(60))]);
    expect(results.map(({ imported }) => imported)).toEqual([true, true, true]);
    const here = (await app.data.people.current()).map(({ employeeId }) => Number(employeeId)).sort((one, other) => one - other);
    // Whoever came last has the last word, whole.
    expect([0, 30, 60].map((from) => Array.from({ length: 60 }, (_, at) => from + at))).toContainEqual(here);
  });
});
