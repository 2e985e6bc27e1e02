// Every table of figures is read back as people read it: the figure under this head in this row. All figures differ, so that neither
// heads nor cells can change places unnoticed.
import { readdirSync, readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import type { CutView, ShareCell } from '#app/domain/reports/cut-view.ts';
import { asItBegins } from '#app/domain/reports/heat-order.ts';
import type { OwnPage } from '#app/domain/reports/own-page.ts';
import { mapWishOf } from '#app/forms/map-wish.ts';
import { BlockerAges, DepartmentsProgress } from '#app/ui/plans/progress-tables.tsx';
import { ProgressMonths } from '#app/ui/plans/progress-months.tsx';
import { BesideTable } from '#app/ui/reports/map/beside-table.tsx';
import { CutChart } from '#app/ui/reports/figures/cut-chart.tsx';
import { CutTable } from '#app/ui/reports/figures/cut-table.tsx';
import { ExpectationBars } from '#app/ui/reports/figures/expectation-bars.tsx';
import { HeatTable } from '#app/ui/reports/map/heat-table.tsx';
import { LevelChart } from '#app/ui/reports/figures/level-chart.tsx';
import { OwnResults } from '#app/ui/reports/own-results.tsx';
import { PriorityTable } from '#app/ui/reports/priority-table.tsx';
import { QuestionBars } from '#app/ui/reports/figures/question-bars.tsx';
import { QuestionSections } from '#app/ui/reports/question-sections.tsx';
import { TrendChart } from '#app/ui/reports/figures/trend-chart.tsx';
import { PageLanguage } from '#app/ui/text.ts';
import { tablesIn, type ReadTable } from '#tests/support/read-table.ts';
import { shownDifference, shownDimension, shownGroup, shownLevel, shownQuestion } from '#tests/support/shown-figures.ts';

function read(node: ReactNode, language: Language = 'en'): ReadTable {
  const html = renderToStaticMarkup(
    <PageLanguage.Provider value={language}>
      <StaticRouter location="/results/pulse">{node}</StaticRouter>
    </PageLanguage.Provider>,
  );
  return tablesIn(html)[0] as ReadTable;
}

const cell = (percent: number, more: Partial<ShareCell> = {}): ShareCell => ({ percent, n: 40, interval: [percent - 9, percent + 8], others: 50, tested: true, points: null, ...more });
const cut: CutView = {
  question: 'tenure',
  label: 'Tenure',
  text: 'How long?',
  bands: [{ labels: ['new'], blank: false, answered: 44 }, { labels: ['long'], blank: false, answered: 43 }],
  telling: 'a',
  items: [{ id: 'a', text: 'Fair pay', cells: [cell(61, { n: 42, others: 39, points: 22 }), cell(36, { n: 41, others: 58, points: -21 })] }],
};
const overTime = {
  id: 'pay', label: 'Pay', overall: false, question: null, leftOut: 0, limits: null,
  points: [
    { survey: 'a', title: 'Spring', closed: '2026-04-20', n: 31, index: 51, interval: [44, 57] as const, broken: 'first-wave' as const, past: false, asked: null },
    { survey: 'b', title: 'Autumn', closed: '2026-10-19', n: 33, index: 63, interval: [56, 69] as const, broken: 'composition' as const, past: false, asked: null },
    { survey: 'c', title: 'Winter', closed: '2026-12-21', n: null, index: null, interval: null, broken: 'too-few' as const, past: false, asked: null },
  ],
};
const side = { group: shownGroup, participation: { answered: 1, invited: 2, percent: 3, before: null }, overall: null, findings: [] };
const figure = (index: number, percent: number) => ({ level: shownLevel({ index, n: index + 100 }), favourable: { percent, interval: null }, change: shownDifference(), rest: shownDimension().rest, group: shownGroup });
const own: OwnPage = {
  survey: { id: 'pulse', title: 'Pulse', closed: '2026-10-19', k: 5, previous: null, past: false, asked: null, half: null, linked: true },
  company: side, own: side, notAsked: false, trend: null, needs: [],
  rows: [{ id: 'pay', label: 'Pay', company: figure(61, 52), own: figure(43, 34) }],
};
const heat = {
  compared: 'rest' as const, total: 1, part: 1, parts: 1, order: asItBegins, known: true,
  columns: [{ id: 'pay', label: 'Pay' }, { id: 'load', label: 'Workload' }],
  rows: [{
    id: 'north', group: shownGroup, opens: null, depth: 1, below: null,
    cells: [
      { n: 38, index: 62, beyond: [], likely: null, difference: shownDifference({ points: 12, arrow: 'up', interval: [4, 19], q: 0.02, detectable: 8 }) },
      { n: 37, index: 41, beyond: [], likely: null, difference: shownDifference({ points: -13, arrow: 'down', interval: [-20, -5], q: 0.02, detectable: 8 }) },
    ],
  }],
};
const beside = {
  compared: 'rest' as const, together: false,
  sides: [{ id: 'north', group: shownGroup }, { id: 'south', group: { ...shownGroup, names: [{ name: 'South', direct: false }], answered: 31 } }],
  rows: [
    { id: 'pay', label: 'Pay', cells: heat.rows[0]!.cells },
    { id: 'load', label: 'Workload', cells: [{ n: 36, index: 55, beyond: [], likely: null, difference: shownDifference({ points: 2, interval: [-6, 9], q: 0.6, detectable: 8 }) }, null] },
  ],
};
const priority = { id: 'pay', label: 'Pay', index: 44, need: 71, target: 60, deficit: 16, evidence: 0.75 as const, control: 0.6, flagged: false, standing: 'below-target' as const, question: { text: 'Fair pay', index: 41 }, change: shownDifference({ points: -6, arrow: 'down' }), rest: shownDifference(), company: 52 };
const months = [{ month: '2026-10', stepsOnTime: { part: 3, of: 7 }, answers: { n: 5, median: 9 } }];
const blockers = [{ kind: 'policy' as const, n: 2, mean: 8.4, oldest: 13 }];
const departments = [{ departmentId: 'n', name: 'North', open: 1, finished: 2, stepsOnTime: { part: 3, of: 4 }, slips: 5, promises: { part: 6, of: 7 }, blockers: 8 }];
const together = { dimensions: [], alone: [], expectations: [], chosen: [], ofSome: [], together: [{ text: 'Fair pay', correlation: '0.52', interval: ['0.41', '0.62'] as const, percent: 23 }] };
const questions = { id: 'pay', label: 'Pay', favourable: { percent: 53, interval: null }, level: shownLevel(), questions: [shownQuestion()] };
const expectation = { id: 'e', dimension: 'Pay', group: shownGroup, n: 40, below: 45, met: 33, above: 22, band: null };

const tables = {
  levels: <LevelChart dimensions={[shownDimension()]} />,
  trend: <TrendChart trend={overTime} />,
  questions: <QuestionBars dimension={questions} />,
  'questions of few answers': <QuestionBars dimension={{ ...questions, questions: [shownQuestion({ shares: null, points: null })] }} />,
  bands: <CutChart cut={cut} item="a" />,
  'by background': <CutTable cut={cut} drawn={null} addressOf={() => '/'} />,
  own: <OwnResults page={own} answersBy={null} today="2026-07-20" />,
  'own without a department': <OwnResults page={{ ...own, own: null, rows: own.rows.map((row) => ({ ...row, own: null })) }} answersBy={null} today="2026-07-20" />,
  heat: <HeatTable heat={heat} addressOf={() => '/'} map="/map" wish={mapWishOf(new URLSearchParams())} caption="Map" />,
  beside: <BesideTable beside={beside} caption="Beside" day={null} company="" />,
  priorities: <PriorityTable priorities={[priority]} />,
  together: <QuestionSections page={together as never} />,
  expectation: <ExpectationBars expectation={expectation} />,
  months: <ProgressMonths months={months} limits={null} fewest={8} />,
  blockers: <BlockerAges blockers={blockers} />,
  departments: <DepartmentsProgress departments={departments} />,
} as const;

const expected: Readonly<Record<keyof typeof tables, ReadTable['rows']>> = {
  levels: {
    'Pay n = 40': {
      Index: '62', Favourable: '53 %', 'Interval (95 %)': '57 to 66', 'Worst to best case': '48 to 71',
      Change: '9 points more than the time before', 'Against the rest': '11 points below the rest of the company',
    },
  },
  trend: {
    'Spring 20 April 2026 · n = 31': { Index: '51', 'Interval (95 %)': '44 to 57' },
    'Autumn 19 October 2026 · n = 33': { Index: '63', 'Interval (95 %)': '56 to 69 · other people were asked, or are counted together, than the time before' },
    'Winter 21 December 2026': { Index: '–', 'Interval (95 %)': '– · too few answers for a comparison' },
  },
  questions: {
    'Fair pay 40 of 50 people': {
      Index: '62 57 to 66', Mean: '3.4', Favourable: '53 % 44 to 61', Neutral: '28 %', Unfavourable: '19 %', Agreement: 'mixed', Change: '9 points more than the time before',
    },
  },
  'questions of few answers': {
    'Fair pay 40 of 50 people': {
      Index: '62 57 to 66', Mean: '3.4', Favourable: '53 % 44 to 61', Neutral: '–', Unfavourable: '–', Agreement: 'mixed', Change: '9 points more than the time before',
    },
  },
  bands: {
    new: { Favourable: '61 %', 'Interval (95 %)': '52 to 69', 'The other groups': '39 %', Answers: 'n = 42' },
    long: { Favourable: '36 %', 'Interval (95 %)': '27 to 44', 'The other groups': '58 %', Answers: 'n = 41' },
  },
  'by background': { 'Fair pay': { 'new n = 44': '61 % ▲ +22 n = 42', 'long n = 43': '36 % ▼ −21 n = 41' } },
  own: { Pay: { 'The company': '61 n = 161', Favourable: '52 %', 'My department': '43 n = 143', 'Against the rest': '11 points below the rest of the company' } },
  'own without a department': { Pay: { 'The company': '61 n = 161', Favourable: '52 %' } },
  heat: {
    'North n = 40': {
      Pay: '62 ▲ n = 38 · 12 points above the rest of the company · false alarm rate 0.02',
      Workload: '41 ▼ n = 37 · 13 points below the rest of the company · false alarm rate 0.02',
    },
  },
  beside: {
    Pay: { 'North n = 40': '62 ▲ n = 38 · 12 points above the rest of the company · false alarm rate 0.02', 'South n = 31': '41 ▼ n = 37 · 13 points below the rest of the company · false alarm rate 0.02' },
    Workload: { 'North n = 40': '55 n = 36 · no clear difference (one of 8 points would have shown in four of five cases)', 'South n = 31': '·' },
  },
  priorities: { 'Pay lowest: “Fair pay” 41': { Index: '44 · company 52', Change: '6 points less than the time before', Need: '71 %', 'Short of the target': '16 points target 60', Evidence: 'clearly below the target', Reach: '60 %' } },
  together: { 'Fair pay': { Correlation: '0.52', 'Interval (95 %)': '0.41 to 0.62', 'Share of the whole': '23 %' } },
  expectation: { 'less than expected': { 1: '45 %' }, 'as expected': { 1: '33 %' }, 'more than expected': { 1: '22 %' } },
  months: { '2026-10': { 'Steps on time': '3 of 7', 'Answers given': '5', 'Working days to the answer': '9' } },
  blockers: { 'A rule': { 'How many': '2', 'Days, on average': '8', 'Days, the oldest': '13' } },
  departments: { North: { 'Open plans': '1', Finished: '2', 'Steps on time': '3 of 4', 'Days moved': '5', 'Promises kept': '6 of 7', 'In the way': '8' } },
};

const names = Object.keys(tables) as (keyof typeof tables)[];

test.each(names)('%s: every figure stands under its own head in its own row', (name) => {
  expect(read(tables[name]).rows).toEqual(expected[name]);
});

test.each(names.filter((name) => !['heat', 'beside', 'by background'].includes(name)))('%s: heads of figures stand at the side of the figures', (name) => {
  expect(read(tables[name]).aside).toEqual([]);
});

const heads: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    bands: ['Favourable', 'Interval (95 %)', 'The other groups', 'Answers'],
    blockers: ['How many', 'Days, on average', 'Days, the oldest'],
    departments: ['Open plans', 'Finished', 'Steps on time', 'Days moved', 'Promises kept', 'In the way'],
    levels: ['Index', 'Favourable', 'Interval (95 %)', 'Worst to best case', 'Change', 'Against the rest'],
    months: ['Steps on time', 'Answers given', 'Working days to the answer'],
    own: ['The company', 'Favourable', 'My department', 'Against the rest'],
    priorities: ['Index', 'Change', 'Need', 'Short of the target', 'Evidence', 'Reach'],
    questions: ['Index', 'Mean', 'Favourable', 'Neutral', 'Unfavourable', 'Agreement', 'Change'],
  },
  'zh-Hans': {
    bands: ['满意', '区间（95%）', '其他各组', '答案数'],
    blockers: ['数量', '平均天数', '最长天数'],
    departments: ['进行中的计划', '已结束', '按时完成的步骤', '改期次数', '兑现的承诺', '障碍'],
    levels: ['指数', '满意比例', '区间（95%）', '最坏至最好', '变化', '与其他部门相比'],
    months: ['按时完成的步骤', '作出的答复', '答复所用的工作日'],
    own: ['全公司', '满意比例', '我的部门', '与其他部门相比'],
    priorities: ['指数', '变化', '需要程度', '与目标的差距', '证据', '可控程度'],
    questions: ['指数', '平均分', '满意比例', '一般', '不满意', '一致程度', '变化'],
  },
  'zh-Hant': {
    bands: ['滿意', '區間（95%）', '其他各組', '答案數'],
    blockers: ['數量', '平均天數', '最長天數'],
    departments: ['進行中的計畫', '已結束', '按時完成的步驟', '改期次數', '兌現的承諾', '障礙'],
    levels: ['指數', '滿意比例', '區間（95%）', '最壞至最好', '變化', '與其他部門相比'],
    months: ['按時完成的步驟', '作出的答覆', '答覆所用的工作日'],
    own: ['全公司', '滿意比例', '我的部門', '與其他部門相比'],
    priorities: ['指數', '變化', '需要程度', '與目標的差距', '證據', '可控程度'],
    questions: ['指數', '平均分', '滿意比例', '一般', '不滿意', '一致程度', '變化'],
  },
};

