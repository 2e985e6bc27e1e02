// The report of a year says what several surveys alone can say, and has no number that their pages have not.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import '#app/text/all.server.ts';
import { isShort, usualTarget } from '#app/domain/analysis/priorities/standing.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { atOnce } from '#app/domain/kernel/steps.ts';
import { restOfWave, restOfWholeWave, waveOfYear } from '#app/domain/reports/wave-of-year.ts';
import { composeYear } from '#app/domain/reports/document/compose-year.ts';
import { blocksOf, tablesOf, type Block, type ReportDocument, type Sentence } from '#app/domain/reports/document/document.ts';
import type { PlanSaid } from '#app/domain/reports/document/report-parts.ts';
import { weakPointsOf } from '#app/domain/reports/document/weak-points.ts';
import type { YearParts } from '#app/domain/reports/document/year-parts.ts';
import { catalogues } from '#app/text/catalogues.ts';
import { sayIn } from '#app/text/say-report.ts';
import { numbersInText, numbersOf, reportPartsOf } from '#tests/support/report-parts.ts';
import { threeWaves } from '#tests/support/waves.ts';

const waves = threeWaves();
const plan: PlanSaid = {
  title: 'Rotas two weeks ahead', area: 'Workload', department: 'finance', state: 'closed-achieved', verdict: 'improved', moved: { from: 41, to: 52 }, told: 'You said, we did.',
  promises: [{ text: 'Rotas out on Mondays', due: '2026-05-04', status: 'kept' }, { text: 'Two more hands', due: '2026-06-01', status: 'late' }],
};

function partsIn(language: Language = 'en', department?: string): YearParts {
  const look = { language, ...(department !== undefined && { department }) };
  const made = waves.map((_, at) => reportPartsOf(waves.slice(0, at + 1), look, { plans: [plan] }));
  return { year: '2026', waves: made.map(({ results }, at) => ({ release: String(at).repeat(64), results })), last: made.at(-1)! };
}

const parts = partsIn('en', 'finance');
const report = composeYear(sayIn('en'), parts);
const sentencesOf = (blocks: readonly Block[]): Sentence[] => blocks.flatMap((block) => (block.kind === 'sentence' ? [block] : block.kind === 'list' ? block.sentences : []));
const summaryOf = (document: ReportDocument): Sentence[] => sentencesOf(document.sections[0]!.blocks);
const tableIn = (document: ReportDocument, id: string) => tablesOf(document).find((one) => one.id === id)!;

test('each survey of the year says what its own page says, of the company and of every department, though nothing is held against the survey before', () => {
  for (const [at, wave] of waves.entries()) {
    const judged = atOnce(restOfWave(wave));
    for (const department of [wave.root, ...wave.release.partitions[wave.base!]!.departments.map(({ id }) => id)]) {
      const { results } = reportPartsOf(waves.slice(0, at + 1), { department });
      const look = { department, language: 'en', targetOf: usualTarget } as const;
      const said = waveOfYear(wave, judged, look);
      const { survey, participation, overall, priorities } = results;
      expect(said).toEqual({
        survey: { id: survey.id, title: survey.title, closed: survey.closed },
        participation: { answered: participation.answered, invited: participation.invited, percent: participation.percent },
        overall: overall && { level: overall.level },
        priorities: priorities.map(({ id, label, index, target, standing }) => ({ id, label, index, target, standing })),
      });
      if (department === wave.root) expect(waveOfYear(wave, restOfWholeWave(wave), look)).toEqual(said);
    }
  }
});

test('has the sections of a survey’s report in their order, and names the year and every release', () => {
  expect(report.sections.map(({ id }) => id)).toEqual(['summary', 'scope', 'method', 'analysis', 'advice', 'follow-up', 'appendix']);
  expect(report.cover).toMatchObject({ title: 'Report of the year', year: '2026', survey: '3 surveys of 2026', closed: '2026-07-20' });
  expect(tableIn(report, 'surveys-of-year').rows.map((row) => row.at(-1)!.text)).toEqual(parts.waves.map(({ release }) => release));
});

test('says who answered each survey', () => {
  const rows = tableIn(report, 'surveys-of-year').rows.map((row) => row.slice(2, 5).map(({ value }) => value));
  expect(rows).toEqual(parts.waves.map(({ results: { participation } }) => [participation.answered, participation.invited, participation.percent]));
});

test('its summary says people, level, weak points, promises and what to do first, each by its rule', () => {
  const said = summaryOf(report).map(({ text }) => text);
  const { participation } = parts.last.results;
  expect(said[0]).toBe(`3 surveys were published; the last was answered by ${participation.answered} of ${participation.invited} people who were invited: ${participation.percent} %.`);
  expect(said[1]).toContain(`In the first survey of the year, Pulse w0, it was ${parts.waves[0]!.results.overall!.level.index}.`);
  expect(said[3]).toBe('2 promises were due in 2026: 1 kept, 1 late, 0 not due yet.');
  expect(said.at(-1)).toMatch(/^To take up first: /);
  expect(said).toHaveLength(5);
  for (const { claim } of summaryOf(report)) expect(readFileSync('docs/claims.md', 'utf8')).toContain(`\`${claim}\``);
});

