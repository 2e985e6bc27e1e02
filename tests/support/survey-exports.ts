// Exports as survey tools write them, made here: ninety people of three departments, two questions, the third answer never given twice alike.
import { encoded } from './encodings.ts';
import { workbook } from './workbook.ts';

const people = 90;
const teams = ['North', 'South', 'Operations'];
const team = (row: number) => teams[row % 3]!;
/** 1 to 5. */
const pay = (row: number) => 1 + ((row * 7 + Math.floor(row / 3)) % 5);
const trust = (row: number) => 1 + ((row * 11 + Math.floor(row / 5)) % 5);

/** How many people gave each point to the first question, and to the second. */
export const counts = [pay, trust].map((answer) => [1, 2, 3, 4, 5].map((point) => Array.from({ length: people }, (_, row) => answer(row)).filter((one) => one === point).length));

const cell = (text: string, separator: string) => (text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (head: readonly (readonly string[])[], row: (at: number) => readonly string[], separator = ',') =>
  [...head, ...Array.from({ length: people }, (_, at) => row(at))].map((cells) => cells.map((one) => cell(one, separator)).join(separator)).join('\n') + '\n';

const agree = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'];
const satisfied = ['Very dissatisfied', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied'];
const chinese = ['非常不满意', '不满意', '一般', '满意', '非常满意'];
const day = (row: number) => `2025-10-${String(1 + (row % 28)).padStart(2, '0')} 10:0${row % 10}:11`;

interface Export {
  readonly what: string;
  readonly file: string | Uint8Array;
  /** What the command line is told of both questions, where the page asks. */
  readonly asked?: string;
  readonly questions: readonly [string, string];
  readonly said?: readonly string[];
}

const lime = table([['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'Abteilung', 'PAY[SQ001]', 'TRU[SQ001]', 'tenure', 'comment']], (row) => [String(row + 1), day(row), '3', 'de', String(1000 + row * 37), team(row), `A${pay(row)}`, `A${trust(row)}`, `A${1 + (row % 3)}`, row % 4 === 0 ? 'Zu viel, "viel"' : '']);
const wjxHead = ['序号', '提交答卷时间', '所用时间', '来源', '来自IP', '1、您所在的部门', '2、您对薪酬的满意度', '3、您对团队的满意度', '总分'];
const wjx = (answer: (point: number) => string) => table([wjxHead], (row) => [String(row + 1), '2025/10/9 9:12:33', '85秒', '微信', `113.66.1.${row}`, team(row), answer(pay(row)), answer(trust(row)), String(pay(row) + trust(row))]);
const forms = (row: number) => [String(row + 1), '2025-10-09', '2025-10-09', 'anonymous', '', team(row), pay(row), trust(row)];

export const surveyExports: readonly Export[] = [
  { what: 'LimeSurvey in codes', file: lime, asked: 'A1..A5', questions: ['PAY[SQ001]', 'TRU[SQ001]'] },
  { what: 'LimeSurvey in texts', file: `\ufeff${table([['Response ID', 'Date submitted', 'Last page', 'In welcher Abteilung arbeiten Sie?', 'How fair is it? [Pay]', 'How fair is it? [Trust]']], (row) => [String(row + 1), day(row), '3', team(row), satisfied[pay(row) - 1]!, agree[trust(row) - 1]!])}`, questions: ['How fair is it? [Pay]', 'How fair is it? [Trust]'] },
  {
    what: 'Qualtrics',
    file: table(
      [['StartDate', 'Progress', 'ResponseId', 'Q1', 'Q2_1', 'Q3'], ['Start Date', 'Progress', 'Response ID', 'Which department are you in?', 'My pay is fair', 'I trust my team'], ['startDate', 'progress', '_recordId', 'QID1', 'QID2', 'QID3'].map((id) => `{"ImportId":"${id}"}`)],
      (row) => [day(row), '100', `R_${row}x`, team(row), agree[pay(row) - 1]!, String(trust(row))],
    ),
    questions: ['My pay is fair', 'I trust my team'],
    said: [],
  },
  {
    what: 'SurveyMonkey',
    file: table([['Respondent ID', 'Collector ID', 'Email Address', 'Which department do you work in?', 'How satisfied are you with:', '', ''], ['', '', '', 'Response', 'Your pay', 'Your team', 'Comment']], (row) => [String(118000 + row), '400', '', team(row), satisfied[pay(row) - 1]!, satisfied[trust(row) - 1]!, '']),
    questions: ['How satisfied are you with: [Your pay]', 'How satisfied are you with: [Your team]'],
    said: [],
  },
  { what: 'Google Forms', file: table([['Timestamp', 'Which team?', 'Is your pay fair, all told?', 'Do you trust\nyour team?', 'Anything else?']], (row) => [day(row), team(row), String(pay(row)), String(trust(row)), 'fine, thanks']), questions: ['Is your pay fair, all told?', 'Do you trust\nyour team?'] },
  { what: 'Microsoft Forms as a workbook', file: workbook({ Sheet1: [['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Your department', 'My pay is fair', 'I trust my team'], ...Array.from({ length: people }, (_, row) => forms(row))] }), questions: ['My pay is fair', 'I trust my team'] },
  { what: '问卷星 in codes', file: wjx(String), questions: ['2、您对薪酬的满意度', '3、您对团队的满意度'] },
  { what: '问卷星 in texts, as GBK', file: encoded(wjx((point) => chinese[point - 1]!), 'gb18030'), questions: ['2、您对薪酬的满意度', '3、您对团队的满意度'] },
  { what: 'a title, a sep line and half-width words', file: `sep=;\nSurvey 2024;;\n;;\n${table([['Abteilung', 'Gehalt', 'Team']], (row) => [team(row), ['sehr unzufrieden', 'unzufrieden', 'teils teils', 'zufrieden', 'sehr zufrieden'][pay(row) - 1]!, `${trust(row)},0`], ';')}`, questions: ['Gehalt', 'Team'] },
  { what: 'half of the people without an opinion', file: table([['department', 'Pay', 'Team']], (row) => [team(row), row % 2 === 0 ? `${pay(row)} - word ${'abcde'[pay(row) - 1]}` : String(pay(row)), `０${trust(row)}`.slice(1)]), questions: ['Pay', 'Team'] },
];
