import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analyseCommand } from '#app/cli/analyse.ts';
import { releaseShow, releaseVerify } from '#app/cli/release.ts';
import type { Command } from '#app/cli/command.ts';
import type { Release } from '#app/domain/publication/release/release.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'murmur-analyse-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function call(command: Command, args: readonly string[], json = false) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line), dataFolder: folder, json };
  return { code: await command.run(args, io), out, err: err.map((line) => line.replaceAll(`${folder}/`, '')) };
}

/** Analyses a file of answers; other files are given as text and named by their option. */
async function analyse(answers: string | Uint8Array, { files = {}, args = [], said = ['--one-row-per-person'] }: { files?: Record<string, string>; args?: string[]; said?: string[] } = {}) {
  const given = Object.entries(files).flatMap(([option, text]) => [`--${option}`, file(`${option}.csv`, text)]);
  const result = await call(analyseCommand, ['--answers', file('answers.csv', answers), ...given, ...said, ...args, '--out', join(folder, 'release.json')]);
  const written = readdirSync(folder).includes('release.json');
  const release = written ? (JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')) as Release) : null;
  return { ...result, release };
}

const rows = (header: string, ...groups: readonly (readonly [number, string])[]) =>
  [header, ...groups.flatMap(([count, row]) => new Array<string>(count).fill(row)), ''].join('\n');

const moved = (release: Release | null, item: string) => release?.items[item]?.cells;

describe('a wide file', () => {
  test('becomes a release that verifies', async () => {
    const { code, release, out } = await analyse(rows('department,pay,tools', [6, 'Sales,4,2'], [7, 'Legal,5,3']));
    expect(code).toBe(0);
    expect(release).toMatchObject({ release: 1, manifest: null, previous: null, receipts: null, k: 5, counts: { ballots: 13, invited: null, papers: null } });
    expect(release?.survey.id).toBe('answers.csv');
    expect(release?.partitions['5']?.departments.map(({ id, answered }) => [id, answered])).toEqual([['company', 13], ['Legal', 7], ['Sales', 6]]);
    expect(release?.items['pay']).toEqual({ kind: 'scale', partition: '5', points: 5, cells: { a1: [0, 0, 0, 0, 7], a2: [0, 0, 0, 6, 0] } });
    expect(out[0]).toBe('13 rows read, 0 repeated rows dropped, 0 invalid answers left out');
    expect((await call(releaseVerify, [join(folder, 'release.json')])).code).toBe(0);
  });

  test('makes one table of a column that is asked for twice', async () => {
    const text = rows('department,pay,site', [12, 'Sales,4,A'], [12, 'Sales,3,B'], [12, 'Legal,5,A'], [12, 'Legal,4,B']);
    const { release } = await analyse(text, { args: ['--cut', 'site', '--cut', 'site'] });
    expect(release?.cuts.map(({ question, scope }) => [question, scope])).toEqual([['site', 'company']]);
    expect((await call(releaseVerify, [join(folder, 'release.json')])).err).toEqual([]);
  });

  test('gives the same release again', async () => {
    const text = rows('department,pay', [6, 'Sales,1'], [7, 'Legal,5']);
    const [one, other] = [await analyse(text, { args: ['--closed', '2026-11-20'] }), await analyse(text, { args: ['--closed', '2026-11-20'] })];
    expect(other.out.at(-1)).toBe(one.out.at(-1));
  });

  test('counts a row whose answers are all empty as a ballot', async () => {
    const { release } = await analyse(rows('department,pay', [6, 'Sales,4'], [2, 'Sales,']));
    expect(release?.counts.ballots).toBe(8);
    expect(moved(release, 'pay')).toEqual({ a1: [0, 0, 0, 6] });
  });

  test('reads departments as paths, and makes the departments on the way', async () => {
    const { release } = await analyse(rows('department,pay', [6, 'Works / Foundry,4'], [7, ' Works / Paint ,5'], [9, 'Office,4']));
    expect(release?.partitions['5']?.departments.map(({ id, answered }) => [id, answered])).toEqual([
      ['company', 22],
      ['Office', 9],
      ['Works', 13],
      ['Works / Foundry', 6],
      ['Works / Paint', 7],
    ]);
  });

  test('infers items from whole numbers, and leaves other columns out with a warning', async () => {
    const { release, err } = await analyse(rows('department,pay,remark,number,empty', [6, 'Sales,4,fine,10032,'], [1, 'Sales,2,"a, b",3,']));
    expect(Object.keys(release?.items ?? {})).toEqual(['pay']);
    expect(release?.items['pay']).toMatchObject({ points: 4 });
    expect(err.filter((line) => line.includes('no question')).sort()).toEqual(['empty', 'number', 'remark'].map((name) => `answers.csv: «${name}» is no question and was left out`));
  });

  test('follows the items file: points, reversal, codes for none, dimensions', async () => {
    const items = 'id,dimension,points,reverse,none\npay,money,5,,0|N/A\nstress,load,7,yes,\nenps,loyalty,11,,\n';
    const text = rows('department,pay,stress,enps,other', [6, 'Sales,4,1,10,9'], [1, 'Sales,0,2,0,9'], [1, 'Sales,N/A,2,0,9']);
    const { release } = await analyse(text, { files: { items } });
    expect(release?.items).toMatchObject({
      pay: { kind: 'scale', points: 5, cells: { a1: [0, 0, 0, 6, 0] } },
      stress: { kind: 'scale', points: 7, reverse: true, cells: { a1: [6, 2, 0, 0, 0, 0, 0] } },
      enps: { kind: 'recommend', cells: { a1: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6] } },
    });
    expect(Object.keys(release?.dimensions ?? {})).toEqual(['load', 'money']);
  });

  test('takes head counts and the tree from the departments file', async () => {
    const departments = 'id,parent,name,invited\ntop,,Company,0\nsales,top,Sales,9\nlegal,top,Legal,4\n';
    const { release } = await analyse(rows('department,pay', [6, 'sales,4'], [3, 'legal,3']), { files: { departments } });
    expect(release?.partitions['5']?.atoms).toEqual([{ id: 'a1', departments: ['sales', 'legal'], invited: 13, answered: 9 }]);
    expect(release?.counts.invited).toBe(13);
  });

  test('counts a department of which nobody answered with a neighbour', async () => {
    const departments = 'id,parent,name\ntop,,Company\nsales,top,Sales\nlegal,top,Legal\n';
    const { release } = await analyse(rows('department,pay', [6, 'sales,4']), { files: { departments } });
    expect(release?.partitions['5']?.atoms[0]?.departments).toEqual(['sales', 'legal']);
  });

  test('keeps repeated rows, unless they are to be dropped', async () => {
    const text = rows('department,id,pay', [3, 'Sales,x1,4'], [1, 'Sales,x2,4'], [1, 'Sales,x3,4'], [1, 'Sales,x4,4'], [1, 'Sales,x5,4']);
    expect((await analyse(text.replaceAll('id,', 'note,'), { args: ['--row-id', 'note'] })).release?.counts.ballots).toBe(7);
    const dropped = await analyse(text, { args: ['--row-id', 'id', '--drop-duplicates'] });
    expect(dropped.release?.counts.ballots).toBe(5);
    expect(dropped.out[0]).toContain('2 repeated rows dropped');
    expect(JSON.stringify(dropped.release)).not.toContain('x1');
  });

  test.each([
    ['UTF-8 with a mark', '\ufeffdepartment,满意\n销售部,4\n', 'utf8'],
    ['UTF-16', '\ufeffdepartment,满意\n销售部,4\n', 'utf16le'],
  ] as const)('is read in %s', async (_, line, encoding) => {
    const text = line + '销售部,4\n'.repeat(6);
    const { release } = await analyse(Buffer.from(text, encoding));
    expect(release?.partitions['5']?.departments[1]?.id).toBe('销售部');
    expect(Object.keys(release?.items ?? {})).toEqual(['满意']);
  });

  test('is read in GBK and Big5, with semicolons or tabs', async () => {
    // «销售部» and «銷售部» with the header «department;满意» / «department\t滿意».
    const gbk = Buffer.concat([ascii('department;'), bytes('c2fad2e2'), ...new Array(7).fill(Buffer.concat([ascii('\n'), bytes('cffacadbb2bf'), ascii(';4')]))]);
    const big5 = Buffer.concat([ascii('department\t'), bytes('baa1b74e'), ...new Array(7).fill(Buffer.concat([ascii('\n'), bytes('be50b0e2b3a1'), ascii('\t4')]))]);
    expect((await analyse(gbk)).release?.partitions['5']?.departments[1]?.id).toBe('销售部');
    expect((await analyse(big5)).release?.partitions['5']?.departments[1]?.id).toBe('銷售部');
  });
});

