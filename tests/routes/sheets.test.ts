// Sheets of paper from the portal: the talk and the notice board. What is printed is what their pages show, and who may read the page may
// print it.
import { describe, expect, test } from 'vitest';
import { loader as notices } from '#app/routes/notices.tsx';
import { loader as noticesPdf } from '#app/routes/notices[.]pdf.tsx';
import { loader as talk } from '#app/routes/plans.talk.tsx';
import { loader as talkPdf } from '#app/routes/plans.talk[.]pdf.tsx';
import { commitPlan, startPlan } from '#app/services/plans.server.ts';
import { testApp, type TestApp } from '#tests/support/app.ts';
import { aSmallCompany } from '#tests/support/people.ts';
import { aPlanningApp, head, wished } from '#tests/support/planning.ts';
import { readPdf, type ReadPdf } from '#tests/support/read-pdf.ts';
import { numbersInText, numbersOf } from '#tests/support/report-parts.ts';
import { visit } from '#tests/support/visit.ts';

type Loader = (args: never) => Promise<unknown>;
const pages = { talk, notices } as const;
const papers = { talk: talkPdf, notices: noticesPdf } as const;
type Kind = keyof typeof papers;
const kinds = Object.keys(papers) as Kind[];

const ask = (app: TestApp, loader: unknown, as: string, department: string, language = 'en') => visit(app, loader as Loader, `/x?department=${department}`, { as, language });
async function paperOf(app: TestApp, kind: Kind, department = 'north', language = 'en'): Promise<ReadPdf> {
  return readPdf(new Uint8Array(await ((await ask(app, papers[kind], 'hr', department, language)) as Response).arrayBuffer()));
}

/** With a plan that was told, so that there is something to hang up. */
async function aLivelyApp(): Promise<TestApp> {
  const app = await aPlanningApp();
  const { value } = (await startPlan(app, await head(app), wished())) as { value: { planId: string } };
  await commitPlan(app, await head(app), value.planId);
  return app;
}

describe.each(kinds)('the sheet of %s', (kind) => {
  test('is for whoever reads its page, and for nobody else', async () => {
    const app = await aLivelyApp();
    for (const as of ['north-1', 'operations-1', 'hr', 'admin']) {
      for (const department of ['north', 'amber', 'south', 'operations', 'nowhere']) {
        const page = await ask(app, pages[kind], as, department);
        const paper = (await ask(app, papers[kind], as, department)) as Response;
        expect([200, page instanceof Response ? page.status : 200], `${as} ${department}`).toContain(paper.status);
      }
    }
    expect(((await ask(app, papers[kind], 'north-1', 'operations')) as Response).status).toBe(403);
  });

  test.each([['zh-Hans', 'NotoSansHans'], ['zh-Hant', 'NotoSansHant']])('has letters of its own in %s', async (language, font) => {
    const app = await aLivelyApp();
    const { fonts, pages: printed, language: said } = await paperOf(app, kind, 'north', language);
    expect(fonts.join(' ').replaceAll('-', '')).toContain(font);
    expect(said).toBe(language === 'zh-Hans' ? 'zh-CN' : 'zh-TW');
    expect(printed.join('')).toMatch(/[一-鿿]/);
  });

  test('is the same bytes twice, and not there before there is anything', async () => {
    const app = await aLivelyApp();
    const bytes = async () => Buffer.from(await ((await ask(app, papers[kind], 'hr', 'north')) as Response).arrayBuffer());
    expect((await bytes()).equals(await bytes())).toBe(true);
    const empty = await testApp();
    await aSmallCompany(empty);
    expect(((await ask(empty, papers[kind], 'hr', 'north')) as Response).status).toBe(404);
  });
});

test('the talk fits one page in every language, with room to write', async () => {
  const app = await aLivelyApp();
  for (const language of ['en', 'zh-Hans', 'zh-Hant']) expect((await paperOf(app, 'talk', 'north', language)).pages.length, language).toBe(1);
});

test.each(kinds)('the sheet of %s has no number that its page has not, and is tagged', async (kind) => {
  const app = await aLivelyApp();
  const shown = numbersOf(await ask(app, pages[kind], 'hr', 'north'));
  const { pages: printed, tags, title } = await paperOf(app, kind);
  // How long each part of a talk takes.
  const minutes = kind === 'talk' ? [2, 3, 8, 12] : [];
  const numbers = printed.flatMap(numbersInText);
  expect(numbers.length).toBeGreaterThan(kind === 'talk' ? 15 : 5);
  // A day is a number of its page in another order.
  const days = new Set([...JSON.stringify(await ask(app, pages[kind], 'hr', 'north')).matchAll(/\b(\d{4})-(\d\d)-(\d\d)\b/g)].flatMap(([, ...parts]) => parts.map(Number)));
  expect(numbers.filter((number) => !shown.has(number) && !minutes.includes(number) && !days.has(number))).toEqual([]);
  expect([...tags]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI']));
  expect(title).toContain('North');
});