test.each(languages)('the heads in %s stand in the order of the figures', (language) => {
  for (const [name, said] of Object.entries(heads[language])) expect(read(tables[name as keyof typeof tables], language).heads.slice(1), name).toEqual(said);
});

test('no style lays the head of a table out apart from its body', () => {
  const sources = (readdirSync('app', { recursive: true }) as string[]).filter((file) => file.endsWith('.tsx')).map((file) => readFileSync(`app/${file}`, 'utf8'));
  const worn = new Set(sources.flatMap((source) => [...source.matchAll(/<table className="([^"]+)"/g)].flatMap(([, classes = '']) => classes.split(' '))));
  expect(worn.size).toBeGreaterThan(4);
  const styles = readdirSync('app/styles').map((file) => readFileSync(`app/styles/${file}`, 'utf8').replace(/\/\*.*?\*\//gs, '')).join('\n');
  const rules = [...styles.matchAll(/([^{};]+)\{([^{}]*)/g)].map(([, selector = '', declarations = '']) => ({ selector: selector.trim(), declarations }));
  const apart = rules.filter(({ selector, declarations }) => /display:\s*(?!table|none)/.test(declarations) && selector.split(',').some((one) => [...worn].some((name) => new RegExp(`\\.${name}$`).test(one.trim()))));
  // Cards have no head: each figure names its own.
  expect(apart.map(({ selector }) => selector).filter((selector) => selector !== '.table.as-cards')).toEqual([]);
});
