// The report as slides, as a text document and its charts as pictures: who gets them, and that every number of them stands in the report.
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Department } from '#app/domain/organisation/department.ts';
import { deckOf } from '#app/domain/reports/document/deck.ts';
import { shareChartId } from '#app/domain/reports/document/chart-ids.ts';
import { blocksOf, type ReportDocument, type ShareChart } from '#app/domain/reports/document/document.ts';
import { loader as chart } from '#app/routes/results.$id.chart.$file.tsx';
import { loader as docx } from '#app/routes/results.$id.report[.]docx.tsx';
import { loader as pptx } from '#app/routes/results.$id.report[.]pptx.tsx';
import { chartIn, slidesWork, svgOf, textWork } from '#app/services/reports/office/office-report.server.ts';
import { writeOffice } from '#app/services/reports/office/write-office.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import { sayIn } from '#app/text/say-report.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { readOffice, textsOfPicture } from '#tests/support/read-office.ts';
import { sheetsOf } from '#tests/support/read-report-files.ts';
import { numbersInText, numbersOf } from '#tests/support/report-parts.ts';
import { visit } from '#tests/support/visit.ts';
import { aClosedSurvey, type Closed } from '#tests/support/waves.ts';

const tree: readonly Department[] = [
  { id: 'amber', parentId: null, name: 'Amber' },
  { id: 'sales', parentId: 'amber', name: 'Sales' },
  { id: 'north', parentId: 'sales', name: 'North' },
  { id: 'south', parentId: 'sales', name: 'South' },
  { id: 'key-accounts', parentId: 'sales', name: 'Zebra Accounts' },
  { id: 'operations', parentId: 'amber', name: 'Operations' },
  { id: 'finance', parentId: 'amber', name: 'Finance' },
];
const people = { north: 12, south: 9, 'key-accounts': 3, operations: 14, finance: 4 };

let waves: readonly Closed[];
beforeAll(() => {
  waves = [1, 2].map((seed) => aClosedSurvey({ id: `pulse-${seed}`, closed: `2026-0${seed}-20`, tree, people, seed, further: ['MGR-01', 'OUT-02'], mood: (department) => (department === 'north' ? 2 : 3.6) }));
});

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, waves);
});

const files = { pptx, docx } as const;
const ask = (kind: keyof typeof files, as: string, query = '') => visit(app, files[kind] as (args: never) => Promise<unknown>, `/results/pulse-2/report${query}`, { as, params: { id: 'pulse-2' } }) as Promise<Response>;
const askChart = (file: string, as: string, query = '') => visit(app, chart as (args: never) => Promise<unknown>, `/results/pulse-2/chart/${file}${query}`, { as, params: { id: 'pulse-2', file } }) as Promise<Response>;
const bytes = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

async function documentFor(department: string | null, language: 'en' | 'zh-Hans' | 'zh-Hant' = 'en', { surveyId = 'pulse-2', span = 'survey' }: { readonly surveyId?: string; readonly span?: 'survey' | 'year' } = {}): Promise<ReportDocument> {
  const written = await writeReport(app, await actorFor(app, 'hr'), { surveyId, department, language, span });
  if (!written.ok) throw new Error(written.because);
  return written.value.document;
}

