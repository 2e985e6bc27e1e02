import { describe, expect, test } from 'vitest';
import { encodingCalled, type Encoding } from '#app/domain/tables/encodings.ts';
import { knownColumns } from '#app/domain/organisation/column-names.ts';
import { readTable } from '#app/services/tables/read-table.server.ts';
import type { FileTable, ReadAs } from '#app/domain/tables/table.ts';
import { encoded } from '#tests/support/encodings.ts';
import { workbook, zipOf } from '#tests/support/workbook.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const reading = (file: Uint8Array | string, as: ReadAs = {}) => readTable({ bytes: typeof file === 'string' ? bytes(file) : file, as, known: knownColumns });

async function table(file: Uint8Array | string, as: ReadAs = {}): Promise<FileTable> {
  const read = await reading(file, as);
  if (read.kind !== 'table') throw new Error(JSON.stringify(read));
  return read.table;
}

const cells = ({ rows }: FileTable) => rows.map((row) => row.cells);
const people = 'employee_id,name,department\n01,Ada Li,Amber / Sales\n02,Bo Berg,Amber\n';

describe('what parts the cells', () => {
  test.each([',', ';', '\t', '|', '；', '，', '^'])('«%s» is found', async (separator) => {
    const read = await table(people.replaceAll(',', separator));
    expect(cells(read)).toEqual([['01', 'Ada Li', 'Amber / Sales'], ['02', 'Bo Berg', 'Amber']]);
  });

  test('a line that tells it is believed and shown as skipped', async () => {
    const read = await table(`sep=;\n${people.replaceAll(',', ';')}`);
    expect([read.written.separator, read.headerLine, read.skipped]).toEqual([';', 2, [{ line: 1, cells: expect.anything(), as: 'separator' }]]);
  });

  test('names with commas do not part a file of semicolons, nor a header that nobody knows', async () => {
    expect((await table('employee_id;name;department\n1;Berg, Anna;A, B and C\n2;Lind, Bo;A, B and C\n')).header).toHaveLength(3);
    expect((await table('Wie, wo;Was\nSo, so;3\nHm, hm;4\n')).header).toEqual(['Wie, wo', 'Was']);
  });

  test.each(['\r\n', '\r'])('line ends of other systems (%j)', async (end) => {
    expect((await table(people.replaceAll('\n', end))).rows).toHaveLength(2);
  });

  test('quotation marks inside a cell are letters; one that never closes is told', async () => {
    expect(cells(await table('employee_id,name,department\n1,Anna "Ann" Berg,5" pipes\n'))[0]).toEqual(['1', 'Anna "Ann" Berg', '5" pipes']);
    expect(await reading('employee_id,name,department\n1,"Ada,Amber\n2,Bo,Amber\n')).toMatchObject({ kind: 'unreadable', because: 'broken-quotes' });
  });

  test('what a spreadsheet writes to keep zeros is not part of the cell', async () => {
    expect(cells(await table('employee_id,name,department\n"=""00123""",A,X\n\'00124,O\'Hara,X\n')).map(([id]) => id)).toEqual(['00123', '00124']);
  });
});

describe('what is no entry', () => {
  test('titles, totals, notes and the header once more are skipped with their lines', async () => {
    const read = await table('List of 31.08.2026,,,\n,,,\nemployee_id,name,department,site\n1,Ada,Amber,Oslo\nemployee_id,name,department,site\n2,Bo,Amber,Oslo\nTotal,2,,\nPrinted by hr.admin,,,\n');
    expect(read.headerLine).toBe(3);
    expect(read.skipped.map(({ line, as }) => [line, as])).toEqual([[1, 'title'], [5, 'again'], [7, 'total'], [8, 'note']]);
    expect(read.rows.map(({ line }) => line)).toEqual([4, 6]);
  });

  test('second and third headers of survey programs are kept whole', async () => {
    const qualtrics = await table('StartDate,ResponseId,Q1\nStart Date,Response ID,How is it?\n"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n2025-01-01,R_1,4\n');
    expect(qualtrics.skipped.map(({ as, line, cells: said }) => [as, line, said[2]])).toEqual([['second-header', 2, 'How is it?'], ['second-header', 3, '{"ImportId":"QID1"}']]);
    const monkey = await table('Respondent ID,Which department?,My pay is fair\n,Response,Response\n118,Sales,4\n');
    expect([monkey.skipped.map(({ as }) => as), monkey.rows.length]).toEqual([['second-header'], 1]);
  });

  test('somebody called Total who has a row like everybody is an entry', async () => {
    expect((await table('employee_id,name,department,site\nT1,Total,Amber,Oslo\nT2,Bo,Amber,Oslo\n')).rows).toHaveLength(2);
  });
});

