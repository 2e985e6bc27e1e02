// The written report and its files: who gets it, and that every number of every file stands in the report, and the report's in the release.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { whole } from '#app/domain/kernel/rounding.ts';
import type { Department } from '#app/domain/organisation/department.ts';
import { tablesOf, type ReportDocument } from '#app/domain/reports/document/document.ts';
import { loader as csv } from '#app/routes/results.$id.report[.]csv.tsx';
import { loader as json } from '#app/routes/results.$id.report[.]json.tsx';
import { loader as pdf } from '#app/routes/results.$id.report[.]pdf.tsx';
import { loader as xlsx } from '#app/routes/results.$id.report[.]xlsx.tsx';
import { loader as report } from '#app/routes/results.$id.report.tsx';
import { loader as paper } from '#app/routes/results.$id.paper.tsx';
import { loader as full } from '#app/routes/results.$id.full.tsx';
import { passOn } from '#app/services/reports/pass-words-on.server.ts';
import { printReport, printSoon } from '#app/services/reports/print-report.server.ts';
import { writeReport } from '#app/services/reports/write-report.server.ts';
import { PageLanguage } from '#app/ui/text.ts';
import { WrittenReport } from '#app/ui/reports/document/written-report.tsx';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWave, publishWaves } from '#tests/support/published.ts';
import { csvCells, sheetsOf } from '#tests/support/read-report-files.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
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
const evil = '=HYPERLINK("http://evil","win a rota") Fewer rotas 食堂';
const texts = [evil, 'rota 1', '-2 rota', '@rota', 'rota _x0041_ rota', 'rota 6'].map((text, at) => ({ row: at * 6, text }));
let waves: readonly Closed[];

beforeAll(() => {
  waves = [1, 2].map((seed) =>
    aClosedSurvey({ id: `pulse-${seed}`, closed: `2026-0${seed}-20`, tree, people, seed, texts, wordsFor: 'heads', further: ['MGR-01', 'OUT-02'], backgrounds: { tenure: ['new', 'long'] }, cuts: [{ question: 'tenure', scope: 'company' }], mood: (department) => (department === 'north' ? 2 : 3.6) }),
  );
});

let app: TestApp;
beforeEach(async () => {
  app = await testApp();
  await aSmallCompany(app);
  await publishWaves(app, waves);
});

const params = { id: 'pulse-2' };
const files = { report, pdf, xlsx, csv, json } as const;
const kinds = ['report', 'pdf', 'xlsx', 'csv', 'json'] as const;
const ask = (kind: keyof typeof files, as: string, query = '') => visit(app, files[kind] as (args: never) => Promise<unknown>, `/results/pulse-2/report${query}`, { as, params });
const bytesOf = async (kind: 'pdf' | 'xlsx' | 'csv' | 'json', as = 'hr', query = '') => new Uint8Array(await ((await ask(kind, as, query)) as Response).arrayBuffer());
const textOf = async (...asked: Parameters<typeof bytesOf>) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(...asked));

async function documentFor(as: string, department: string | null, language: 'en' | 'zh-Hans' | 'zh-Hant' = 'en'): Promise<ReportDocument> {
  const written = await writeReport(app, await actorFor(app, as), { surveyId: 'pulse-2', department, language });
  if (!written.ok) throw new Error(written.because);
  return written.value.document;
}

describe('who gets it', () => {
  test('HR for the company, a head for what the head may read, and each says whom it is about', async () => {
    expect((await documentFor('hr', null)).cover).toMatchObject({ company: 'Amber', about: 'Amber' });
    expect((await documentFor('north-1', null)).cover.about).toMatch(/^North/);
    expect((await documentFor('south-1', 'north')).cover.about).toMatch(/^North/);
  });

  test('nobody gets page or file of what lies beside or above, and employees none', async () => {
    for (const kind of kinds) {
      for (const [as, query] of [['north-1', '?department=south'], ['north-1', '?department=amber'], ['operations-1', ''], ['admin', '']] as const) expect((await ask(kind, as, query)) as Response, `${kind} ${as} ${query}`).toMatchObject({ status: 403 });
    }
  });

  test('page and files of a department without a number of its own are refused like one that is not there', async () => {
    for (const kind of kinds) {
      const answers = await Promise.all(['?department=key-accounts', '?department=no-such'].map((query) => ask(kind, 'hr', query) as Promise<Response>));
      const told = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
      expect(told[0], kind).toMatch(/^404/);
      expect(told[0], kind).toBe(told[1]);
      expect(told[0], kind).not.toContain('Zebra');
    }
  });

  test('the way to it stands on the page of who may have it, and not beside a department that is shown with others', async () => {
    const offered = async (as: string, query: string) => ((await visit(app, full, `/results/pulse-2/full${query}`, { as, params })) as { report: boolean }).report;
    expect(await Promise.all([offered('hr', ''), offered('north-1', ''), offered('hr', '?department=key-accounts')])).toEqual([true, true, false]);
  });
});

