// A language that is read from right to left and has half of its sentences: each line runs as it is written.
import { expect, test, type Page } from '@playwright/test';
import { ballotBuild } from '#app/ballot/build/documents.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { tongueDocument } from '#app/text/tongue/tongue-document.ts';
import { arabic } from '#tests/support/arabic.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { ballotServer, cookieOf } from '#tests/support/ballot-server.ts';
import { sealedSurvey, type Person } from '#tests/support/ballot-survey.ts';

/** Where the last character of an element's text stands, seen from the one before it: 1 to the right, -1 to the left. */
const endOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).first().evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text: Node | null = null;
    for (let next = walker.nextNode(); next; next = walker.nextNode()) text = next;
    const length = text!.textContent!.length;
    const left = (at: number) => {
      const range = document.createRange();
      range.setStart(text!, at);
      range.setEnd(text!, at + 1);
      return range.getBoundingClientRect().left;
    };
    return Math.sign(left(length - 1) - left(length - 2));
  });

test('in Arabic a sentence that is read in English ends at its own end, and an Arabic one at its own', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { documents, bare } = await ballotBuild();
  const own = tongueDocument({ tongue: 'ar', said: new Map(Object.entries(arabic)) }, bare);
  const pages = { en: documents[0]!.sha256, ar: own.sha256 } as unknown as Manifest['pages'];
  const survey = await sealedSurvey({ pages, change: (manifest) => ({ ...manifest, languages: ['en', 'ar'], pages }) });
  const server = await ballotServer({ survey, pages: new Map([...documents, own].map(({ sha256, html }) => [sha256, html])) });
  try {
    const [name = '', value = ''] = cookieOf(survey.people[0] as Person).split('=');
    await page.context().addCookies([{ name, value, url: server.origin }]);
    await page.goto(`${server.origin}/ballot/${own.sha256}#${survey.hash}`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    // «How are pay, … for you right now?», and the promise, which the file says.
    await expect(page.locator('main .lead')).toContainText('right now?');
    expect(await endOf(page, 'main .lead')).toBe(1);
    await expect(page.locator('.card p').first()).toContainText('لا يمكن');
    expect(await endOf(page, '.card p')).toBe(-1);
    await page.locator('.bar .primary').click();
    await expect(page.locator('h1')).toContainText('how satisfied');
    expect(await endOf(page, 'h1')).toBe(1);
    // What is marked stands where the reader begins.
    const [mark, words] = [await page.locator('.choice input').first().boundingBox(), await page.locator('.choice').first().boundingBox()];
    expect(mark!.x).toBeGreaterThan(words!.x + words!.width / 2);
    await expectAccessible(page);
  } finally {
    await server.stop();
  }
});
