// What a file shows about whether its rows are people: shapes that other tools write, and shapes that look like them.
import { describe, expect, test } from 'vitest';
import { nothingSaid, objectionsTo, speaksAgainst, type PastCounting } from '#app/domain/past-surveys/counting.ts';
import { sameId, periodOf } from '#app/domain/past-surveys/id-column.ts';
import { signsReader, type PastSigns } from '#app/domain/past-surveys/signs.ts';

type Row = readonly (string | number)[];

function signsOf(header: string, rows: readonly Row[]): PastSigns {
  const names = header.split(',');
  const reader = signsReader(names, { department: names.findIndex((name) => ['department', 'team'].includes(name)), item: -1, k: 5 });
  rows.forEach((row, at) => reader.see(at + 2, row.map(String)));
  return reader.finish();
}

const times = (count: number, row: (at: number) => Row) => Array.from({ length: count }, (_, at) => row(at));
const teams = ['Sales', 'Works', 'Legal'];
const score = (at: number) => 1 + ((at * 7) % 5);
const against = ({ signs }: PastSigns) => signs.filter(({ kind }) => speaksAgainst(kind)).map(({ kind, header }) => `${kind} ${header}`);

describe('against one person a row speaks', () => {
  test.each<[string, string, readonly Row[], readonly string[]]>([
    ['an id with a row for each answer', 'respondent_id,team,question_text,response_value', times(328, (at) => [Math.floor(at / 8), teams[Math.floor(at / 8) % 3]!, `Question ${at % 8}`, score(at)]), ['id-repeats respondent_id', 'questions question_text']],
    ['question names where nothing tells people apart', 'department,what,score', times(328, (at) => [teams[at % 3]!, `Q${at % 8}`, score(at)]), ['questions what']],
    ['texts that come evenly beside one answer', 'department,x,y', times(320, (at) => [teams[at % 3]!, ['pay', 'tools', 'hours', 'trust'][at % 4]!, score(at)]), ['questions x']],
    ['an id that nobody knows by name, with its waves', 'Kürzel,run,team,pay', times(60, (at) => [`E${100 + (at % 30)}`, at < 30 ? 'A' : 'B', teams[at % 3]!, score(at)]), ['id-repeats Kürzel']],
    ['years', 'employee_id,wave,department,Pay', times(54, (at) => [`E${at % 27}`, at < 27 ? 2023 : 2024, teams[at % 3]!, score(at)]), ['id-repeats employee_id', 'periods wave']],
    ['days of two years', 'Timestamp,department,pay', times(60, (at) => [`${at < 30 ? 2023 : 2024}-05-${10 + (at % 9)} 10:00`, teams[at % 3]!, score(at)]), ['periods Timestamp']],
    ['shares and counts', 'department,% agree,n', times(9, (at) => [`D${at % 3}`, 40 + at, 30 + at]), ['counts % agree', 'counts n']],
    ['an average below the rows', 'department,pay', [...times(30, (at) => [teams[at % 3]!, score(at)]), ['Average', 3]], ['summaries department']],
    ['a department in every row', 'department,pay', times(20, (at) => [`D${at}`, score(at)]), ['groups department']],
    ['one person who answered twice', 'Participant ID,department,pay', [...times(30, (at) => [`p${at}`, teams[at % 3]!, score(at)]), [' P3', 'Sales', 4]], ['id-repeats Participant ID']],
    ['small numbers under a name nobody knows', 'wer,department,pay', times(120, (at) => [1 + (at % 20), teams[at % 3]!, score(at)]), ['id-repeats wer']],
    ['codes of eleven people', 'wer,department,pay', times(121, (at) => [`A${1 + (at % 11)}`, teams[at % 3]!, score(at)]), ['id-repeats wer']],
    ['numbers of questions', 'department,question,score', times(120, (at) => [teams[at % 3]!, 1 + (at % 7), score(at)]), ['questions question']],
    ['codes of questions', 'department,item,score', times(120, (at) => [teams[at % 3]!, `A${1 + (at % 7)}`, score(at)]), ['questions item']],
    ['numbered questions', 'department,question,score', times(120, (at) => [teams[at % 3]!, ['1. Pay', '2. Tools', '3. Hours', '4. Trust'][at % 4]!, score(at)]), ['questions question']],
    ['工号 that repeat', '工号,部门,得分', times(40, (at) => [`A${at % 20}`, teams[at % 3]!, score(at)]), ['id-repeats 工号']],
  ])('%s', (_, header, rows, signs) => {
    expect(against(signsOf(header, rows))).toEqual(signs);
  });
});