describe('the files', () => {
  test('are the same bytes twice, also side by side, and name the one release they were made from', async () => {
    const { release } = (await documentFor('hr', null)).cover;
    for (const kind of ['pdf', 'xlsx', 'csv', 'json'] as const) {
      const [one, other] = await Promise.all([bytesOf(kind), bytesOf(kind)]);
      expect(Buffer.from(one!).equals(Buffer.from(other!)), kind).toBe(true);
      const answer = (await ask(kind, 'hr')) as Response;
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="report-2026-02-20-en-${release.slice(0, 12)}.${kind}"`);
    }
    expect(new Set((await textOf('csv')).split('\r\n').slice(1, -1).map((line) => line.split(',')[0]))).toEqual(new Set([release]));
    expect(JSON.parse(await textOf('json'))).toMatchObject({ report: 1, cover: { release } });
    expect(sheetsOf(await bytesOf('xlsx'))[0]!.texts).toContain(release);
  });

  test('carry words as they were passed on, none before, and run none of them', async () => {
    for (const kind of ['csv', 'json'] as const) expect(await textOf(kind)).not.toContain('HYPERLINK');
    expect((await passOn(app, await actorFor(app, 'hr'), { surveyId: 'pulse-2', department: 'amber' })).ok).toBe(true);
    const sheets = sheetsOf(await bytesOf('xlsx'));
    expect(sheets.find(({ name }) => name === 'Texts as they were passed on')!.texts).toEqual(expect.arrayContaining([evil, '-2 rota', 'rota _x005F_x0041_ rota']));
    expect(sheets.reduce((sum, { formulas }) => sum + formulas, 0)).toBe(0);
    const cells = csvCells(await textOf('csv')).filter(({ table }) => table === 'comments').map(({ text }) => text);
    expect(cells).toEqual(expect.arrayContaining([`'${evil}`, "'-2 rota", "'@rota"]));
    // A head of a part does not read the company's words in the own report.
    expect(JSON.stringify(await documentFor('north-1', 'north'))).not.toContain('HYPERLINK');
  });

  test('carry no words that are told for more departments together, whoever asks', async () => {
    const [id, those] = ['parts', { north: 12, south: 6, 'key-accounts': 9, operations: 14, finance: 6 }];
    const parts = aClosedSurvey({ id, closed: '2026-03-20', tree, people: those, seed: 4, wordsFor: 'heads', texts: Array.from({ length: 12 }, (_, at) => ({ row: at * 3, text: `rota ${at}` })) });
    app = await testApp();
    await aSmallCompany(app);
    await publishWaves(app, [parts]);
    const read = async (department: string) => {
      const written = await writeReport(app, await actorFor(app, 'hr'), { surveyId: id, department, language: 'en' });
      return written.ok && JSON.stringify(written.value.document);
    };
    for (const department of ['south', 'sales']) expect(await passOn(app, await actorFor(app, 'hr'), { surveyId: id, department })).toMatchObject({ ok: true });
    expect(await read('south')).toContain('"about":"South"');
    expect(await read('south')).not.toContain('rota');
    expect(await read('sales')).toContain('rota 5');
  });

  test('begin with the mark on wish alone', async () => {
    expect((await textOf('csv')).charCodeAt(0)).not.toBe(0xfeff);
    expect((await textOf('csv', 'hr', '?mark=1')).charCodeAt(0)).toBe(0xfeff);
  });

  test('have a sheet for each table, and first one that says what each column is', async () => {
    const document = await documentFor('hr', null);
    const [about, ...sheets] = sheetsOf(await bytesOf('xlsx'));
    expect(sheets.map(({ name }) => name)).toHaveLength(tablesOf(document).length);
    for (const { columns } of tablesOf(document)) for (const { head, about: what } of columns) expect(about!.texts).toEqual(expect.arrayContaining([head, what]));
    expect(sheets.find(({ name }) => name === 'Areas')!.texts).toEqual(expect.arrayContaining(['n', 'Interval from', 'Interval to']));
  });
});

describe('numbers', () => {
  test('every number of the page, the workbook, the CSV and the JSON stands in the report', async () => {
    await passOn(app, await actorFor(app, 'hr'), { surveyId: 'pulse-2', department: 'amber' });
    for (const department of ['amber', 'north']) {
      const document = await documentFor('hr', department);
      const values = new Set(tablesOf(document).flatMap(({ rows }) => rows.flat().flatMap(({ value }) => value ?? [])));
      const said = numbersOf(document);
      const query = `?department=${department}`;
      const sheets = sheetsOf(await bytesOf('xlsx', 'hr', query)).flatMap(({ numbers }) => numbers);
      const cells = csvCells(await textOf('csv', 'hr', query)).flatMap(({ value }) => value ?? []);
      const { tables } = JSON.parse(await textOf('json', 'hr', query)) as { tables: ReturnType<typeof tablesOf> };
      const coded = tables.flatMap(({ rows }) => rows.flat().flatMap(({ value }) => value ?? []));
      for (const numbers of [sheets, cells, coded]) expect(numbers.filter((number) => !values.has(number))).toEqual([]);
      expect([sheets.length, cells.length]).toEqual([coded.length, coded.length]);
      expect(coded.length).toBeGreaterThan(150);
      const page = numbersInText(drawn(document));
      expect(page.length).toBeGreaterThan(200);
      expect(page.filter((number) => !said.has(number))).toEqual([]);
    }
  });

  test('of questions are those of the release, counted again', async () => {
    const { release } = waves[1]!;
    const all = ['amber', 'north', 'operations'];
    let found = 0;
    for (const department of all) {
      const rows = csvCells(await textOf('csv', 'hr', `?department=${department}`)).filter(({ table }) => table === 'questions');
      const values = (column: string) => rows.filter((cell) => cell.column === column);
      const known = Object.values(release.items).flatMap((item) => {
        const shown = item.kind === 'scale' ? release.partitions[item.partition]!.departments.find(({ id }) => id === department) : null;
        const atoms = department === 'amber' ? release.partitions[item.partition]!.atoms.map(({ id }) => id) : shown?.atoms;
        if (item.kind !== 'scale' || !atoms) return [];
        const sum = Array.from({ length: item.points }, (_, point) => atoms.reduce((people, atom) => people + (item.cells[atom]?.[point] ?? 0), 0));
        const counts = item.reverse ? sum.toReversed() : sum;
        const n = counts.reduce((one, other) => one + other, 0);
        const index = whole(counts.reduce((total, count, point) => total + (count * point * 100) / (item.points - 1), 0) / n);
        return [`${n} ${index}`];
      });
      const told = values('people').map(({ row, value }) => `${value} ${values('index').find((cell) => cell.row === row)?.value}`);
      const recommend = told.filter((one) => !known.includes(one));
      // The recommendation is no scale; everything else is found.
      expect(recommend.length).toBeLessThanOrEqual(1);
      found += told.length - recommend.length;
    }
    expect(found).toBeGreaterThan(15);
  });

  test('of points, lines and counts are those of the releases, counted again', async () => {
    const sumOf = ({ release }: Closed, id: string, department: string): number[] | null => {
      const item = release.items[id];
      if (item?.kind !== 'scale') return null;
      const partition = release.partitions[item.partition]!;
      const atoms = department === 'amber' ? partition.atoms.map((atom) => atom.id) : partition.departments.find((one) => one.id === department)?.atoms;
      return atoms ? Array.from({ length: item.points }, (_, point) => atoms.reduce((people, atom) => people + (item.cells[atom]?.[point] ?? 0), 0)) : null;
    };
    let found = 0;
    for (const department of ['amber', 'north', 'operations']) {
      const cells = csvCells(await textOf('csv', 'hr', `?department=${department}`));
      const rowsOf = (table: string) => [...groupedBy(cells.filter((cell) => cell.table === table), ({ row }) => String(row)).values()].map((row) => Object.fromEntries(row.map(({ column, value, text }) => [column, value ?? text])));
      const last = waves[1]!;
      for (const [question, points] of groupedBy(rowsOf('points'), (row) => String(row['question']))) {
        const id = last.questions.find(({ text }) => text['en'] === question)!.id;
        const told = points.map(({ people: n }) => n);
        const counted = sumOf(last, id, department);
        // A table shows the points from high to low or as they were asked; which people stand where is the same either way.
        expect([counted, counted?.toReversed()], `${department} ${id}`).toContainEqual(told);
        found += told.length;
      }
      const overall = rowsOf('lines').filter(({ area }) => last.questions.some(({ id, text }) => text['en'] === area && last.release.items[id]?.kind === 'scale'));
      for (const line of overall) {
        const { id } = last.questions.find(({ text }) => text['en'] === line['area'])!;
        const wave = waves.find(({ release }) => release.survey.closed === line['day'])!;
        const counts = sumOf(wave, id, department)!;
        const n = counts.reduce((one, other) => one + other, 0);
        expect([line['people'], line['index']], String(line['day'])).toEqual([n, whole(counts.reduce((total, count, point) => total + (count * point * 100) / (counts.length - 1), 0) / n)]);
        found += 1;
      }
      const { counts, partitions } = last.release;
      const atoms = Object.values(partitions).map((one) => one.atoms.length);
      for (const { number } of rowsOf('counts').filter(({ counted }) => !/least|fewest|smallest/i.test(String(counted)))) expect([...Object.values(counts), ...atoms]).toContain(number);
    }
    expect(found).toBeGreaterThan(20);
  });

  test('are whole where the pages round them', async () => {
    for (const department of ['amber', 'north']) {
      for (const { id, columns, rows } of tablesOf(await documentFor('hr', department))) {
        for (const [place, { kind }] of columns.entries()) if (kind !== 'number') for (const row of rows) expect(Number.isInteger(row[place]?.value ?? 0), `${id} ${columns[place]!.id}`).toBe(true);
      }
    }
  });
});

function groupedBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** What a reader of the page sees. */
function drawn(document: ReportDocument): string {
  const html = renderToStaticMarkup(createElement(PageLanguage.Provider, { value: 'en' }, createElement(WrittenReport, { document })));
  return html.replace(/<[^>]*>/g, ' ').replace(/&#x27;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&');
}

test('the page is in the reader’s language, for a first survey too', async () => {
  expect((await documentFor('hr', null, 'zh-Hant')).cover.title).toBe('評估報告');
  const first = await writeReport(app, await actorFor(app, 'hr'), { surveyId: 'pulse-1', department: null, language: 'zh-Hans' });
  expect(first.ok && JSON.stringify(first.value.document)).toContain('第一次调查');
});

describe('on paper', () => {
  test('it is tagged, has bookmarks, a title and words for each figure, and embeds what it is written with', async () => {
    await passOn(app, await actorFor(app, 'hr'), { surveyId: 'pulse-2', department: 'amber' });
    const paper = await readPdf(await bytesOf('pdf'));
    expect(paper.title).toContain('Assessment report');
    expect(paper.language).toBe('en-GB');
    expect(paper.bookmarks).toEqual(expect.arrayContaining([expect.stringContaining('Summary'), expect.stringContaining('Appendix')]));
    expect([...paper.tags]).toEqual(expect.arrayContaining(['H1', 'P', 'Table', 'TH', 'TD', 'Figure']));
    expect(paper.silentFigures).toBe(0);
    expect(paper.fonts).toEqual(expect.arrayContaining(['NotoSans-Regular', 'NotoSans-Bold']));
    expect(paper.pages.join('')).toContain('食堂');
  });

  test('each script is written with its own glyphs', async () => {
    const made = async (language: 'zh-Hans' | 'zh-Hant') => (await readPdf(await printReport(app, await documentFor('hr', null, language)))).fonts.join();
    const [simplified, traditional] = await Promise.all([made('zh-Hans'), made('zh-Hant')]);
    expect(simplified).toContain('NotoSansHans');
    expect(simplified).not.toContain('NotoSansHant');
    expect(traditional).toContain('NotoSansHant');
    expect(traditional).not.toContain('NotoSansHans');
  });

  test('simplified words in a traditional report are written with the fonts that are brought along, not with those of the machine', async () => {
    const document = await documentFor('hr', null, 'zh-Hant');
    const { fonts, pages } = await readPdf(await printReport(app, { ...document, cover: { ...document.cover, about: '这边厂车间' } }));
    expect(pages[0]).toContain('这边厂车间');
    expect(fonts.filter((name) => !/^NotoSans(Hant|Hans)?-/.test(name))).toEqual([]);
    expect(fonts.join()).toContain('NotoSansHans');
  });

  test('every number on it stands in the report, page numbers and scales aside', async () => {
    const document = await documentFor('hr', null);
    const said = numbersOf(document);
    const paper = await readPdf(await bytesOf('pdf'));
    const scales = new Set([0, 25, 50, 75, 100]);
    // The second page is the list of contents; headings, figures and tables are numbered.
    const read = paper.pages.slice(2).join('\n').replace(/^(Figure|Table) \d+:?/gm, '').replace(/^\d+(\.\d+)*(?= ?[A-Z])/gm, '');
    const numbers = numbersInText(read);
    expect(numbers.length).toBeGreaterThan(200);
    expect(numbers.filter((number) => !said.has(number) && !scales.has(number))).toEqual([]);
  });

  test('what the typesetter would run in words of people is printed as it was written', async () => {
    const document = await documentFor('hr', null);
    const title = '#panic("read") $x$ *strong* // 300 ' + 'long '.repeat(60) + '🙂 שלום';
    const paper = await readPdf(await printReport(app, { ...document, cover: { ...document.cover, survey: title } }));
    expect(paper.pages[0]).toContain('#panic("read") $x$ *strong* //');
  });

  test('half a letter that somebody sent stops no paper', async () => {
    const document = await documentFor('hr', null);
    const paper = await readPdf(await printReport(app, { ...document, cover: { ...document.cover, about: 'Half \ud800 a pair \udc00, nothing \u0000\uffff' } }));
    expect(paper.pages[0]).toMatch(/Half +a pair +, nothing/);
  });
});

describe('the year', () => {
  test('is offered where two surveys of it have a number of the reader’s people, and told page and file alike', async () => {
    const seen = (await ask('report', 'hr', '?span=year')) as { year: string; span: string; document: ReportDocument };
    expect(seen).toMatchObject({ year: '2026', span: 'year', document: { cover: { title: 'Report of the year', year: '2026' } } });
    expect(((await ask('report', 'hr')) as { span: string }).span).toBe('survey');
    const [one, other] = await Promise.all([bytesOf('xlsx', 'hr', '?span=year'), bytesOf('xlsx', 'hr', '?span=year')]);
    expect(Buffer.from(one!).equals(Buffer.from(other!))).toBe(true);
    expect(sheetsOf(one!).map(({ name }) => name)).toEqual(expect.arrayContaining(['Surveys of the year', 'Weak points']));
    expect(((await ask('csv', 'north-1', '?span=year')) as Response).headers.get('content-disposition')).toMatch(/report-year-2026-en-[0-9a-f]{12}\.csv/);
    expect((await ask('csv', 'north-1', '?department=south&span=year')) as Response).toMatchObject({ status: 403 });
  });

  test('of one survey is refused, and tells of no survey in which the department had no number of its own', async () => {
    const alone = await writeReport(app, await actorFor(app, 'hr'), { surveyId: 'pulse-1', department: null, language: 'en', span: 'year' });
    expect(alone).toMatchObject({ ok: false, because: 'not-found' });
    const few = aClosedSurvey({ id: 'few', closed: '2026-03-20', tree, people: { ...people, south: 2 }, seed: 9 });
    app = await testApp();
    await aSmallCompany(app);
    await publishWaves(app, [waves[0]!, few, aClosedSurvey({ id: 'later', closed: '2026-04-20', tree, people, seed: 3 })]);
    const surveysIn = async (department: string) => {
      const written = await writeReport(app, await actorFor(app, 'hr'), { surveyId: 'later', department, language: 'en', span: 'year' });
      return written.ok && tablesOf(written.value.document).find(({ id }) => id === 'surveys-of-year')!.rows.length;
    };
    expect([await surveysIn('amber'), await surveysIn('south')]).toEqual([3, 2]);
  });
});

describe('whatever it is given', () => {
  const strange = ['long '.repeat(60).trim(), '🙂 Team 🚀 emoji', 'فريق المبيعات שלום', '=1+1', 'A/B: [C]*?'] as const;

  test('titles of three hundred characters, emoji and names from right to left come out as they went in', async () => {
    const named = tree.map((one, at) => ({ ...one, name: strange[at % strange.length]! }));
    const odd = aClosedSurvey({ id: 'odd', closed: '2026-05-20', tree: named, people, seed: 7 });
    app = await testApp();
    await aSmallCompany(app);
    await publishWaves(app, [odd]);
    const visitOdd = (kind: 'report' | 'xlsx' | 'csv' | 'json') => visit(app, files[kind] as never, '/results/odd/report', { as: 'hr', params: { id: 'odd' } });
    const told = await (async () => JSON.stringify(await visitOdd('report')))();
    for (const name of strange.slice(0, 3)) expect(told).toContain(JSON.stringify(name).slice(1, -1));
    const sheets = sheetsOf(new Uint8Array(await ((await visitOdd('xlsx')) as Response).arrayBuffer()));
    expect(sheets.reduce((sum, { formulas }) => sum + formulas, 0)).toBe(0);
    for (const { name } of sheets) expect(name.length).toBeLessThanOrEqual(31);
    expect(sheets.flatMap(({ texts: those }) => those).join()).toContain('فريق المبيعات שלום');
    const { tables } = JSON.parse(await ((await visitOdd('json')) as Response).text()) as { tables: unknown[] };
    expect(tables.length).toBeGreaterThan(5);
  });

  test('a newer release while files are made enters none of them: each is made from the one it names', async () => {
    // Within two rounds a file says the same of its age, whatever is asked later.
    app.setNow('2026-06-21T12:00:00Z');
    const { release } = (await documentFor('hr', null)).cover;
    const before = await textOf('json');
    const files3 = [textOf('json'), textOf('csv'), documentFor('hr', null)] as const;
    await publishWave(app, aClosedSurvey({ id: 'newer', closed: '2026-06-20', tree, people, seed: 8 }), { position: 2, previous: release });
    const [json2, csv2, document] = await Promise.all(files3);
    expect(json2).toBe(before);
    expect(await textOf('json')).toBe(before);
    expect(document.cover.release).toBe(release);
    expect(csvCells(csv2).length).toBeGreaterThan(100);
    expect((await textOf('csv')).split('\r\n').slice(1, -1).every((line) => line.startsWith(release))).toBe(true);
  });

  test('making a file writes nothing to the disk', async () => {
    const seenIn = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();
    const before = [seenIn(app.config.dataFolder), readdirSync(tmpdir()).filter((name) => /typst/i.test(name))];
    for (const kind of ['pdf', 'xlsx', 'csv', 'json'] as const) await bytesOf(kind);
    expect([seenIn(app.config.dataFolder), readdirSync(tmpdir()).filter((name) => /typst/i.test(name))]).toEqual(before);
  });
});

describe('a PDF that takes its time', () => {
  const paperOf = (work: string, query = '') => visit(app, paper as never, `/results/pulse-2/paper?work=${work}${query}`, { as: 'hr', params }) as unknown as Promise<{ standing: { state: string; before?: number } }>;

  test('is one work for everybody who asks, says how many come before it, and is there afterwards', async () => {
    const document = await documentFor('hr', null);
    const other = { ...document, cover: { ...document.cover, about: 'Another' } };
    const [first, again, second] = await Promise.all([printSoon(app, document, 0), printSoon(app, document, 0), printSoon(app, other, 0)]);
    expect(first).toBe(again);
    expect(second).not.toBe(first);
    expect((await paperOf(String(first))).standing).toEqual({ state: 'under-way', before: 0 });
    expect((await paperOf(String(second))).standing).toEqual({ state: 'under-way', before: 1 });
    const [made, same] = await Promise.all([printReport(app, document), printReport(app, document)]);
    expect(same).toBe(made);
    expect((await paperOf(String(first))).standing.state).toBe('over');
    await printReport(app, other);
  });

  test('that fails says so once, and is tried again by whoever asks again', async () => {
    const document = await documentFor('hr', null);
    const broken = { ...document, sections: [{ id: 'a', heading: 'A', sections: [], blocks: [{ kind: 'chart', shape: 'none' } as never] }] };
    const work = await printSoon(app, broken, 0);
    await expect(printReport(app, broken)).rejects.toThrow('could not be set');
    expect((await paperOf(String(work))).standing.state).toBe('failed');
    expect((await paperOf(String(work))).standing.state).toBe('over');
    await expect(printReport(app, broken)).rejects.toThrow('could not be set');
  });

  test('its page is for who may read the report', async () => {
    for (const [as, status] of [['operations-1', 403], ['north-1', 404]] as const) expect(await visit(app, paper as never, '/results/pulse-2/paper?department=south&work=x', { as, params })).toMatchObject({ status });
  });
});
