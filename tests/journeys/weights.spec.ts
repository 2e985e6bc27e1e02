// What a page brings: as little as it shows. Weighed as it was built, packed; then visited, so that nothing is missing from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { languages, type Language } from '#app/domain/kernel/language.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { companyPortal, type CompanyPortal } from '#tests/support/many-blocks.ts';
import { builtFiles, pageWeights, sentenceFiles } from '#tests/support/page-weights.ts';

/** Bytes without the document: an employee's pages, signing in, and whatever those see who run things. */
const most: Readonly<Record<string, number>> = { _index: 114_000, feed: 117_000, 'results._index': 105_000, 'results.$id._index': 117_000, kept: 106_000, 'privacy._index': 108_000, 'surveys.past.$stage._index': 151_000, 'surveys.past.$stage.names': 148_000, 'sign-in._index': 12_000, 'sign-in.$token': 12_000 };
const mostElsewhere = 143_000;

test('no page weighs more than its budget', () => {
  const weights = pageWeights();
  expect(weights.length).toBeGreaterThan(45);
  expect(weights.map(({ route }) => route)).toEqual(expect.arrayContaining(Object.keys(most)));
  for (const { route, total } of weights) expect(total, route).toBeLessThanOrEqual(most[route] ?? mostElsewhere);
});

test('neither the reader of messages nor whole catalogues go to the browser', () => {
  const files = builtFiles().filter((name) => name.endsWith('.js'));
  const saying = (sentence: string) => files.filter((name) => readFileSync(join('build/client/assets', name), 'utf8').includes(sentence));
  expect(files.length).toBeGreaterThan(100);
  // A letter's sentence is on no page; the parser's own complaint, and that of single fetch.
  for (const sentence of ['letter.open.subject', 'invalid syntax at line', 'Unable to flatten']) expect(saying(sentence), sentence).toEqual([]);
});

test('a page brings the same sentences in every language', async () => {
  const names = builtFiles();
  const keysOf = async (route: string, language: Language) => {
    const [file] = sentenceFiles(names, route, language);
    return file ? Object.keys(((await import(join(process.cwd(), 'build/client', file))) as { default: object }).default) : [];
  };
  for (const route of ['root', ...pageWeights().map((page) => page.route)]) {
    const [english = [], ...others] = await Promise.all(languages.map((language) => keysOf(route, language)));
    for (const other of others) expect(other, route).toEqual(english);
    if (route === 'root') expect(english).toContain('nav.home');
  }
});

test.describe('visited', () => {
  let portal: CompanyPortal;
  test.beforeAll(async () => {
    test.setTimeout(240_000);
    portal = await companyPortal({ teams: 3, each: 12, signedIn: 2 }, async () => undefined);
  });
  test.afterAll(() => portal.stop());

  const runByHr = ['/surveys/own', '/surveys/own/new', '/surveys/proposals', '/surveys/programme', '/surveys/languages', '/surveys/languages/bring', '/surveys/languages/de', '/surveys/channel', '/surveys/bring', '/results/letterhead', '/privacy/papers', '/privacy/machines'];
  const pages = [...runByHr, '/', '/feed', '/propose', '/results', '/privacy', '/privacy/journal', '/privacy/check', '/privacy/settings', '/kept', '/plans', '/plans/figures', '/plans/promises', '/plans/inquiries', '/plans/secondary', '/plans/talk', '/surveys', '/surveys/services', '/surveys/services/lines', '/surveys/new', '/surveys/past', '/surveys/past/new', '/people', '/people/departments', '/people/letters', '/people/addresses', '/people/import', '/team', '/nowhere'];

  for (const language of languages) {
    test(`every page says all it has to say in ${language}, opened anew and come to`, async ({ browser }) => {
      test.setTimeout(240_000);
      const context = await browser.newContext({ locale: language });
      await context.addCookies([portal.session(0), { name: 'murmur_language', value: language, url: portal.url }]);
      const page = await context.newPage();
      const complaints: string[] = [];
      // A missing sentence is said on the console; so is a page that the browser draws otherwise than the server did.
      page.on('console', (message) => message.type() === 'error' && !/status of (403|404)/.test(message.text()) && complaints.push(`${page.url()} ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
      for (const path of pages) await page.goto(portal.url + path, { waitUntil: 'networkidle' });
      await page.goto(portal.url);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const way of ['/surveys', '/results', '/plans', '/feed', '/privacy', '/people']) {
        await page.locator(`.side nav a[href="${way}"]`).click();
        await page.waitForURL(portal.url + way);
        await page.waitForLoadState('networkidle');
        expect(await page.locator('main h1').innerText()).not.toMatch(/^[a-z]+(\.[a-z-]+)+$/);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`what HR runs the year with is accessible on a phone, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(240_000);
      const context = await browser.newContext({ locale: 'zh-CN', colorScheme, viewport: { width: 360, height: 740 } });
      await context.addCookies([portal.session(0), { name: 'murmur_language', value: 'zh-Hans', url: portal.url }]);
      const page = await context.newPage();
      for (const path of runByHr) {
        await page.goto(portal.url + path, { waitUntil: 'networkidle' });
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBe(0);
      }
      await context.close();
    });
  }

  test('signing in sends no script, and says what is wrong with an address', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await page.goto(`${portal.url}/sign-in`);
    await page.getByLabel('e-mail address').fill('north');
    await page.locator('main button').click();
    await expect(page.locator('.wrong')).toContainText('lin@example.org');
    await expect(page.getByLabel('e-mail address')).toBeFocused();
    await expect(page.getByLabel('e-mail address')).toHaveValue('north');
    await expect(page).toHaveTitle(/Error/);
    expect(scripts).toEqual([]);
    await context.close();
  });
});