test('tells of each weak point from the first survey that called it short, and of no other area', () => {
  const ever = new Set(parts.waves.flatMap(({ results }) => results.priorities.filter(({ standing }) => isShort(standing)).map(({ id }) => id)));
  const weak = weakPointsOf(parts);
  expect(weak.map(({ id }) => id).sort()).toEqual([...ever].sort());
  expect(weak.length).toBeGreaterThan(0);
  const said = numbersInText(summaryOf(report)[2]!.text);
  expect(said[0]).toBe(weak.length);
  expect(said.slice(1).reduce((one, other) => one + other, 0)).toBe(weak.length);
  for (const { id, now, became } of weak) {
    const last = parts.last.results.priorities.find((one) => one.id === id);
    expect(now).toBe(last?.index ?? null);
    if (became === 'still') expect(isShort(last!.standing)).toBe(true);
    if (became === 'no-longer') expect(isShort(last!.standing)).toBe(false);
  }
});

test('puts no two figures beside each other that cannot be compared', () => {
  const known = weakPointsOf(parts).find(({ then }) => then !== null)!;
  const trends = parts.last.results.trends.map((trend) => (trend.id === known.id ? { ...trend, points: trend.points.map((point, at) => (at === trend.points.length - 1 ? { ...point, broken: 'wording' as never } : point)) } : trend));
  const last = { ...parts.last, results: { ...parts.last.results, trends } };
  expect(weakPointsOf({ ...parts, last }).find(({ id }) => id === known.id)).toMatchObject({ then: null, now: known.now });
});

test('says that there is no weak point and no promise where there is none', () => {
  const calm = parts.waves.map((wave) => ({ ...wave, results: { ...wave.results, priorities: wave.results.priorities.map((one) => ({ ...one, standing: null })) } }));
  const document = composeYear(sayIn('en'), { ...parts, waves: calm, last: { ...parts.last, results: { ...parts.last.results, priorities: parts.last.results.priorities.map((one) => ({ ...one, standing: null })) }, plans: [] } });
  expect(summaryOf(document).map(({ claim }) => claim)).toEqual(expect.arrayContaining(['report.year.says.weak.none', 'report.says.first.none']));
  expect(summaryOf(document).map(({ claim }) => claim)).not.toContain('report.year.says.promises');
  expect(tableIn(document, 'weak-points')).toBeUndefined();
});

describe('numbers', () => {
  test('all stand on the pages of its surveys, apart from what is counted here', () => {
    const known = numbersOf(parts);
    for (const counted of [waves.length, ...Array.from({ length: weakPointsOf(parts).length + 1 }, (_, at) => at), 1, 2]) known.add(counted);
    for (const number of [...known]) known.add(Math.abs(number));
    const held = [...blocksOf(report), ...report.data].flatMap((block) => (block.kind === 'table' ? block.rows.flat().flatMap(({ value }) => value ?? []) : sentencesOf([block]).flatMap(({ numbers }) => numbers)));
    expect(held.length).toBeGreaterThan(200);
    expect(held.filter((number) => !known.has(number))).toEqual([]);
  });
});

test.each(languages)('is said in %s without a key, a gap or a sentence twice', (language) => {
  const document = composeYear(sayIn(language), partsIn(language));
  const text = JSON.stringify(document, (key, value: unknown) => (key === 'claim' ? null : value));
  expect(Object.keys(catalogues.en).filter((key) => key.startsWith('report.') && text.includes(`"${key}"`))).toEqual([]);
  expect(text).not.toMatch(/undefined|NaN|\[object|report\.(column|table|section|year|cover)\./);
  const sentences = sentencesOf(blocksOf(document)).map((one) => one.text);
  expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([]);
  const ids = tablesOf(document).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('where the line of the score breaks, no score from before the break is set beside the last one, and the table says why', () => {
  const { results } = parts.last;
  const trends = results.trends.map((trend) => (trend.overall ? { ...trend, points: trend.points.map((point, at, all) => (at === all.length - 1 ? { ...point, broken: 'composition' as const } : point)) } : trend));
  const broken = composeYear(sayIn('en'), { ...parts, last: { ...parts.last, results: { ...results, trends } } });
  const began = new RegExp(`In the first survey of the year, ${parts.waves[0]!.results.survey.title}`);
  expect(summaryOf(report).map(({ text }) => text).join()).toMatch(began);
  expect(summaryOf(broken).map(({ text }) => text).join()).not.toMatch(began);
  const breaks = (document: ReportDocument) => tableIn(document, 'surveys-of-year').rows.map((row) => row.at(-2)!.text);
  expect(breaks(report)).toEqual(['first survey', '', '']);
  expect(breaks(broken).at(-1)).toBe(catalogues.en['results.broken.composition']);
});
