// A report says what its pages say, in the order of a report, and has no number that they have not.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { isShort } from '#app/domain/analysis/priorities/standing.ts';
import { languages } from '#app/domain/kernel/language.ts';
import { composeReport } from '#app/domain/reports/document/compose-report.ts';
import { blocksOf, tablesOf, type Block, type ReportDocument, type Section, type Sentence } from '#app/domain/reports/document/document.ts';
import type { PlanSaid, ReportParts } from '#app/domain/reports/document/report-parts.ts';
import { catalogues } from '#app/text/catalogues.ts';
import { sayIn } from '#app/text/say-report.ts';
import { numbersInText, numbersOf, reportPartsOf } from '#tests/support/report-parts.ts';
import { aWave, threeWaves } from '#tests/support/waves.ts';

const waves = threeWaves();
const plan: PlanSaid = {
  title: 'Rotas two weeks ahead', area: 'Workload', department: 'finance', state: 'closed-achieved', verdict: 'improved', moved: { from: 41, to: 52 }, told: 'You said, we did.',
  promises: [{ text: 'Rotas out on Mondays', due: '2026-05-04', status: 'kept' }],
};
const more: Partial<ReportParts> = {
  words: { passedOn: '2026-07-24', texts: ['=HYPERLINK("http://evil")', '食堂比以前好'], themes: [{ label: 'Rotas', texts: 7 }], typical: ['rota'] },
  advice: [{ dimension: 'workload', measures: [{ title: 'Plan rotas earlier', controllability: 'department', effort: 'S', leadWeeks: 9, answers: { reason: 'Too few people', people: 11 } }] }],
  plans: [plan],
};
const parts = reportPartsOf(waves, { department: 'finance' }, more);
const report = composeReport(sayIn('en'), parts);
const company = composeReport(sayIn('en'), reportPartsOf(waves, {}, more));

const sectionsOf = ({ sections }: Pick<Section, 'sections'>): Section[] => sections.flatMap((one) => [one, ...sectionsOf(one)]);
const sectionOf = (document: ReportDocument, id: string): Section => sectionsOf(document).find((one) => one.id === id)!;
const sentencesOf = (blocks: readonly Block[]): Sentence[] => blocks.flatMap((block) => (block.kind === 'sentence' ? [block] : block.kind === 'list' ? block.sentences : []));
const summaryOf = (document: ReportDocument): string[] => sentencesOf(sectionOf(document, 'summary').blocks).map(({ text }) => text);

test('has the parts of a report in their order', () => {
  expect(report.sections.map(({ id }) => id)).toEqual(['summary', 'scope', 'method', 'analysis', 'advice', 'follow-up', 'appendix']);
  expect(report.cover).toMatchObject({ company: 'Amber', survey: 'Pulse w2', about: 'finance', closed: '2026-07-20', release: 'ab'.repeat(32) });
});

test('the summary says who answered, how it stands, what stands out and what to do first, in five sentences at most', () => {
  const { participation, overall } = parts.results;
  const [people, level, ...rest] = summaryOf(report);
  expect(people).toBe(`${participation.answered} of ${participation.invited} people who were invited answered: ${participation.percent} %.`);
  expect(level).toContain(`stands at ${overall!.level.index} of 100`);
  expect(rest).toHaveLength(3);
  expect(rest.at(-1)).toMatch(/^To take up first: Workload\. .*a measure to begin with: Plan rotas earlier\.$/);
  for (const sentence of sentencesOf(sectionOf(report, 'summary').blocks)) expect(readFileSync('docs/claims.md', 'utf8'), sentence.text).toContain(`\`${sentence.claim}\``);
});

test('what to do first is the first that falls short, and nothing where nothing does', () => {
  const first = parts.results.priorities.find(({ standing }) => isShort(standing))!;
  expect(summaryOf(report).at(-1)).toContain(`To take up first: ${first.label}. It stands at ${first.index}, and ${first.target} is the target`);
  const priorities = parts.results.priorities.map((one) => ({ ...one, standing: null }));
  const content = composeReport(sayIn('en'), { ...parts, results: { ...parts.results, priorities } });
  expect(summaryOf(content).at(-1)).toMatch(/^No area falls clearly short/);
});