describe('nothing speaks against it', () => {
  test.each<[string, string, readonly Row[]]>([
    ['ids of their own', 'ResponseId,department,pay,hours', times(60, (at) => [`R_${at}`, teams[at % 3]!, score(at), score(at + 2)])],
    ['no id', 'department,pay,hours', times(60, (at) => [teams[at % 3]!, score(at), score(at + 2)])],
    ['backgrounds, comments and a day each', 'StartDate,department,site,tenure,pay,hours,comment', times(60, (at) => [`2024-05-${10 + (at % 20)}`, teams[at % 3]!, ['A', 'B'][at % 2]!, ['<1', '1-3', '4+'][(at * at) % 3]!, score(at), score(at + 1), at % 5 === 0 ? `I like it here ${at % 10}` : ''])],
    ['ids of groups', 'department_id,manager_id,department,pay', times(60, (at) => [at % 3, at % 6, teams[at % 3]!, score(at)])],
    ['the year somebody joined', 'joined,department,pay', times(60, (at) => [2019 + (at % 3), teams[at % 3]!, score(at)])],
    ['words of a scale that come evenly', 'department,pay,mood', times(120, (at) => [teams[at % 3]!, score(at), ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'][at % 5]!])],
    ['points with their words that come evenly', 'department,pay,mood', times(120, (at) => [teams[at % 3]!, score(at), ['1 - Never', '2 - Rarely', '3 - Sometimes', '4 - Often', '5 - Always'][at % 5]!])],
    ['words of a scale, one of which is «Average»', 'department,pay', times(60, (at) => [teams[at % 3]!, ['Poor', 'Average', 'Good'][(at * at) % 3]!])],
  ])('%s', (_, header, rows) => {
    expect(against(signsOf(header, rows))).toEqual([]);
  });
});

test('what vouches for one person a row is an id of another value in each, never a number that counts rows', () => {
  const kind = (header: string, id: (at: number) => Row[number]) => signsOf(`${header},department,pay`, times(30, (at) => [id(at), teams[at % 3]!, score(at)])).signs.map((sign) => sign.kind)[0];
  expect(kind('respondent id', (at) => at)).toBe('id-single');
  expect(kind('id', (at) => `x${at * 3}`)).toBe('id-single');
  expect(kind('id', (at) => at + 1)).toBe('row-numbers');
  expect(kind('序号', (at) => at + 1)).toBe('row-numbers');
  expect(kind('id', (at) => at % 3)).toBe('few-values');
});

describe('what was said', () => {
  const twice = signsOf('employee_id,wave,department,pay', times(40, (at) => [`E${at % 20}`, at < 20 ? 2023 : 2024, teams[at % 3]!, score(at)]));
  const bare = signsOf('department,pay', times(40, (at) => [teams[at % 3]!, score(at)]));
  const kinds = (signs: PastSigns, said: Partial<PastCounting>) => objectionsTo({ ...nothingSaid('wide'), ...said }, signs).map(({ kind }) => kind);

  test.each<[string, PastSigns, Partial<PastCounting>, readonly string[]]>([
    ['nothing, and no id', bare, {}, ['not-said']],
    ['each row a person, and no id', bare, { oneRowPerPerson: true }, []],
    ['each row a person against an id that repeats', twice, { oneRowPerPerson: true }, ['id-repeats', 'periods']],
    ['the same, with both columns named', twice, { oneRowPerPerson: true, disregarded: [0, 1] }, []],
    ['the person, and not which wave', twice, { person: 0 }, ['periods']],
    ['the person and the wave', twice, { person: 0, period: { column: 1, value: '2024' } }, []],
    ['a person column that is finer than an id', twice, { person: 3, disregarded: [1] }, []],
  ])('%s', (_, signs, said, open) => {
    expect(kinds(signs, said)).toEqual(open);
  });

  test('the id of a row is nobody’s where rows are answers', () => {
    const signs = signsOf('row_id,team,question,answer', times(80, (at) => [`r${at}`, teams[at % 3]!, `Q${at % 4}`, score(at)]));
    expect(kinds(signs, { layout: 'long', person: 0 })).toEqual(['names-rows']);
    expect(kinds(signs, { layout: 'long' })).toEqual(['not-said']);
    expect(kinds(signs, { layout: 'long', oneRowPerPerson: true })).toEqual([]);
  });
});

const wavedIds: [string, (person: number, wave: number) => string][] = [
  ['before it', (person, wave) => `${2023 + wave}-E${person}`],
  ['behind it', (person, wave) => `p${person}_W${wave + 1}`],
  ['as a half year', (person, wave) => `2024 H${wave + 1}/${person}`],
];

test.each(wavedIds)('an id that holds its wave %s vouches for nobody', (_, id) => {
  const twice = signsOf('employee_id,team,pay', times(40, (at) => [id(at % 20, Math.floor(at / 20)), teams[at % 3]!, score(at)]));
  expect(twice.signs.map(({ kind }) => kind)).toContain('no-id');
  const once = signsOf('employee_id,team,pay', times(40, (at) => [id(at, 0), teams[at % 3]!, score(at)]));
  expect(once.signs.map(({ kind }) => kind)).toContain('id-single');
});

test('ids are one however they are typed, and dates are their year', () => {
  expect(['e001', 'E001 ', 'Ｅ００１', 'E 001', 'E\u200b001'].map(sameId)).toEqual(Array(5).fill('e001'));
  expect(['7.0', '7', '7.5'].map(sameId)).toEqual(['7', '7', '7.5']);
  expect(['007', '７', '0', '000', '00.0', 'E007', '70'].map(sameId)).toEqual(['7', '7', '0', '0', '0', 'e007', '70']);
  expect(['2023-05-01 10:00', '5/1/2024', '2024年5月1日', 'Wave 2', '2024'].map(periodOf)).toEqual(['2023', '2024', '2024', 'Wave 2', '2024']);
});
