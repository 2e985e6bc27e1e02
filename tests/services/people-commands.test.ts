// The commands as a script calls them: what stands on which stream, and the exit code.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adminCreate } from '#app/cli/admin.ts';
import { backup, restore } from '#app/cli/backup.ts';
import type { Command } from '#app/cli/command.ts';
import { dbMigrate, dbNew } from '#app/cli/db.ts';
import { peopleImport } from '#app/cli/people.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-commands-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: Command, args: readonly string[], { json = false, data = 'data' } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line), dataFolder: join(folder, data), json };
  return { code: await command.run(args, io), out, err };
}

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const good = () => file('good.csv', 'employee_id,name,email,department', 'E1,Ada,ada@amber.example,Amber', 'E2,Bo,,Amber / Sales');
const bad = () => file('bad.csv', 'employee_id,name,email,department', 'E1,Ada,ada@@,Amber', 'E1,Bo,,Amber');

test('an import says what it did, a second one that nothing changed', async () => {
  const first = await run(peopleImport, [good()]);
  expect([first.code, first.err]).toEqual([0, []]);
  expect(first.out[0]).toBe('people: 2 in the file; joined 2, left 0, moved 0, changed 0, unchanged 0');
  const second = await run(peopleImport, [good()]);
  expect(second.out[0]).toBe('people: 2 in the file; joined 0, left 0, moved 0, changed 0, unchanged 2');
});

test('a dry run prints the difference and writes nothing', async () => {
  const dry = await run(peopleImport, [good(), '--dry-run']);
  expect(dry.code).toBe(0);
  expect(dry.out).toContain('joined: E2 Bo (Amber / Sales)');
  expect(dry.out).toContain('department new: Amber / Sales');
  expect((await run(peopleImport, [good()])).out[0]).toContain('joined 2');
});

test('problems are one line each: file, line, column, what is wrong, what would be right', async () => {
  const path = bad();
  const lines = [
    `${path}:2: email: “ada@@” is not an address; one like lin@example.org is needed, or nothing`,
    `${path}:3: employee_id: the id “E1” is also in line 2; every person has an id of their own`,
  ];
  const refused = await run(peopleImport, [path]);
  expect([refused.code, refused.out]).toEqual([1, []]);
  expect(refused.err).toEqual(expect.arrayContaining(lines));
  const dry = await run(peopleImport, [path, '--dry-run']);
  expect([dry.code, dry.out.slice(0, 2)]).toEqual([1, lines]);
});

test('for machines one line of JSON tells the same', async () => {
  const { code, out } = await run(peopleImport, [bad(), '--dry-run'], { json: true });
  expect(code).toBe(1);
  expect(JSON.parse(out.join(''))).toMatchObject({ ok: false, dryRun: true, problems: [{ line: 2, code: 'bad-email' }, { line: 3, code: 'duplicate-employee' }] });
});

test('a wrong call is exit code 2, a file that cannot be read 1', async () => {
  expect((await run(peopleImport, [])).code).toBe(2);
  expect((await run(peopleImport, [good(), '--never-heard'])).code).toBe(2);
  expect((await run(peopleImport, [join(folder, 'nothing.csv')])).code).toBe(1);
  expect((await run(adminCreate, ['--email', 'ada@amber.example'])).code).toBe(2);
  expect((await run(adminCreate, ['--email', 'ada', '--name', 'Ada'])).code).toBe(1);
  expect((await run(backup, [])).code).toBe(2);
  expect((await run(dbMigrate, ['now'])).code).toBe(2);
  expect((await run(dbNew, ['Not Kebab'])).code).toBe(2);
});

test('an administrator gets one link, and nothing else on the stream of results', async () => {
  const { code, out } = await run(adminCreate, ['--email', 'ada@amber.example', '--name', 'Ada']);
  expect(code).toBe(0);
  expect(out).toEqual([expect.stringMatching(/^http:\/\/localhost:3000\/sign-in\/[\w-]{40,}$/)]);
});