describe('who gets them', () => {
  test('nobody gets a file or a picture of what lies beside or above, and employees none', async () => {
    for (const [as, query] of [['north-1', '?department=south'], ['north-1', '?department=amber'], ['operations-1', ''], ['admin', '']] as const) {
      const answers = await Promise.all([ask('pptx', as, query), ask('docx', as, query), askChart('levels.svg', as, query), askChart('levels.png', as, query)]);
      expect(answers.map(({ status }) => status), `${as} ${query}`).toEqual([403, 403, 403, 403]);
    }
  });

  test('of a department without a number of its own they are refused like of one that is not there, and so is a chart that is none', async () => {
    for (const department of ['key-accounts', 'no-such']) {
      const answers = await Promise.all([ask('pptx', 'hr', `?department=${department}`), ask('docx', 'hr', `?department=${department}`), askChart('levels.svg', 'hr', `?department=${department}`)]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      for (const answer of answers) expect(await answer.text()).not.toContain('Zebra');
    }
    for (const file of ['no-such.svg', 'levels.gif', 'levels', '../levels.svg', 'levels.svg.png']) expect((await askChart(file, 'hr')).status, file).toBe(404);
  });
});

describe('a shared address', () => {
  test('opened in a browser by somebody who may not read it leads to the page that says so; a program is refused', async () => {
    const page = { accept: 'text/html,application/xhtml+xml' };
    for (const [as, query, status] of [['north-1', '?department=south', 403], ['operations-1', '', 403], ['hr', '?department=key-accounts', 404], ['hr', '?department=no-such', 404]] as const) {
      for (const load of [pptx, docx, chart]) {
        const params = { id: 'pulse-2', file: 'levels.svg' };
        const shown = (await visit(app, load as (args: never) => Promise<unknown>, `/results/pulse-2/report.pptx${query}`, { as, params, headers: page })) as Response;
        expect([shown.status, shown.headers.get('location')], `${as} ${query}`).toEqual([303, `/results/pulse-2/report${query}`]);
        const refused = (await visit(app, load as (args: never) => Promise<unknown>, `/results/pulse-2/report.pptx${query}`, { as, params })) as Response;
        expect(refused.status).toBe(status);
      }
    }
  });

  test('before signing in leads through it, to that very address', async () => {
    const answer = (await visit(app, pptx as (args: never) => Promise<unknown>, '/results/pulse-2/report.pptx?department=north', { params: { id: 'pulse-2' }, headers: { accept: 'text/html' } })) as Response;
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/sign-in?to=${encodeURIComponent('/results/pulse-2/report.pptx?department=north')}`]);
  });
});

test('a picture of one area holds its questions alone, under its name', async () => {
  const document = await documentFor('north');
  const whole = chartIn(document, 'shares') as ShareChart;
  const area = whole.rows[0]!.area;
  const part = chartIn(document, shareChartId(area.id)) as ShareChart;
  expect(part.rows).toEqual(whole.rows.filter((row) => row.area.id === area.id));
  expect(part.rows.length).toBeLessThan(whole.rows.length);
  expect([part.caption, part.source]).toEqual([`${area.label} · ${whole.caption}`, whole.source]);
  expect((await askChart(`${part.id}.svg`, 'north-1', '?department=north')).status).toBe(200);
  expect((await askChart('shares-no-such.svg', 'hr')).status).toBe(404);
});

test('they are the same bytes twice, also side by side, and name the one release they were made from', async () => {
  const { release } = (await documentFor(null)).cover;
  for (const kind of ['pptx', 'docx'] as const) {
    const [one, other] = await Promise.all([ask(kind, 'hr'), ask(kind, 'hr')]);
    expect(one!.headers.get('content-disposition')).toBe(`attachment; filename="report-2026-02-20-en-${release.slice(0, 12)}.${kind}"`);
    const first = await bytes(one!);
    expect(Buffer.from(first).equals(Buffer.from(await bytes(other!))), kind).toBe(true);
    // Made anew, not taken from what is kept.
    const work = kind === 'pptx' ? slidesWork : textWork;
    expect(Buffer.from(first).equals(Buffer.from(await writeOffice(work(await documentFor(null))))), `${kind} anew`).toBe(true);
    expect(readOffice(first).lines.join('\n')).toContain(release.slice(0, 12));
    expect(readOffice(first).parts['docProps/core.xml']).toContain('2026-02-20T00:00:00Z');
  }
});

describe('numbers', () => {
  test('every number of slides, notes, charts and the workbooks behind them, of the text document and of pictures stands in the report', async () => {
    for (const department of ['amber', 'north']) {
      const document = await documentFor(department);
      const said = numbersOf(document);
      const slides = readOffice(await writeOffice(slidesWork(document)));
      const text = readOffice(await writeOffice(textWork(document)));
      const labelled = /^(Figure|Table) \d+: /;
      const pictures = blocksOf(document).flatMap((block) => (block.kind === 'chart' ? [svgOf(block, 'en')] : []));
      const scales = new Set([0, 25, 50, 75, 100]);
      const read = {
        slides: slides.lines.flatMap(numbersInText),
        charts: slides.charted.flatMap(numbersInText),
        workbooks: slides.workbooks.flatMap((one) => sheetsOf(one)).flatMap(({ numbers, texts }) => [...numbers, ...texts.flatMap(numbersInText)]),
        text: text.lines.flatMap((line) => numbersInText(line.replace(labelled, ''))),
        pictures: pictures.flatMap(textsOfPicture).flatMap(numbersInText),
      };
      const counts = Object.fromEntries(Object.entries(read).map(([file, numbers]) => [file, { numbers: numbers.length, 'not found': numbers.filter((number) => !said.has(number) && !(file === 'pictures' && scales.has(number))).length }]));
      process.stdout.write(`${department} ${JSON.stringify(counts)}\n`);
      for (const [file, { numbers, 'not found': lost }] of Object.entries(counts)) {
        expect(numbers, file).toBeGreaterThan(10);
        expect(lost, `${department} ${file}: ${read[file as keyof typeof read].filter((number) => !said.has(number)).join(' ')}`).toBe(0);
      }
    }
  });
});

describe('slides', () => {
  test('are 8 to 12 for a board, also after a first survey, for a department and of a year, each with a title and notes', async () => {
    for (const [department, survey, span] of [['amber', 'pulse-2', 'survey'], ['north', 'pulse-2', 'survey'], ['amber', 'pulse-1', 'survey'], ['amber', 'pulse-2', 'year']] as const) {
      const document = await documentFor(department, 'en', { surveyId: survey, span });
      const deck = deckOf(document, sayIn('en'));
      expect(deck.slides.length + 1, `${department} ${survey} ${span}`).toBeGreaterThanOrEqual(8);
      expect(deck.slides.length + 1).toBeLessThanOrEqual(12);
      for (const { id, title, notes } of deck.slides) expect([title.length > 0, notes.length > 0], id).toEqual([true, true]);
    }
  });

  test('hold charts that an office edits, with their data, an alternative text, and the language of their reader', async () => {
    for (const [language, lang, letters] of [['en', 'en-GB', 'Microsoft YaHei'], ['zh-Hans', 'zh-CN', 'Microsoft YaHei'], ['zh-Hant', 'zh-TW', 'Microsoft JhengHei']] as const) {
      const { parts, workbooks } = readOffice(await writeOffice(slidesWork(await documentFor('amber', language))));
      const charts = Object.entries(parts).filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
      expect(charts.length).toBeGreaterThan(1);
      expect(workbooks).toHaveLength(charts.length);
      expect(charts.some(([, xml]) => xml.includes('<c:barChart>'))).toBe(true);
      const slides = Object.entries(parts).filter(([name]) => /slides\/slide\d+\.xml$/.test(name)).map(([, xml]) => xml).join('');
      expect([...slides.matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)].filter(([frame]) => frame.includes('/chart"') && !/descr="[^"]{10}/.test(frame))).toEqual([]);
      expect(slides).toContain(`lang="${lang}"`);
      expect(slides).toContain(`<a:ea typeface="${letters}"`);
    }
  });
});

test('a text document has headings, captions, heads of tables on every page, page numbers and a list of contents that is filled', async () => {
  const { parts } = readOffice(await writeOffice(textWork(await documentFor('amber', 'zh-Hant'))));
  const body = parts['word/document.xml']!;
  for (const one of ['w:val="Heading1"', 'w:val="Heading2"', 'w:val="Caption"', '<w:tblHeader/>', 'TOC \\h \\o']) expect(body).toContain(one);
  expect(parts['word/settings.xml']).toContain('w:updateFields');
  expect(parts['word/styles.xml']).toContain('w:eastAsia="zh-TW"');
  expect(Object.entries(parts).filter(([name]) => name.includes('footer')).map(([, xml]) => xml).join('')).toContain('PAGE');
  expect([...body.matchAll(/<wp:docPr [^>]*>/g)].filter(([one]) => !/descr="[^"]{5}/.test(one))).toEqual([]);
});

test('words of people are text: no markup, no formula, no sign that an office cannot read', async () => {
  const document = await documentFor('amber');
  const title = `=HYPERLINK("http://evil") <b>&amp;</b> \u0007\uD800 🙂 שלום ${'long '.repeat(60)}`;
  const evil = { ...document, cover: { ...document.cover, survey: title, company: title } };
  for (const made of [await writeOffice(slidesWork(evil)), await writeOffice(textWork(evil))]) {
    const { parts, lines } = readOffice(made);
    expect(lines.join('\n')).toContain('<b>&amp;</b>');
    expect(lines.join('\n')).toContain('🙂 שלום');
    for (const [name, xml] of Object.entries(parts)) expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|<b>|TargetMode="External"/.test(xml), name).toBe(false);
    expect(Object.keys(unzipSync(made)).filter((name) => /vba|macro/i.test(name))).toEqual([]);
    for (const workbook of readOffice(made).workbooks) expect(Object.entries(unzipSync(workbook)).filter(([name, content]) => name.includes('worksheets/') && strFromU8(content).includes('<f'))).toEqual([]);
  }
  const [levels] = blocksOf(document).filter((block) => block.kind === 'chart');
  const svg = svgOf({ ...levels!, caption: '<script>alert(1)</script> & 🙂' }, 'en');
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).not.toContain('<script');
});

test('a picture says its title, n and source, and is drawn without a browser in each script', async () => {
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const document = await documentFor('amber', language);
    const drawn = blocksOf(document).flatMap((block) => (block.kind === 'chart' ? [block] : []));
    expect(new Set(drawn.map(({ shape }) => shape))).toEqual(new Set(['intervals', 'trend', 'shares', 'matrix']));
    for (const one of drawn) {
      const texts = textsOfPicture(svgOf(one, language)).join('').replaceAll('\u00a0', ' ');
      expect(texts).toContain(one.caption);
      expect(texts).toContain(one.source);
      if (one.shape !== 'trend') for (const { people: n } of one.rows) expect(texts).toContain(`n ${n}`);
    }
  }
  const png = await bytes(await askChart('levels.png', 'hr'));
  expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});