describe('whoever is counted is a person', () => {
  const asAnswers = (ids: readonly (string | number)[], team: string) => ids.flatMap((id) => [1, 2, 3, 4].map((n) => `${id},${team},Question ${n},${1 + ((Number(String(id).replace(/\D/g, '')) + n) % 5)}`));
  const numbered = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
  const answers = ['Survey_ID,team,text,points', ...asAnswers(numbered(1, 20), 'Sales'), ...asAnswers([21], 'Legal'), ''].join('\n');
  const columns = ['--department', 'team', '--question', 'text', '--answer', 'points'];
  const waves = (year: number) => numbered(1, 20).map((id) => `E${id},${year},${id <= 12 ? 'Sales' : 'Works'},${1 + ((id + year) % 5)}`);
  const twoWaves = ['who,wave,department,pay', ...waves(2023), ...waves(2024), ''].join('\n');

  test('rows that are answers are refused with what was seen, and nothing is written', async () => {
    const { code, err, release } = await analyse(answers, { said: ['--one-row-per-person'], args: ['--department', 'team'] });
    expect(code).toBe(1);
    expect(err[0]).toContain('answers.csv:1:1: column «Survey_ID» has 21 different values in 84 rows: rows are answers, not people; say --person Survey_ID');
    expect(release).toBeNull();
  });

  test('answers are put together for each person, and one person of eight answers is no group', async () => {
    const { code, err, release } = await analyse(answers, { said: [], args: ['--person', 'Survey_ID', ...columns] });
    expect([code, release?.counts.ballots]).toEqual([0, 21]);
    expect(release?.partitions['5']?.atoms).toEqual([{ id: 'a1', departments: ['Legal', 'Sales'], invited: null, answered: 21 }]);
    expect(err.join('\n')).toContain('«Survey_ID» has 21 different values in 84 rows');
    expect((await call(releaseVerify, [join(folder, 'release.json')])).code).toBe(0);
  });

  test.each([
    ['without a word about who is counted', rows('department,pay', [6, 'Sales,4']), [], 'no column shows that each row is one person; say --one-row-per-person'],
    ['with two waves', twoWaves, ['--one-row-per-person'], 'column «who» has 20 different values in 40 rows: some people have several rows'],
    ['with a wave column alone', twoWaves.replaceAll(/^\w+,/gm, ''), ['--one-row-per-person'], 'column «wave» holds 2 waves'],
    ['with question names alone', answers.replaceAll(/^\w+,/gm, '').replace('team', 'department'), ['--one-row-per-person'], 'column «text» names 4 questions in 84 rows'],
    ['with an average', rows('department,pay', [6, 'Sales,4'], [1, 'Average,4']), ['--one-row-per-person'], '1 row calls itself a total or an average in column «department»'],
    ['with percentages', ['department,% agree,n', ...['Sales', 'Legal', 'Works', 'Paint', 'Rest'].map((team) => `${team},51,40`)].join('\n'), ['--one-row-per-person'], 'column «% agree» holds counts or shares'],
    ['with an id of rows for people', answers.replaceAll(/^(?=\d)/gm, 'x,').replace('Survey_ID', 'row,Survey_ID').replaceAll(/^x/gm, ''), ['--one-row-per-person', '--disregard', 'nothing'], 'there is no column «nothing»'],
  ])('a file %s is asked about', async (_, text, said, line) => {
    const { code, err, release } = await analyse(text, { said });
    expect(err.join('\n')).toContain(line);
    expect([code, release]).toEqual([1, null]);
  });

  test('one wave is chosen by its value, and the others are not counted', async () => {
    const { code, err, release } = await analyse(twoWaves, { said: ['--period', 'wave=2024'] });
    expect([code, release?.counts.ballots]).toEqual([0, 20]);
    expect(err).toContain('answers.csv: 20 rows of other waves were not counted');
    expect(err).toContain('answers.csv: column «who» has another value in every row: each row is one person');
    expect((await analyse(twoWaves, { said: ['--period', 'wave=2022'] })).err.join()).toContain('no row has «2022» here');
  });

  test('of a person who answered twice the one counts that was said, spellings of an id apart', async () => {
    const text = rows('respondent,department,pay', ...numbered(1, 8).map((id) => [1, `ab${id},Sales,2`] as const), [1, 'ＡＢ1 ,Sales,5'], [2, ',Sales,1']);
    expect((await analyse(text, { said: ['--person', 'respondent'] })).err[0]).toContain('answers.csv:10:1: the same «respondent» stands in line 2 with other answers; say --repeated');
    const first = await analyse(text, { said: ['--person', 'respondent', '--repeated', 'first'] });
    const last = await analyse(text, { said: ['--person', 'respondent', '--repeated', 'last'] });
    expect([first, last].map(({ release }) => release?.counts.ballots)).toEqual([8, 8]);
    expect([first, last].map(({ release }) => moved(release, 'pay'))).not.toEqual([moved(last.release, 'pay'), moved(last.release, 'pay')]);
    expect(last.err).toContain('answers.csv: 2 rows without an id were not counted');
  });

  test('of two ids the one counts that the fewest people have', async () => {
    const text = ['response_id,employee_id,department,pay', ...numbered(1, 20).flatMap((id) => [`r${id}a,e${id},Sales,3`, `r${id}b,e${id},Sales,4`]), ''].join('\n');
    expect((await analyse(text, { said: ['--person', 'response_id'] })).err[0]).toContain('column «employee_id» has 20 different values in 40 rows');
    expect((await analyse(text, { said: ['--person', 'employee_id', '--repeated', 'last'] })).release?.counts.ballots).toBe(20);
  });

  test('a column that names no people is disregarded only by its name', async () => {
    const text = ['kit_id,department,pay', ...numbered(1, 40).map((id) => `k${id % 10},Sales,${1 + (id % 5)}`), ''].join('\n');
    expect((await analyse(text)).code).toBe(1);
    const { code, err, release } = await analyse(text, { args: ['--disregard', 'kit_id'] });
    expect([code, release?.counts.ballots]).toEqual([0, 40]);
    expect(err.join('\n')).toContain('(disregarded, as you said)');
  });

  test('a person in two departments, or with two answers to a question, is told by the line', async () => {
    const moves = `${answers}3,Legal,Question 9,4\n`;
    expect((await analyse(moves, { said: ['--person', 'Survey_ID', ...columns] })).err[0]).toContain('answers.csv:86:2: the same «Survey_ID» is in another department in line 10');
    const twice = `${answers}3,Sales,Question 1,1\n`;
    expect((await analyse(twice, { said: ['--person', 'Survey_ID', ...columns] })).err[0]).toContain('answers.csv:86:4: the same «Survey_ID» answered this question before');
    expect((await analyse(twice, { said: ['--person', 'Survey_ID', '--repeated', 'last', ...columns] })).release?.counts.ballots).toBe(21);
  });

  test.each([
    [['--one-row-per-person', '--person', 'a']],
    [['--question', 'a']],
    [['--period', 'wave']],
    [['--repeated', 'second', '--person', 'a']],
    [['--repeated', 'last']],
  ])('a call that contradicts itself is wrong usage: %j', async (said) => {
    expect((await analyse(twoWaves, { said })).code).toBe(2);
  });
});