test('a backup is restored elsewhere and refused over an installation', async () => {
  await run(peopleImport, [good()]);
  const copy = join(folder, 'copy');
  expect((await run(backup, [copy])).code).toBe(0);
  expect((await run(backup, [copy])).code).toBe(1);
  expect((await run(restore, [copy], { data: 'elsewhere' })).code).toBe(0);
  const again = await run(restore, [copy], { data: 'elsewhere' });
  expect([again.code, again.err]).toEqual([1, [expect.stringContaining('--replace')]]);
  expect((await run(restore, [copy, '--replace'], { data: 'elsewhere' })).code).toBe(0);
  expect((await run(peopleImport, [good()], { data: 'elsewhere' })).out[0]).toContain('unchanged 2');
});

test('the tables are brought up to date by hand', async () => {
  expect((await run(dbMigrate, [])).code).toBe(0);
  expect(existsSync(join(folder, 'data', 'murmur.sqlite'))).toBe(true);
});

test('a file is read otherwise where somebody says so, and says how it was read', async () => {
  const odd = file('odd.csv', 'Report of today;;;', 'Nr;Wer;Wo;Seit', '1;Ada;Amber > Sales;01/02/2020', '2;Bo;Amber;03/04/2021', 'Total;2;;');
  const asked = await run(peopleImport, [odd, '--dry-run']);
  expect(asked.out.filter((line) => line.includes('no column is known as'))).toHaveLength(3);
  const said = ['--map', 'employee_id=Nr', '--map', 'name=Wer', '--map', 'department=Wo', '--map', 'joined_on=Seit', '--dates', 'month-first'];
  const dry = await run(peopleImport, [odd, '--dry-run', ...said], { json: true });
  expect(JSON.parse(dry.out.join(''))).toMatchObject({
    ok: true,
    people: 2,
    understood: { path: '>', dates: 'month-first', skipped: [{ line: 1, as: 'title' }, { line: 5, as: 'total' }], roles: [{ header: 'Nr', role: 'employee_id' }, {}, {}, { role: 'joined_on' }], written: { separator: ';', encoding: 'utf-8' } },
  });
  expect((await run(peopleImport, [odd, ...said])).code).toBe(0);
  // Remembered: the next file of the same columns needs nothing said.
  expect((await run(peopleImport, [odd])).out[0]).toContain('unchanged 2');
});

test('good lines come in where that is wished; a cell nobody needs keeps nothing out', async () => {
  const lines = file('lines.csv', 'employee_id,name,email,department', 'E1,Ada,ada@@,Amber', 'E2,,,Amber');
  expect((await run(peopleImport, [lines])).code).toBe(1);
  const good = await run(peopleImport, [lines, '--good-rows']);
  expect([good.code, good.out[0]]).toEqual([0, 'people: 1 in the file; joined 1, left 0, moved 0, changed 0, unchanged 0']);
  expect(good.err.at(-1)).toBe('2 problems: all other lines and cells were imported');
});

test('an encoding nobody can know is asked, and said by name', async () => {
  const path = join(folder, 'latin.csv');
  writeFileSync(path, Buffer.from('employee_id,name,department\n1,Jürgen Müller,Büro\n', 'latin1'));
  const asked = await run(peopleImport, [path, '--dry-run']);
  expect([asked.code, asked.out[0]]).toEqual([1, expect.stringContaining('windows-1252 “Jürgen Müller, Büro”')]);
  expect((await run(peopleImport, [path, '--dry-run', '--encoding', 'cp1252'])).out).toContain('joined: 1 Jürgen Müller (Büro)');
});

test.each([['--encoding', 'klingon'], ['--dates', 'perhaps'], ['--memberships', 'all'], ['--map', 'salary=Gehalt'], ['--separator', 'xy']])('%s %s is a wrong call', async (...args) => {
  expect((await run(peopleImport, [good(), ...args])).code).toBe(2);
});