test('why it is not the lowest that comes first is said where something lies lower, and nowhere else', () => {
  const first = parts.results.priorities.find(({ standing }) => isShort(standing))!;
  const lowered = (index: number) => {
    const dimensions = parts.results.dimensions.map((one) => ({ ...one, level: { ...one.level, index: one.label === first.label ? first.index : index } }));
    return summaryOf(composeReport(sayIn('en'), { ...parts, results: { ...parts.results, dimensions } })).at(-1);
  };
  expect(lowered(first.index - 1)).toContain('stand lower; but the order also weighs how much it matters');
  expect(lowered(first.index)).not.toContain('lower');
});

test('advice stands under what falls short and nothing else', () => {
  const short = parts.results.priorities.filter(({ standing }) => isShort(standing));
  const { sections } = sectionOf(report, 'advice');
  expect(sections.map(({ id }) => id)).toEqual(short.map(({ id }) => `advice-${id}`));
  expect(short.length).toBeGreaterThan(0);
  const [, lowest, beside] = sentencesOf(sections[0]!.blocks);
  expect(lowest?.claim).toBe('report.says.lowest');
  expect(beside).toMatchObject({ claim: 'report.says.company', numbers: [short[0]!.company] });
  expect(sentencesOf(sectionOf(company, 'advice').sections.flatMap(({ blocks }) => blocks)).map(({ claim }) => claim)).not.toContain('report.says.company');
});

test('what is missing though the index reaches its target is called missing, and no nought is called a shortfall', () => {
  const first = parts.results.priorities.find(({ standing }) => isShort(standing))!;
  const missing = { ...first, index: 76, deficit: 0, target: 75, flagged: true, standing: 'unmet-must' as const };
  const document = composeReport(sayIn('en'), { ...parts, results: { ...parts.results, priorities: [missing] } });
  expect(summaryOf(document).at(-1)).toMatch(/^To take up first: Workload\. What people take for granted is missing/);
  expect(JSON.stringify(sectionOf(document, 'advice'))).not.toContain('is 0 points short');
});

test('the overall figure names those who are counted in on this question alone', () => {
  const overall = { ...parts.results.overall!, beyond: [{ name: 'legal', direct: false }] };
  expect(summaryOf(composeReport(sayIn('en'), { ...parts, results: { ...parts.results, overall } }))[1]).toContain('On this question legal is counted in.');
  expect(summaryOf(report)[1]).not.toContain('counted in');
});

test('the method tells of slips as its page does, and what was not shown in the signs of the language', () => {
  const cut = { question: 'Tenure', scope: { names: [{ name: '財務', direct: false }], with: [], answered: 9, invited: 10 }, why: 'too-few', leftOut: [], bands: [] } as unknown as ReportParts['method']['cuts'][number];
  const method = { ...parts.method, slips: { listed: 31, given: 29 }, cuts: [cut] };
  const [english, chinese] = (['en', 'zh-Hant'] as const).map((language) => composeReport(sayIn(language), { ...parts, method }));
  const counts = tablesOf(english!).find(({ id }) => id === 'counts')!;
  expect(counts.rows.flatMap(([, number]) => number!.value)).toEqual(expect.arrayContaining([31, 29]));
  expect(sentencesOf(sectionOf(english!, 'method-left-out').blocks)[0]!.text).toMatch(/not shown\. Too few/);
  expect(sentencesOf(sectionOf(chinese!, 'method-left-out').blocks)[0]!.text).not.toMatch(/[.]/);
});

test('tables by background of a survey from a file were not declared before it', () => {
  const wave = aWave({ tree: 'company\n  one\n  two', people: { one: 40, two: 40 }, seed: 5, backgrounds: { tenure: ['new', 'long'] }, cuts: [{ question: 'tenure', scope: 'company' }] });
  const made = reportPartsOf([wave], {});
  const lead = (past: boolean) => sentencesOf(sectionOf(composeReport(sayIn('en'), { ...made, results: { ...made.results, survey: { ...made.results.survey, past } } }), 'background').blocks)[0]!.text;
  expect(lead(true)).toBe(catalogues.en['past.cuts.lead']);
  expect(lead(false)).toBe(catalogues.en['results.cuts.lead']);
});

