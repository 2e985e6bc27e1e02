// What a company asked in words of its own stands in every file of a report: the words as they were asked, the figures of the release, and
// nothing of it runs, breaks or turns round the page, whatever somebody wrote.
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '#app/domain/kernel/day.ts';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { deckOf } from '#app/domain/reports/document/deck.ts';
import { blocksOf, tablesOf, type ReportDocument } from '#app/domain/reports/document/document.ts';
import type { Release } from '#app/domain/publication/release.ts';
import { rehearse } from '#app/services/privacy/rehearse.server.ts';
import { closeSurvey, releaseOf, sealSurvey } from '#app/services/publication.server.ts';
import { slidesOf, textDocumentOf } from '#app/services/reports/office/office-report.server.ts';
import { printReport } from '#app/services/reports/print-report.server.ts';
import { csvOf, jsonOf } from '#app/services/reports/report-cells.server.ts';
import { workbookOf } from '#app/services/reports/report-workbook.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import { createDraft } from '#app/services/surveys/compose-draft.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { said } from '#tests/support/drafts.ts';
import { ballotApp, everybody } from '#tests/support/open-survey.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { actorFor } from '#tests/support/people.ts';
import { readOffice } from '#tests/support/read-office.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { csvCells, sheetsOf } from '#tests/support/read-report-files.ts';

/** A formula, markup, and words from right to left with a sign that turns round what follows. */
const hostile = ['=cmd|\'/c calc\'!A1', '<script>alert(1)</script>', 'مناوبة ليلية \u202Egnp.exe', '@SUM(1+1)*cmd'];
/** As they are kept. */
const kept = hostile.map((one) => one.replace('\u202E', ''));
const everywhere = (text: string) => ({ en: text, 'zh-Hans': `${text}（简）`, 'zh-Hant': `${text}（繁）` });
const answers = { en: hostile.join('\n'), 'zh-Hans': hostile.map((one) => `${one}简`).join('\n'), 'zh-Hant': hostile.map((one) => `${one}繁`).join('\n') };

function given<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly because: string }): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

let release: Release;
let documents: Readonly<Record<Language, ReportDocument>>;
let made: Readonly<Record<'pptx' | 'docx' | 'pdf', Uint8Array>>;

beforeAll(async () => {
  const app = await ballotApp({ now: '2026-11-23T12:00:00Z' });
  for (const [kind, text] of [['choice', '=1+1 Which canteen?'], ['several', 'What do <b>you</b> use?'], ['three', 'ما الأهم؟'], ['background', 'Which "shift"?']] as const) {
    const { number } = given(await createOwn(app, { ...ownWishes(kind), text: everywhere(text), label: everywhere('+Shift'), answers }));
    given(await decideGates(app, number, passing));
  }
  const wishes = { template: 'pulse-core', title: said('Pulse'), purpose: said('To know'), opens: app.today(), closes: addDays(app.today(), 6), further: [], pair: null, own: ['OWN-1', 'OWN-2', 'OWN-3'], cuts: [{ question: 'OWN-4', scope: 'company', items: null }] };
  const hr = await actorFor(app, 'hr');
  const { id } = given(await createDraft(app, hr, wishes));
  given(await sealSurvey(app, id));
  await rehearse(app, id, (await everybody(app)).map((personId, at) => ({
    personId,
    answers: { 'OUT-01': 1 + (at % 5), 'PAY-01': 5 - (at % 4), 'OWN-1': [at % 5 === 0 ? 'a3' : 'a1'], 'OWN-2': ['a1', 'a2', ...(at % 2 === 0 ? ['a3'] : [])], 'OWN-3': ['a2', 'a4'], 'OWN-4': `a${1 + (at % 3)}` },
  })));
  app.setNow(`${addDays(app.today(), 8)}T12:00:00Z`);
  given(await closeSurvey(app, id));
  release = (await releaseOf(app, id))!.release;
  const written = async (language: Language) => given(await writeReport(app, hr, { surveyId: id, department: null, language })).document;
  documents = { en: await written('en'), 'zh-Hans': await written('zh-Hans'), 'zh-Hant': await written('zh-Hant') };
  made = { pptx: await slidesOf(app, documents.en), docx: await textDocumentOf(app, documents.en), pdf: await printReport(app, documents.en) };
}, 180_000);

/** Of the company: what the release holds of an item, option by option. */
const people = (item: string): number[] => {
  const found = release.items[item];
  if (found?.kind !== 'several') throw new Error(item);
  return found.options.map((_, at) => Object.values(found.cells).reduce((sum, cell) => sum + cell[at]!, 0));
};

