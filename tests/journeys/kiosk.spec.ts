// A screen in the canteen: a code by touch, an answer, and nothing left for whoever comes next.
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/support/accessible.ts';
import { test, type Journey } from '#tests/support/ballot-journey.ts';
import { eachQuestion } from '#tests/support/each-question.ts';

test.use({ hasTouch: true, viewport: { width: 1024, height: 600 } });

const code = '7K2M9QXB4TDC';
const field = (page: Page) => page.locator('#code');

async function tapCode(page: Page, signs = code): Promise<void> {
  for (const sign of signs) await page.locator(`.keys button[value="${sign}"]`).tap();
}

async function openBallot(page: Page, journey: Journey): Promise<void> {
  await page.goto(`${journey.server.origin}/kiosk`);
  await tapCode(page);
  await expect(field(page)).toHaveValue('7K2M-9QXB-4TDC');
  await page.getByRole('button', { name: 'Open the answer sheet' }).tap();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
}

/** The device as the next person finds it. */
async function expectNothingLeft(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/kiosk$/);
  await expect(field(page)).toHaveValue('');
  const left = await page.evaluate(async () => [window.name, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, document.referrer]);
  expect(left).toEqual(['', 0, 0, 0, 0, '']);
  expect(await page.context().cookies()).toEqual([]);
}

test('by touch at 1024 × 600: every key is on the screen and large, and a wrong code is told on the same page', async ({ page, begin }) => {
  const journey = await begin();
  await page.goto(`${journey.server.origin}/kiosk`);
  await expectAccessible(page);
  const boxes = await page.locator('.keys button').evaluateAll((keys) => keys.map((key) => key.getBoundingClientRect()).map(({ width, height, right, bottom }) => ({ width, height, right, bottom })));
  expect(boxes).toHaveLength(33);
  for (const { width, height, right, bottom } of boxes) {
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(56);
    expect(right <= 1024 && bottom <= 600).toBe(true);
  }
  const open = page.getByRole('button', { name: 'Open the answer sheet' });
  expect((await open.boundingBox())!.y + (await open.boundingBox())!.height).toBeLessThanOrEqual(600);
  const before = await page.evaluate(() => history.length);
  await tapCode(page, '7K2');
  await page.getByRole('button', { name: 'Delete the last character' }).tap();
  await expect(field(page)).toHaveValue('7K');
  await open.tap();
  await expect(page.getByRole('alert')).toContainText('This code opens no answer sheet');
  await expectAccessible(page);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.getByRole('link', { name: '简体中文' }).tap();
  await expect(page.getByRole('button', { name: '删除最后一个字符' })).toBeVisible();
});

test('after the receipt it begins anew by itself, and back leads to nobody', async ({ page, begin }) => {
  await page.clock.install();
  const journey = await begin();
  await openBallot(page, journey);
  await page.getByRole('button', { name: 'Start', exact: true }).tap();
  const answer = async () => {
    const choice = page.locator('.choice').filter({ has: page.getByText('Satisfied', { exact: true }) });
    if (await choice.count()) await choice.tap();
  };
  await eachQuestion(page, { answer, press: (button) => button.tap() });
  await page.locator('.primary[aria-disabled=false]').tap();
  await expect(page.locator('.receipt')).toBeVisible();
  await page.clock.runFor(12_000);
  await expect(page.getByRole('alert')).toContainText('Are you still there?');
  await expectAccessible(page);
  await page.clock.runFor(20_000);
  await expectNothingLeft(page);
  expect(await journey.server.opened()).toHaveLength(1);
  // Wherever «back» leads, nobody's answers or receipt are there.
  await page.goBack();
  await expect(page.locator('.receipt, progress')).toHaveCount(0);
  await expect(page).toHaveURL(/\/kiosk$/);
});

test('a minute without a touch clears the answers, after a warning that a touch ends', async ({ page, begin }) => {
  await page.clock.install();
  const journey = await begin();
  await openBallot(page, journey);
  await page.getByRole('button', { name: 'Start', exact: true }).tap();
  await page.locator('.choice').filter({ has: page.getByText('Satisfied', { exact: true }) }).tap();
  await page.clock.runFor(38_000);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.clock.runFor(4_000);
  await expect(page.getByRole('alert')).toContainText('Are you still there?');
  await page.getByRole('alert').tap();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.clock.runFor(38_000);
  await expect(page.locator('progress')).toBeVisible();
  await page.clock.runFor(24_000);
  await expectNothingLeft(page);
  expect(await journey.server.opened()).toEqual([]);
});

test('a code that was typed and left is cleared too, and the screen speaks its first language again', async ({ page, begin }) => {
  await page.clock.install();
  const journey = await begin();
  await page.goto(`${journey.server.origin}/kiosk?lang=zh-Hant`);
  await tapCode(page, '7K2M');
  await page.clock.runFor(45_000);
  await expect(page.locator('#idle')).toBeVisible();
  await page.clock.runFor(20_000);
  await expectNothingLeft(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