const ascii = (text: string) => Buffer.from(text, 'ascii');
const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('a long file', () => {
  const long = rows('department,item,answer', [6, 'Sales,pay,4'], [4, 'Legal,pay,3'], [6, 'Sales,tools,1'], [5, 'Legal,tools,5'], [2, 'Legal,tools,']);

  test('rolls every item up on its own answers', async () => {
    const { release, code } = await analyse(long);
    expect(code).toBe(0);
    expect(release?.counts).toEqual({ ballots: null, invited: null, moved: null, papers: null, reissued: null });
    expect(Object.keys(release?.partitions ?? {})).toEqual(['5:pay', '5:tools']);
    expect(release?.partitions['5:pay']?.atoms).toEqual([{ id: 'a1', departments: ['Legal', 'Sales'], invited: null, answered: 10 }]);
    expect(moved(release, 'tools')).toEqual({ a1: [0, 0, 0, 0, 5], a2: [4, 0, 2, 0, 0] });
    expect(release).toMatchObject({ dimensions: {}, correlations: null, cuts: [] });
    expect((await call(releaseVerify, [join(folder, 'release.json')])).code).toBe(0);
  });

  test('drops repeated rows only where a record id tells them from equal answers', async () => {
    const without = await analyse(long, { args: ['--drop-duplicates'] });
    expect(without.out[0]).toContain('0 repeated rows dropped');
    const text = rows('id,department,item,answer', [2, '1,Sales,pay,4'], ...[2, 3, 4, 5].map((id) => [1, `${id},Sales,pay,4`] as const));
    expect((await analyse(text, { args: ['--drop-duplicates', '--row-id', 'id'] })).out[0]).toContain('1 repeated rows dropped');
  });

  test('has no respondents to cut', async () => {
    const { code, err } = await analyse(long, { args: ['--cut', 'site'] });
    expect(code).toBe(1);
    expect(err[0]).toContain('answers.csv:1:1: a long file has no respondents');
  });

  test('names an answer that is no point of a scale', async () => {
    const { err } = await analyse(`${long}Sales,pay,often\nSales,pay,0\n`);
    expect(err).toEqual([
      'answers.csv:25:3: «often» is no point of a scale; a whole number or an empty cell would be right, other codes need an items file',
      'answers.csv:26:3: «0» is no answer to pay; a whole number from 1 to 4, an empty cell, or a code for «none» would be right',
    ]);
  });
});