describe('numbers', () => {
  test('of cells, charts and sentences all stand in the pages, plans and settings that the report is made of', () => {
    for (const [document, made] of [[report, parts], [company, reportPartsOf(waves, {}, more)]] as const) {
      const known = numbersOf(made);
      // How many texts there are, and how many of them are left to the tables, is counted here; what moved is told without its sign.
      for (const count of [made.words!.texts.length, 0]) known.add(count);
      for (const number of [...known]) known.add(Math.abs(number));
      const held = [...blocksOf(document), ...document.data].flatMap((block) => valuesIn(block));
      expect(held.length).toBeGreaterThan(300);
      expect(held.filter((number) => !known.has(number))).toEqual([]);
    }
  });

  test('of a difference without evidence are told by no table', () => {
    const unsure = parts.results.dimensions.filter(({ change }) => change.arrow === null && change.points !== null);
    const levels = tablesOf(report).find(({ id }) => id === 'levels')!;
    const column = levels.columns.findIndex(({ id }) => id === 'change');
    const row = (label: string) => levels.rows.find(([area]) => area?.text === label)!;
    expect(unsure.length).toBeGreaterThan(0);
    for (const { label } of unsure) expect(row(label)[column]).toEqual({ text: '', value: null });
  });

  test('say the same in a table and in its own text', () => {
    for (const table of tablesOf(company)) for (const cell of table.rows.flat()) if (cell.value !== null) expect(numbersInText(cell.text), table.id).toEqual([cell.value]);
  });
});

/** What a renderer draws as a number: values of cells and charts, numbers of sentences. */
function valuesIn(block: Block): number[] {
  if (block.kind === 'sentence') return [...block.numbers];
  if (block.kind === 'list') return block.sentences.flatMap(({ numbers }) => numbers);
  if (block.kind === 'table') return block.rows.flat().flatMap(({ value }) => value ?? []);
  return [...numbersOf(withoutWords(block))];
}

/** Numbers alone, without places in a tree and ends of a scale: a department may be called Team 7. */
const withoutWords = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, one: unknown) => (typeof one === 'string' || key === 'depth' || key === 'scale' ? null : one)));

test.each(languages)('is said in %s without a key, a gap or a word twice', (language) => {
  const document = composeReport(sayIn(language), reportPartsOf(waves, { language }, more));
  const text = JSON.stringify(document, (key, value: unknown) => (key === 'claim' ? null : value));
  const keys = Object.keys(catalogues.en).filter((key) => key.startsWith('report.') || key.startsWith('results.'));
  expect(keys.filter((key) => text.includes(`"${key}"`))).toEqual([]);
  expect(text).not.toMatch(/undefined|NaN|\[object|report\.(column|table|section|says|chart|kind|glossary)\./);
  const sentences = sentencesOf(blocksOf(document)).map((one) => one.text);
  expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([]);
});

test('every table has a cell for each column, an id of its own and a source with the day and the release', () => {
  const tables = tablesOf(company);
  expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
  for (const { columns, rows, source, id } of tables) {
    expect(rows.filter((row) => row.length !== columns.length), id).toEqual([]);
    expect(new Set(columns.map((one) => one.id)).size, id).toBe(columns.length);
    expect(source).toContain('20 July 2026');
    expect(source).toContain('abababababab');
  }
});

test('a first survey and a company of one department have a report that says so', () => {
  const first = aWave({ tree: 'company\n  only', people: { only: 14 }, seed: 3 });
  const document = composeReport(sayIn('en'), reportPartsOf([first], {}));
  const text = JSON.stringify(document);
  expect(text).toContain('It is the first survey of its line');
  expect(text).not.toContain('"shape":"trend"');
  expect(document.sections.map(({ id }) => id)).toContain('follow-up');
});

test('words nobody passed on are not there, and what was is there as it was passed on', () => {
  expect(JSON.stringify(composeReport(sayIn('en'), { ...parts, words: null }))).not.toContain('食堂');
  expect(sentencesOf(sectionOf(report, 'words').blocks).map(({ text }) => text)).toContain('食堂比以前好');
});

test('every sentence a report names is there', () => {
  const keys = Object.keys(catalogues.en);
  const source = ['advice', 'analysis', 'appendix', 'follow-up', 'method', 'scope', 'summary'].map((one) => readFileSync(`app/domain/reports/document/${one}-section.ts`, 'utf8')).join('\n');
  const named = [...source.matchAll(/(?:said|claimed)\(say, '([^']+)'|say\('([^']+)'/g)].map(([, one, other]) => one ?? other!);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});
