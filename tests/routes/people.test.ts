import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { largestFile } from '#app/forms/people-import.ts';
import { action as changeAction, loader as person } from '#app/routes/people.$id.tsx';
import { loader as people } from '#app/routes/people._index.tsx';
import { loader as departments } from '#app/routes/people.departments.tsx';
import { action as confirmAction, loader as review } from '#app/routes/people.import.$stage.tsx';
import { action as readAction, loader as readPage } from '#app/routes/people.import.$stage_.columns.tsx';
import { loader as problemsCsv } from '#app/routes/people.import.$stage_.problems[.]csv.tsx';
import { action as chooseAction } from '#app/routes/people.import._index.tsx';
import { action as pasteAction } from '#app/routes/people.import.paste.tsx';
import { aSmallCompany } from '#tests/support/people.ts';
import { forgetOldStages } from '#app/services/organisation/stage-files.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { uploadTo } from '#tests/support/uploads.ts';
import { visit } from '#tests/support/visit.ts';

async function company(): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  return app;
}

type Answer = Record<string, never>;
const body = async (response: Response | unknown) => (response as Response).json() as Promise<Answer>;
const staged = (response: Response) => ({ stage: response.headers.get('location')?.split('/').at(-1) ?? '' });
const uploads = (app: TestApp) => (existsSync(join(app.config.dataFolder, 'uploads')) ? readdirSync(join(app.config.dataFolder, 'uploads')) : []);

const file = 'employee_id,name,email,department\n1,Ada,ada@new.example,New / Sales\n2,Bo,,New / Legal\n';

describe('the directory', () => {
  test('is listed by name, fifty on a page, with departments and roles', async () => {
    const app = await company();
    const answer = (await visit(app, people, '/people', { as: 'hr' })) as unknown as { listed: { people: { name: string }[]; found: number } };
    expect(answer.listed.found).toBe(44);
    expect(answer.listed.people.map(({ name }) => name)).toEqual([...answer.listed.people.map(({ name }) => name)].sort());
    const found = (await visit(app, people, '/people?search=admin', { as: 'hr' })) as unknown as typeof answer;
    expect(found.listed.people).toMatchObject([{ id: 'admin', department: 'Amber / Finance', roles: ['administrator'] }]);
  });

  test('a department is searched with everything below it', async () => {
    const app = await company();
    const answer = (await visit(app, people, '/people?department=sales', { as: 'admin' })) as unknown as { listed: { found: number } };
    expect(answer.listed.found).toBe(24);
  });

  test('a page that does not exist is the nearest one', async () => {
    const app = await company();
    for (const page of ['999', '-3', 'x']) expect(await visit(app, people, `/people?page=${page}`, { as: 'hr' })).toMatchObject({ listed: { page: 1, pages: 1 } });
  });

  test('the tree counts people here and below and names the heads', async () => {
    const app = await company();
    const { branches } = (await visit(app, departments, '/people/departments', { as: 'hr' })) as unknown as { branches: never[] };
    expect(branches).toMatchObject([{ name: 'Amber', total: 44, direct: 0, head: null, below: [{ name: 'Sales', total: 24, head: { id: 'south-1' } }, {}, {}] }]);
  });

  test('somebody who does not exist is not found', async () => {
    expect(((await visit(await company(), person, '/people/x', { as: 'hr', params: { id: 'x' } })) as Response).status).toBe(404);
  });
});

describe('roles', () => {
  const give = { role: 'hr', grant: 'yes' };

  test('an administrator gives and takes them, HR sees them only', async () => {
    const app = await company();
    const params = { id: 'north-4' };
    expect(((await visit(app, changeAction, '/people/north-4', { as: 'hr', params, form: give })) as Response).status).toBe(403);
    expect(((await visit(app, changeAction, '/people/north-4', { as: 'admin', params, form: give })) as Response).headers.get('location')).toBe('/people/north-4?changed');
    expect(await app.data.roles.of('north-4')).toEqual(['hr']);
    expect(await visit(app, person, '/people/north-4', { as: 'hr', params })).toMatchObject({ grants: false, person: { roles: ['hr'] } });
  });

  test('the last administrator cannot leave the room', async () => {
    const app = await company();
    const answer = await visit(app, changeAction, '/people/admin', { as: 'admin', params: { id: 'admin' }, form: { role: 'administrator', grant: 'no' } });
    expect((answer as Response).status).toBe(422);
    expect(await body(answer)).toMatchObject({ errors: { administrator: 'last-administrator' } });
  });

  test('a role nobody knows is refused', async () => {
    const answer = await visit(await company(), changeAction, '/people/admin', { as: 'admin', params: { id: 'admin' }, form: { role: 'king', grant: 'yes' } });
    expect((answer as Response).status).toBe(422);
  });
});