describe('what is wrong is named by line, and nothing is written', () => {
  const good = rows('department,pay', [6, 'Sales,4']);
  const items = 'id,dimension,points\npay,money,5\n';
  const departments = 'id,parent,name\ntop,,Top\nSales,top,Sales\n';

  test.each<[string, string | Uint8Array, Record<string, string>, string[], string[]]>([
    ['an answer outside the scale', `${good}Sales,6\nSales,4.5\nSales,x\n`, { items }, [], [
      'answers.csv:8:2: «6» is no answer to pay; a whole number from 1 to 5, an empty cell, or a code for «none» would be right',
      'answers.csv:9:2: «4.5» is no answer to pay; a whole number from 1 to 5, an empty cell, or a code for «none» would be right',
      'answers.csv:10:2: «x» is no answer to pay; a whole number from 1 to 5, an empty cell, or a code for «none» would be right',
    ]],
    ['a zero where the scale begins with one', `${good}Sales,0\n`, {}, [], [
      'answers.csv:8:2: «0» is no answer to pay; a whole number from 1 to 4, an empty cell, or a code for «none» would be right',
    ]],
    ['an unknown department', `${good}Sles,4\n,4\n`, { departments }, [], [
      'answers.csv:8:1: «Sles» is no department of the departments file; use one of its ids',
      'answers.csv:9:1: the row has no department; every row needs one',
    ]],
    ['an unknown item', rows('department,item,answer', [6, 'Sales,pay,4'], [1, 'Sales,pray,4']), { items }, [], [
      'answers.csv:8:2: «pray» is no item of the items file; use one of its ids',
    ]],
    ['an item that is no column', good, { items: `${items}tools,work,5\n` }, [], [
      'answers.csv:1:1: there is no column «tools»; give a column of the first line, spelled as it stands there',
    ]],
    ['no department column', 'team,pay\nSales,4\n', {}, [], ['answers.csv:1:1: there is no column «department»; give a column of the first line, spelled as it stands there, or say --department COLUMN for the column that is it']],
    ['a column twice', 'department,pay,pay\nSales,4,4\n', {}, [], ['answers.csv:1:3: the column «pay» occurs twice; give every column a name of its own']],
    ['a row of another width', `${good}Sales,4,4\nSales\n`, {}, [], [
      'answers.csv:8:3: the row has 3 cells; the header has 2',
      'answers.csv:9:2: the row has 1 cells; the header has 2',
    ]],
    ['no questions', rows('department,remark', [6, 'Sales,fine']), {}, [], ['answers.csv:1:1: no column is a question; an item has whole numbers for answers']],
    ['one respondent', 'department,pay\nSales,4\n', {}, [], ['answers.csv: there are too few answers to publish anything; 4 more are needed to reach 5']],
    ['k below five', good, {}, ['--k', '3'], ['command line: 3 is below the floor of 5; groups are never smaller than 5']],
    ['an empty file', '', {}, [], ['answers.csv: the file is empty; a header and at least one row are needed']],
    ['blank lines only', '\n\n', {}, [], ['answers.csv: the file is empty; a header and at least one row are needed']],
    ['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]), {}, [], ['answers.csv: the file is no text; save the table as CSV']],
    ['an encoding nobody knows', new Uint8Array([...ascii('department,pay\n'), 0xff, 0xfe, 0xff, 0xff, 0x0a]), {}, [], [
      expect.stringMatching(/^answers\.csv: the file does not say in which encoding it was written; say --encoding with the one in which these words can be read: \S/) as unknown as string,
    ]],
    ['a quote that is never closed', `${good}"Sales,4\n`, {}, [], ['answers.csv:8:1: the table cannot be read from here on; check for a quotation mark that is never closed']],
    ['a cycle of departments', good, { departments: `${departments}a,b,A\nb,a,B\n` }, [], ['departments.csv:4:2: «a» is below itself; following the parents has to end at the root']],
    ['orphans, two roots and repeated ids', good, { departments: `${departments}x,nowhere,X\ny,,Y\nSales,top,Again\n` }, [], [
      'departments.csv:4:2: «nowhere» is not the id of a department; a parent has to be in the file',
      'departments.csv:5:2: «y» has no parent either; exactly one department is the root',
      'departments.csv:6:1: the department «Sales» occurs twice; every id may occur once',
    ]],
    ['points and reversal that say nothing', good, { items: 'id,dimension,points,reverse\npay,money,12,maybe\n,money,5,\n' }, [], [
      'items.csv:2:3: «12» is no number of points; a whole number from 2 to 11 would be right',
      'items.csv:2:4: «maybe» does not say whether the item is reversed; yes, no or an empty cell would be right',
      'items.csv:3:1: the row has no id; every row needs one',
    ]],
    ['a cut for a division that is none', rows('department,pay,site', [6, 'Sales,4,a']), {}, ['--cut', 'site@Moon'], [
      'command line: «Moon» is no department; a cut for a division names its id after @',
    ]],
  ])('%s', async (_, answers, files, args, lines) => {
    const { code, err, release } = await analyse(answers, { files, args });
    expect(err).toEqual(lines);
    expect(code).toBe(1);
    expect(release).toBeNull();
    expect(readdirSync(folder).filter((name) => name.includes('release'))).toEqual([]);
  });

  test('only the first two hundred lines are printed', async () => {
    const { err } = await analyse(`${good}${'Sales,9\n'.repeat(500)}`, { files: { items } });
    expect(err).toHaveLength(201);
    expect(err.at(-1)).toBe('and 300 more');
  });

  test('answers outside the scale can be left out and are counted', async () => {
    const { code, out, release } = await analyse(`${good}Sales,6\nSales,x\n`, { files: { items }, args: ['--skip-invalid'] });
    expect(code).toBe(0);
    expect(out[0]).toContain('2 invalid answers left out');
    expect(release?.counts.ballots).toBe(8);
  });

  test.each([
    ['names', ['Anna Schmidt', 'Bo Li', 'Carla Diaz', 'Dev Patel']],
    ['names', ['王小明', '李娜', '张伟']],
    ['addresses', ['12 Mill Road', '7 High Street', '1 Park Lane']],
    ['e-mails', ['a@example.org', 'b@example.org']],
  ])('a column that looks like %s of people is refused as a cut', async (looks, values) => {
    const { code, err } = await analyse(['department,pay,who', ...values.flatMap((value) => new Array<string>(6).fill(`Sales,4,${value}`))].join('\n'), { args: ['--cut', 'who'] });
    expect(code).toBe(1);
    expect(err).toContain(`answers.csv:1:3: «who» looks like ${looks} of people; a cut needs a background such as tenure or site`);
  });

  test.each([['New York', 'Hong Kong', 'San José'], ['Senior Manager', 'Team Lead', 'Junior Staff'], ['<1', '1-2', '3-5'], ['北京', '上海', '高雄']])(
    'backgrounds such as «%s» are no people',
    async (...values) => {
      const { code } = await analyse(['department,pay,who', ...values.flatMap((value) => new Array<string>(6).fill(`Sales,4,${value}`))].join('\n'), { args: ['--cut', 'who'] });
      expect(code).toBe(0);
    },
  );

  test('a cut becomes bands of at least k, the same again for the same file, and the release still verifies', async () => {
    const answers = ['department,pay,tenure', ...['Sales', 'Legal', 'Works'].flatMap((team) => Array.from({ length: 30 }, (_, at) => `${team},${1 + ((at * 7) % 5)},${['a', 'b', 'c'][at % 3]}`))].join('\n');
    const { code, release } = await analyse(answers, { args: ['--cut', 'tenure'] });
    expect(code).toBe(0);
    expect(release?.cuts).toHaveLength(1);
    const { bands, question, scope } = release!.cuts[0]!;
    expect([question, scope]).toEqual(['tenure', 'company']);
    expect(bands.reduce((sum, band) => sum + band.answered, 0)).toBe(90);
    for (const band of bands) expect(band.answered).toBeGreaterThanOrEqual(5);
    expect(release!.audit.minimumSupport).toBeGreaterThanOrEqual(5);
    expect((await call(releaseVerify, [join(folder, 'release.json')])).code).toBe(0);
    expect((await analyse(answers, { args: ['--cut', 'tenure'] })).release).toEqual(release);
  });

  test('a column of many values is refused as a cut', async () => {
    const { err } = await analyse(['department,pay,site', ...Array.from({ length: 500 }, (_, at) => `Sales,4,s${at}`)].join('\n'), { args: ['--cut', 'site'] });
    expect(err).toEqual(['answers.csv:1:3: «site» has more than 30 values; a cut needs a few large bands']);
  });

  test('a wrong call is told how it would be right', async () => {
    for (const args of [[], ['--answers', 'a.csv'], ['--answers', 'a', '--out', 'a'], ['--answers', 'a', '--out', 'b', '--k', 'five'], ['--nonsense']]) {
      const { code, err } = await call(analyseCommand, args);
      expect(code).toBe(2);
      expect(err[0]).toContain('Usage: murmur analyse');
    }
  });
});

describe('a release on the command line', () => {
  test('is shown by its survey or by the beginning of its hash, exactly as it is', async () => {
    const { release } = await analyse(rows('department,pay', [6, 'Sales,4']));
    const text = readFileSync(join(folder, 'release.json'), 'utf8');
    mkdirSync(join(folder, 'releases'));
    file('releases/one.json', text);
    const { out: verified } = await call(releaseVerify, [join(folder, 'release.json')], true);
    const { hash } = JSON.parse(verified[0]!) as { hash: string };
    for (const id of [release!.survey.id, hash.slice(0, 12)]) expect((await call(releaseShow, [id])).out).toEqual([text]);
    expect((await call(releaseShow, ['nothing'])).code).toBe(1);
    expect((await call(releaseShow, [])).code).toBe(2);
  });

  test('is verified with its problems in words', async () => {
    await analyse(rows('department,pay', [6, 'Sales,4'], [7, 'Legal,3']));
    const text = readFileSync(join(folder, 'release.json'), 'utf8');
    const wrong = file('wrong.json', text.replace('"answered":6', '"answered":4'));
    const { code, err } = await call(releaseVerify, [wrong]);
    expect(code).toBe(1);
    expect(err).toContain('wrong.json: group a2 of partition 5 has 4 people, fewer than 5');
    const other = await call(releaseVerify, [join(folder, 'release.json'), '--hash', '0'.repeat(64)]);
    expect(other.err[0]).toContain('the hash is ');
    expect((await call(releaseVerify, [join(folder, 'none.json')])).code).toBe(1);
    expect((await call(releaseVerify, ['--hash', 'xyz'])).code).toBe(2);
    const chained = await call(releaseVerify, [join(folder, 'release.json'), '--previous', wrong]);
    expect(chained.err[0]).toContain('it follows no release');
  });
});