test.each(languages)('every choice stands in the report with its words and with the figures of the release, in %s', (language) => {
  const document = documents[language];
  const table = tablesOf(document).find((one) => one.id === 'chosen')!;
  const suffix = { en: '', 'zh-Hans': '简', 'zh-Hant': '繁' }[language];
  expect(table.rows.map(([, , option]) => option!.text)).toEqual([1, 2, 3].flatMap(() => kept.map((one) => `${one}${suffix}`)));
  const counts = ['OWN-1', 'OWN-2', 'OWN-3'].flatMap(people);
  expect(table.rows.map((row) => row[3]!.value)).toEqual(counts.map((count) => (count >= release.k ? count : null)));
  expect(counts.filter((count) => count < release.k).length).toBeGreaterThan(0);
  const background = tablesOf(document).find((one) => one.id === 'background')!;
  expect(new Set(background.rows.map((row) => row[1]!.text.replace(/, with.*|（不.*/u, '')))).toEqual(new Set(release.cuts[0]!.bands.map(({ labels }) => labels.filter(Boolean).map((label) => `${kept[Number(label.slice(1)) - 1]}${suffix}`).join(' / '))));
  const favourable = release.cuts[0]!.bands[0]!.favourable['PAY-01']!;
  expect(background.rows.filter((row) => row[1]!.text.startsWith(kept[0]!)).map((row) => [row[3]!.value, row[4]!.value])).toContainEqual([favourable[1], Math.round((100 * favourable[0]) / favourable[1])]);
  // One of several is told to be that.
  const asked = tablesOf(document).find((one) => one.id === 'questionnaire')!.rows.filter(([question]) => question!.text.includes('Which canteen') || question!.text.includes('use?'));
  expect(asked.map((row) => row[2]!.text)).toEqual([sayIn(language)('report.kind.choice'), sayIn(language)('report.kind.several')]);
});

test('a table of cells, JSON and a workbook hold them as text, never as a formula', async () => {
  const document = documents.en;
  const cells = csvCells(csvOf(document, { mark: true }));
  const options = cells.filter(({ table, column }) => table === 'chosen' && column === 'option').map(({ text }) => text);
  expect(options.slice(0, 4)).toEqual([`'${kept[0]}`, kept[1], kept[2], `'${kept[3]}`]);
  expect(cells.filter(({ table, column, value }) => table === 'chosen' && column === 'chosen-by' && value !== null).map(({ value }) => value)).toEqual(['OWN-1', 'OWN-2', 'OWN-3'].flatMap(people).filter((count) => count >= release.k));
  const tables = (JSON.parse(jsonOf(document)) as { tables: { id: string; rows: { text: string; value: number | null }[][] }[] }).tables;
  expect(tables.find((one) => one.id === 'chosen')!.rows.slice(0, 4).map((row) => row[2]!.text)).toEqual(kept);
  const sheets = sheetsOf(await workbookOf(document, sayIn('en')));
  expect(sheets.every(({ formulas }) => formulas === 0)).toBe(true);
  const chosen = sheets.find(({ name }) => name === 'What people chose')!;
  for (const one of kept) expect(chosen.texts).toContain(one);
  expect(chosen.numbers).toEqual(expect.arrayContaining(people('OWN-2').filter((count) => count >= release.k)));
  expect(sheets.flatMap(({ texts }) => texts)).toContain('+Shift');
});

test('slides, the text document and the PDF hold them as words', async () => {
  const document = documents.en;
  const slides = deckOf(document, sayIn('en')).slides;
  expect(slides.find((slide) => slide.id === 'chosen')?.figure).toMatchObject({ kind: 'table', rows: [[{ text: '=1+1 Which canteen?' }, { text: kept[0] }, {}, {}], [{}, { text: kept[1] }, {}, {}], [{}, { text: kept[2] }, {}, {}], [{}, { text: kept[3] }, {}, {}], [{}, {}, {}, {}]] });
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  const files = { pptx: readOffice(made.pptx), docx: readOffice(made.docx) };
  for (const [name, { lines, parts }] of Object.entries(files)) {
    const text = plain(lines.join('\n'));
    for (const one of [kept[0], kept[1], 'مناوبة ليلية', '=1+1 Which canteen?']) expect(text, name).toContain(one);
    expect(Object.values(parts).join('').includes('<script>'), name).toBe(false);
  }
  const paper = plain((await readPdf(made.pdf)).pages.join('\n'));
  for (const one of ['alert(1)', 'Which canteen?', '+Shift', 'Which "shift"?']) expect(paper).toContain(one);
  for (const count of people('OWN-2').filter((one) => one >= release.k)) expect(paper).toContain(String(count));
  expect(blocksOf(document).some((block) => block.kind === 'table' && block.id === 'chosen')).toBe(true);
}, 120_000);
