// What leaves the portal says the age of its figures: the same sentence in every kind of file, true on whatever day somebody reads it.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Language } from '#app/domain/kernel/language.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { loader as noticesPdf } from '#app/routes/notices[.]pdf.tsx';
import { loader as talkPdf } from '#app/routes/plans.talk[.]pdf.tsx';
import { loader as board } from '#app/routes/results.$id.board.tsx';
import { loader as chart } from '#app/routes/results.$id.chart.$file.tsx';
import { loader as csv } from '#app/routes/results.$id.report[.]csv.tsx';
import { loader as docx } from '#app/routes/results.$id.report[.]docx.tsx';
import { loader as json } from '#app/routes/results.$id.report[.]json.tsx';
import { loader as pdf } from '#app/routes/results.$id.report[.]pdf.tsx';
import { loader as pptx } from '#app/routes/results.$id.report[.]pptx.tsx';
import { loader as xlsx } from '#app/routes/results.$id.report[.]xlsx.tsx';
import { resultsLetters } from '#app/services/notifications/results-letter.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { readOffice, textsOfPicture } from '#tests/support/read-office.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { csvCells, sheetsOf } from '#tests/support/read-report-files.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey } from '#tests/support/waves.ts';

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
];

/** Closed on 20 February; twelve weeks twice are over with 7 August. */
async function aCompanyAt(day: string): Promise<TestApp> {
  const app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, [1, 2].map((seed) => aClosedSurvey({ id: `pulse-${seed}`, closed: `2026-0${seed}-20`, tree, people: { north: 12, south: 9, operations: 14 }, seed, mood: (department) => (department === 'north' ? 2 : 3.6) })));
  app.setNow(`${day}T12:00:00Z`);
  return app;
}

type Loader = (args: never) => Promise<unknown>;

async function answerOf(app: TestApp, loader: unknown, { file = '', language }: { readonly file?: string; readonly language: Language }) {
  return visit(app, loader as Loader, '/x?department=north', { as: 'hr', language, params: { id: 'pulse-2', file } });
}

/** How each kind of file is read back. */
const kinds = {
  PDF: async (app, language) => (await readPdf(await bytes(app, pdf, language))).pages.join('\n'),
  'text document': async (app, language) => readOffice(await bytes(app, docx, language)).lines.join('\n'),
  slides: async (app, language) => readOffice(await bytes(app, pptx, language)).lines.join('\n'),
  workbook: async (app, language) => sheetsOf(await bytes(app, xlsx, language))[0]!.texts.join('\n'),
  CSV: async (app, language) => csvCells(strFromU8(await bytes(app, csv, language))).filter(({ table }) => table === 'about').map(({ text }) => text).join('\n'),
  JSON: async (app, language) => JSON.stringify(JSON.parse(strFromU8(await bytes(app, json, language))).cover.facts),
  'board view': async (app, language) => JSON.stringify((await answerOf(app, board, { language }) as { deck: unknown }).deck),
  'talk sheet': async (app, language) => (await readPdf(await bytes(app, talkPdf, language))).pages.join('\n'),
  'notice board': async (app, language) => (await readPdf(await bytes(app, noticesPdf, language))).pages.join('\n'),
  letter: async (app) => {
    const write = (await resultsLetters(app, 'pulse-2'))!;
    return write((await app.data.people.all()).find(({ id }) => id === 'north-2')!)!.letter.text;
  },
} as const satisfies Readonly<Record<string, (app: TestApp, language: Language) => Promise<string>>>;

async function bytes(app: TestApp, loader: unknown, language: Language): Promise<Uint8Array> {
  return new Uint8Array(await ((await answerOf(app, loader, { language })) as Response).arrayBuffer());
}

const until = {
  en: 'Measured up to 20 February 2026. A round is 12 weeks: from 8 August 2026 on these figures are older than two rounds, and out of date.',
  'zh-Hans': '数据截至2026年2月20日。每轮 12 周：从2026年8月8日起，这些数字已超过两轮，不再代表现状。',
  'zh-Hant': '資料截至2026年2月20日。每輪 12 週：從2026年8月8日起，這些數字已超過兩輪，不再代表現狀。',
} as const;
const since = 'Measured up to 20 February 2026. A round is 12 weeks: since 8 August 2026 these figures are older than two rounds, and out of date. There were no newer ones when this was written.';

/** Where a line breaks is a matter of paper. */
const oneLine = (text: string) => text.replace(/\s+/g, '');

/** Three languages of paper and of an office are made for one test. */
const patience = 180_000;
const lastDay = '2026-08-07';
const dayAfter = '2026-08-08';

describe.each(Object.entries(kinds))('%s', (kind, read) => {
  test('says up to when it was measured, and from when on it is out of date', async () => {
    const fresh = await aCompanyAt(lastDay);
    expect(oneLine(await read(fresh, 'en'))).toContain(oneLine(until.en));
    if (kind !== 'letter') for (const language of ['zh-Hans', 'zh-Hant'] as const) expect(oneLine(await read(fresh, language)), language).toContain(oneLine(until[language]));
  }, patience);

  test('says since when it is, from the day after the second round on', async () => {
    const said = oneLine(await read(await aCompanyAt(dayAfter), 'en'));
    expect(said).toContain(oneLine(since));
    expect(said).not.toContain(oneLine(until.en));
  }, patience);
});

test('each slide with a figure says it, and each sheet of a workbook, each table and each picture', async () => {
  const old = await aCompanyAt(dayAfter);
  const short = 'out of date from 8 August 2026 on';
  const slides = Object.entries(readOffice(await bytes(old, pptx, 'en')).parts).filter(([name, xml]) => /^ppt\/slides\/slide\d+\.xml$/.test(name) && xml.includes('<p:graphicFrame>'));
  expect(slides.length).toBeGreaterThan(2);
  expect(slides.filter(([, xml]) => !xml.includes(short)).map(([name]) => name)).toEqual([]);
  const [, ...sheets] = sheetsOf(await bytes(old, xlsx, 'en'));
  expect(sheets.filter(({ texts }) => !texts.some((text) => text.endsWith(short))).map(({ name }) => name)).toEqual([]);
  const { tables, cover } = JSON.parse(strFromU8(await bytes(old, json, 'en'))) as { tables: { source: string }[]; cover: { outOfDateFrom: string } };
  expect(tables.filter(({ source }) => !source.endsWith(short))).toEqual([]);
  expect(cover.outOfDateFrom).toBe('2026-08-08');
  const picture = (await answerOf(old, chart, { file: 'levels.svg', language: 'en' })) as Response;
  expect(textsOfPicture(await picture.text()).join(' ')).toContain(short);
});

test('a survey after which the same people were asked does not call itself the latest', async () => {
  const answer = await visit(await aCompanyAt(dayAfter), json as Loader, '/x', { as: 'hr', params: { id: 'pulse-1' } });
  const { cover } = (await (answer as Response).json()) as { cover: { facts: { text: string }[] } };
  expect(cover.facts.map(({ text }) => text)).toContain('Measured up to 20 January 2026. A round is 12 weeks: from 8 July 2026 on these figures are older than two rounds, and out of date.');
});

test('old results say so first in the summary of the report and on its first slide', async () => {
  const firstSlide = async (app: TestApp) => strFromU8(unzipSync(await bytes(app, pptx, 'en'))['ppt/slides/slide2.xml']!);
  expect(await firstSlide(await aCompanyAt(dayAfter))).toContain('since 8 August 2026 these figures are older than two rounds');
  expect(await firstSlide(await aCompanyAt(lastDay))).not.toContain('these figures are older than two rounds');
});