describe('encodings', () => {
  test('UTF-8, and UTF-16 with and without its mark, prove themselves', async () => {
    const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
    for (const file of [bytes(people), bytes(`\ufeff${people}`), utf16(`\ufeff${people}`), utf16(people)]) expect((await table(file)).rows).toHaveLength(2);
  });

  const english = 'employee_id,name,department\n';
  test.each<[Encoding, string]>([
    ['windows-1252', '1,Jürgen Müller,Firma / Büro\n2,José Peña,Firma / Zürich\n'],
    ['windows-1252', '1,ÁLVAREZ ANA,Firma\n2,ÅKESSON PER,Firma\n3,ÄRLIG KIM,Firma\n'],
    ['windows-1252', '1,Ana,Firma\n2,Åke Persson,Firma\n'],
    ['windows-1252', '1,Sean O’Neill,R&D – Lab\n'],
    ['windows-1250', '1,Łukasz Wójcik,Księgowość\n2,Zdeněk Dvořák,Účtárna\n'],
    ['windows-1251', '1,ИВАНОВ ПЕТР,ФИРМА / СБЫТ\n2,ПЕТРОВА АННА,ФИРМА\n'],
    ['windows-1251', '1,Иванов Петр,Фирма / Сбыт\n'],
    ['koi8-r', '1,Иванов Петр,Фирма / Сбыт\n2,Петрова Анна,Фирма\n'],
    ['windows-1253', '1,ΠΑΠΑΣ ΝΙΚΟΣ,ΕΤΑΙΡΙΑ / ΠΩΛΗΣΕΙΣ\n'],
    ['windows-1254', '1,Ayşe Yılmaz,Şirket / Satış\n2,İbrahim Çağlar,Şirket\n'],
    ['windows-874', '1,สมชาย ใจดี,บริษัท / ขาย\n'],
    ['shift_jis', '1,山田太郎,本社 / 営業部\n'],
    ['euc-jp', '1,山田太郎,本社 / 営業部\n2,佐藤花子,本社\n'],
    ['euc-kr', '1,김민준,본사 / 영업부\n2,이서연,본사\n'],
    ['gb18030', '1,王小明,研发部\n2,李雷,销售部\n'],
    ['big5', '1,陳大文,研發部\n2,李小玲,銷售部\n'],
    ['macintosh', '1,Jürgen Müller,Büro\n2,José Peña,Büro\n'],
  ])('%s is asked about, its reading first: %s', async (encoding, rows) => {
    const read = await reading(encoded(english + rows, encoding));
    if (read.kind !== 'encoding-asked') throw new Error(JSON.stringify(read));
    const words = rows.split(/[,\n]/).filter((cell) => /[^\0-\x7f]/.test(cell));
    expect(read.offers[0]?.words).toEqual([...new Set(words)]);
    expect(read.offers.every((offer) => offer.words.length === read.offers[0]?.words.length)).toBe(true);
    // Whoever says which is right gets that reading.
    expect(cells(await table(encoded(english + rows, encoding), { encoding: read.offers[0]!.encoding }))[0]?.[1]).toBe(rows.split(/[,\n]/)[1]);
  });

  test('Chinese column names that are known prove GBK and Big5', async () => {
    expect((await table(encoded('工号,姓名,部门\n1,王芳,销售部\n', 'gb18030'))).written.encoding).toBe('gb18030');
    expect((await table(encoded('工號,姓名,部門\n1,王芳,銷售部\n', 'big5'))).written.encoding).toBe('big5');
  });

  test('a name that cannot be right is told', async () => {
    expect(await reading(encoded('employee_id,name\n1,Jürgen\n', 'windows-1252'), { encoding: 'shift_jis' })).toMatchObject({ kind: 'unreadable', because: 'wrong-encoding' });
    expect([encodingCalled('GBK'), encodingCalled('cp1252'), encodingCalled('latin1'), encodingCalled('CP949'), encodingCalled('klingon')]).toEqual(['gb18030', 'windows-1252', 'windows-1252', 'euc-kr', null]);
  });
});

describe('other kinds of files', () => {
  test('a workbook: numbers, days, empty cells, and the sheet that knows the columns', async () => {
    const file = workbook({ Notes: [['Read me'], ['twice']], People: [['People of Amber'], [], ['employee_id', 'name', 'department', 'joined_on'], [102, 'Bo', null, { day: 45306 }], ['003', 'Cy', 'Amber', null]] });
    const read = await table(file);
    expect(read.written).toMatchObject({ kind: 'workbook', sheet: 'People', sheets: ['Notes', 'People'] });
    expect(cells(read)).toEqual([['102', 'Bo', '', '2024-01-15'], ['003', 'Cy', 'Amber', '']]);
    expect([read.headerLine, read.rows[0]?.line, read.skipped]).toEqual([3, 4, [{ line: 1, cells: expect.anything(), as: 'title' }]]);
    expect((await table(file, { sheet: 'Notes' })).header).toEqual(['Read me']);
  });

  test('a web page called .xls', async () => {
    const read = await table('<html><body><table><tr><th>x</th></tr></table>\n<table>\n<tr><td>employee_id</td><td>name<td>department\n<tr><td>1</td><td>M&uuml;ller &amp; Co</td><td>R&#38;D</td></tr></table></body></html>');
    expect(read).toMatchObject({ written: { kind: 'web-page' }, header: ['employee_id', 'name', 'department'] });
    expect(cells(read)).toEqual([['1', 'Müller & Co', 'R&D']]);
  });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['blank lines', bytes('\n,,\n \n'), 'empty-file'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old-workbook'],
    ['a PDF', bytes('%PDF-1.7'), 'other-program'],
    ['a zip of something else', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'other-program'],
    ['a workbook that says it is huge', zipOf({ 'xl/workbook.xml': '<workbook/>' }, { 'xl/workbook.xml': 3_000_000_000 }), 'too-large'],
    ['a broken workbook', zipOf({ 'xl/workbook.xml': 'not a workbook' }), 'broken-workbook'],
    ['zeros', new Uint8Array(64), 'wrong-encoding'],
  ])('%s is refused in words', async (_name, file, because) => {
    expect(await reading(file)).toMatchObject({ kind: 'unreadable', because });
  });
});