describe('a people file', () => {
  test('is shown before it is imported, then imported, then forgotten', async () => {
    const app = await testApp();
    await aSmallCompany(app);
    const chosen = await uploadTo(app, chooseAction, { as: 'hr', files: { people: file } });
    const params = staged(chosen);
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({
      people: 2,
      problemCount: 0,
      difference: { joined: { count: 2 }, left: { count: 44 }, shareLeaving: 1, withoutEmail: 1 },
    });
    expect(await app.data.people.count()).toBe(44);
    const done = (await visit(app, confirmAction, '/people/import/x', { as: 'hr', params, form: {} })) as Response;
    expect(done.headers.get('location')).toBe('/people?imported=2-44-0-0');
    expect(await app.data.people.count()).toBe(2);
    expect(uploads(app)).toEqual([]);
  });

  test('with a second file of departments', async () => {
    const app = await company();
    const files = { people: 'employee_id,name,department\n1,Ada,20\n', departments: 'id,parent,name\n10,,New\n20,10,Sales\n' };
    const params = staged(await uploadTo(app, chooseAction, { as: 'hr', files }));
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({ departments: 2, problemCount: 0 });
  });

  test('with problems says where, and cannot be confirmed', async () => {
    const app = await company();
    const params = staged(await uploadTo(app, chooseAction, { as: 'hr', files: { people: 'employee_id,name,department\n1,,New\n1,Bo,Other\n' } }));
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({
      problems: [
        { line: 2, column: 'name', code: 'missing-cell' },
        { line: 3, column: 'employee_id', code: 'duplicate-employee' },
      ],
    });
    const refused = (await visit(app, confirmAction, '/people/import/x', { as: 'hr', params, form: {} })) as Response;
    expect(refused.headers.get('location')).toBe(`/people/import/${params.stage}`);
    expect(await app.data.people.count()).toBe(44);
  });

  test('in an encoding that nobody can know is asked about with its words, and read as somebody says', async () => {
    const app = await company();
    const latin = Uint8Array.from(Buffer.from('employee_id,name,department\n1,José Müller,Büro\n2,Zoë,Büro\n', 'latin1'));
    const params = staged(await uploadTo(app, chooseAction, { as: 'hr', files: { people: latin } }));
    const sent = (await visit(app, review, '/people/import/x', { as: 'hr', params })) as Response;
    expect(sent.headers.get('location')).toBe(`/people/import/${params.stage}/columns`);
    expect(await visit(app, readPage, '/people/import/x/columns', { as: 'hr', params })).toMatchObject({ understood: null, codes: ['encoding-asked'], offers: [{ encoding: 'windows-1252', words: ['José Müller', 'Büro', 'Zoë'] }, {}] });
    const said = (await visit(app, readAction, '/people/import/x/columns', { as: 'hr', params, form: { encoding: 'windows-1252' } })) as Response;
    expect(said.headers.get('location')).toBe(`/people/import/${params.stage}`);
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({ problemCount: 0, difference: { joined: { first: [{ name: 'José Müller' }, { name: 'Zoë' }] } } });
  });

  test('with columns nobody knows is read as somebody says, and the next file too', async () => {
    const app = await company();
    const odd = 'Nr;Wer;Wo;Seit\n1;Ada;Team A;01/02/2020\n2;Bo;Team B;03/04/2021\nhr;Person hr;Team B;\n';
    const params = staged(await uploadTo(app, chooseAction, { as: 'hr', files: { people: odd } }));
    expect(await visit(app, readPage, '/people/import/x/columns', { as: 'hr', params })).toMatchObject({ understood: { roles: [{ header: 'Nr', role: 'nothing', examples: ['1', '2', 'hr'] }, {}, {}, {}] } });
    const form = { ...Object.fromEntries(['Nr', 'Wer', 'Wo', 'Seit'].flatMap((header, at) => [[`header-${at}`, header], [`was-${at}`, 'nothing'], [`role-${at}`, ['employee_id', 'name', 'department', 'joined_on'][at] as string]])), dates: 'day-first' };
    await visit(app, readAction, '/people/import/x/columns', { as: 'hr', params, form });
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({ problemCount: 0, stopped: false });
    await visit(app, confirmAction, '/people/import/x', { as: 'hr', params, form: {} });
    expect((await app.data.people.current()).find(({ name }) => name === 'Bo')?.joinedOn).toBe('2021-04-03');
    const next = staged(await uploadTo(app, chooseAction, { as: 'hr', files: { people: `${odd}3;Cy;Team A;05/06/2022\n` } }));
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params: next })).toMatchObject({ problemCount: 0, asked: false, difference: { joined: { first: [{ name: 'Cy' }] }, unchanged: 3 } });
  });

  test('with lines that cannot come in: the good ones come in, whom the others mean stays, and they are a file to mend', async () => {
    const app = await company();
    const hr = 'hr,Person hr,hr@amber.example,New\n';
    const good = `employee_id,name,email,department\n1,Ada,ada@amber.example,New\n2,Bo,bo@amber.example,New / Sales\n${hr}`;
    await visit(app, confirmAction, '/people/import/x', { as: 'hr', params: staged(await uploadTo(app, chooseAction, { as: 'hr', files: { people: good } })), form: {} });
    const bad = `employee_id,name,email,department\n1,Ada,ada@amber.example,New\n2,"=Bo",,\n3,Cy,cy@,New\n${hr}`;
    const params = staged(await uploadTo(app, chooseAction, { as: 'hr', files: { people: bad } }));
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({ badRows: 1, stopped: false, problemCount: 2, difference: { spared: 1, left: { count: 0 }, departmentsGone: { count: 0 } } });
    const csv = await ((await visit(app, problemsCsv, '/people/import/x/problems.csv', { as: 'hr', params })) as Response).text();
    expect(csv).toContain("2,'=Bo,,,3,department: this cell is empty and is needed");
    expect(csv).toContain('4,"email: “cy@” is not an address');
    const refused = (await visit(app, confirmAction, '/people/import/x', { as: 'hr', params, form: {} })) as Response;
    expect(refused.headers.get('location')).toBe(`/people/import/${params.stage}`);
    const done = (await visit(app, confirmAction, '/people/import/x', { as: 'hr', params, form: { does: 'good-rows' } })) as Response;
    expect(done.headers.get('location')).toBe('/people?imported=1-0-0-0');
    expect((await app.data.people.current()).flatMap(({ name, leftOn, employeeId }) => (employeeId === null ? [] : [[name, leftOn]]))).toEqual([['Ada', null], ['Bo', null], ['Cy', null], ['Person hr', null]]);
  });

  test('whose cells are parted otherwise is read as somebody says', async () => {
    const app = await company();
    const params = staged(await uploadTo(app, chooseAction, { as: 'hr', files: { people: 'employee_id;name;department\n1;Ada;New\n2;Bo;New\n' } }));
    await visit(app, readAction, '/people/import/x/columns', { as: 'hr', params, form: { separator: '|', 'separator-was': ';' } });
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({ stopped: true, understood: { written: { separator: '|' } } });
    await visit(app, readAction, '/people/import/x/columns', { as: 'hr', params, form: { separator: ';', 'separator-was': '|' } });
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({ stopped: false, people: 2 });
  });

  test('that was copied out of a spreadsheet is read like a file; nothing pasted is refused in words', async () => {
    const app = await company();
    const sent = (await visit(app, pasteAction, '/people/import/paste', { as: 'hr', form: { pasted: 'employee_id\tname\tdepartment\r\n1\tAda\tNew\r\n2\tBerg, Bo\tNew\r\n' } })) as Response;
    const params = { stage: sent.headers.get('location')?.split('/').at(-1) ?? '' };
    expect(await visit(app, review, '/people/import/x', { as: 'hr', params })).toMatchObject({ problemCount: 0, people: 2, difference: { joined: { first: [{ name: 'Ada' }, { name: 'Berg, Bo' }] } } });
    const nothing = (await visit(app, pasteAction, '/people/import/paste', { as: 'hr', form: { pasted: ' \n' } })) as Response;
    expect([nothing.status, await body(nothing)]).toMatchObject([422, { errors: { pasted: 'required' } }]);
  });

  test('that is missing or too large is refused in words, and nothing is kept', async () => {
    const app = await company();
    const missing = await uploadTo(app, chooseAction, { as: 'hr', files: { people: '' } });
    expect([missing.status, await body(missing)]).toEqual([422, { errors: { people: 'file-missing' }, words: { people: 'Please choose a file' }, values: {} }]);
    const nothing = await uploadTo(app, chooseAction, { as: 'hr', files: { departments: 'id,parent,name\n' } });
    expect([nothing.status, await body(nothing)]).toEqual([422, { errors: { people: 'file-missing' }, words: { people: 'Please choose a file' }, values: {} }]);
    const large = await uploadTo(app, chooseAction, { as: 'hr', files: { people: new Uint8Array(largestFile + 1) } });
    expect([large.status, await body(large)]).toEqual([413, { errors: { people: 'file-too-large' }, words: { people: 'This file is larger than 32 MB' }, values: {} }]);
    expect(uploads(app)).toEqual([]);
  });

  test('is put under a name of ours, whatever the sender calls it or asks for', async () => {
    const app = await company();
    await uploadTo(app, chooseAction, { as: 'hr', files: { people: file, '../people': 'x', other: 'x' } });
    const [stage] = uploads(app);
    expect(readdirSync(join(app.config.dataFolder, 'uploads', stage ?? ''))).toEqual(['people']);
    for (const id of ['..', '../../etc', 'nothing']) {
      const answer = (await visit(app, review, '/people/import/x', { as: 'hr', params: { stage: id } })) as Response;
      expect(answer.headers.get('location')).toBe('/people/import?expired');
    }
  });

  test('that nobody came back for is forgotten', async () => {
    const app = await company();
    await uploadTo(app, chooseAction, { as: 'hr', files: { people: file } });
    app.setNow('2027-01-01');
    await forgetOldStages(app);
    expect(uploads(app)).toEqual([]);
  });

  test('is no business of employees and managers', async () => {
    const app = await company();
    for (const as of ['operations-1', 'north-1']) {
      const refused = await uploadTo(app, chooseAction, { as, files: { people: file } }).catch((thrown: unknown) => thrown as Response);
      expect(refused.status).toBe(403);
    }
    expect(uploads(app)).toEqual([]);
  });
});
