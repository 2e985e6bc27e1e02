// The programme in a browser: set up by keyboard and without scripts, read on a phone, with nothing that a screen reader would miss.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import '#app/text/all.server.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { openApp, type App } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { livedInCompany } from '#tests/support/lived-in-company.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 800 } });

let folder: string;
let portal: BuiltServer;
let first: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'murmur-programme-'));
  const app = await openApp(readConfig({ dataFolder: folder }, { MURMUR_TZ: 'UTC' }));
  await livedInCompany(app);
  await ownCanteen(app);
  first = addDays(app.today(), 90);
  await app.data.close();
  portal = await startBuilt(folder, await freePort());
});

test.afterAll(async () => {
  await portal.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** An own question that went through its checks, so that it can take turns. */
async function ownCanteen(app: App): Promise<void> {
  const same = (text: string) => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
  const own = await createOwn(app, { ...ownWishes('satisfaction'), text: same('How satisfied are you with the canteen?'), label: same('Canteen') });
  if (!own.ok) throw new Error(own.because);
  const decided = await decideGates(app, own.value.number, passing);
  if (!decided.ok) throw new Error(decided.because);
}

async function openAs(page: Page, person: string, path: string): Promise<void> {
  await page.context().addCookies([{ name: 'murmur_session', value: `home-${person}`, url: portal.url }]);
  await page.goto(portal.url + path);
}

const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function wholeWay(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await openAs(page, 'hr', '/surveys/programme');
  await page.getByRole('link', { name: 'Set up a programme' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('The first one opens from this day on').fill(first);
  await page.getByLabel('Blackout days').fill('some day');
  await page.getByRole('button', { name: 'Set the programme' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Line 1, “some day”, is no day').first()).toBeVisible();
  await expect(page.getByLabel('Blackout days')).toHaveValue('some day');
  await look(page);
  await page.getByLabel('Blackout days').fill('');
  await page.getByRole('button', { name: 'Set the programme' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The programme is set.')).toBeVisible();
  for (const heading of ['What a person sees each time', 'How it repeats', 'How it ends', 'The year to come']) await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await expect(page.getByRole('table', { name: /The surveys of the year to come/ }).getByRole('rowheader')).toHaveCount(5);
  await look(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expect.poll(() => overflows(page)).toBe(false);
  await look(page);
  await page.getByRole('button', { name: 'Pause' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'End the programme' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'End the programme' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The programme has ended.').first()).toBeVisible();
}

test('HR sets up a programme by keyboard, reads its year, pauses and ends it', async ({ page }) => {
  await wholeWay(page, expectAccessible);
});

test('the same without scripts @nojs', async ({ page }) => {
  await wholeWay(page, async () => undefined);
});

const canteen = 'How satisfied are you with the canteen?';

/** Sets a programme in which the own question takes turns, chooses whom it is asked of, is refused what reaches too few, and takes it back. */
async function routed(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await openAs(page, 'hr', '/surveys/programme/rule');
  await page.getByLabel('The first one opens from this day on').fill(first);
  await page.getByLabel(canteen).check();
  await page.getByRole('button', { name: 'Set the programme' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The programme is set.')).toBeVisible();
  await page.getByRole('link', { name: 'Who is asked what' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Who is asked what' })).toBeVisible();
  await expect(page.getByText('Chosen once and asked so in every survey')).toBeVisible();
  await look(page);
  await page.getByRole('link', { name: canteen }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: canteen })).toBeVisible();
  // Parts were meant, and none was ticked.
  await page.getByRole('radio', { name: /^Everybody/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Some departments only/ })).toBeChecked();
  await page.getByRole('button', { name: 'Keep' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No department is chosen for').first()).toBeVisible();
  await look(page);
  await page.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Keep' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Kept: “${canteen}”`)).toBeVisible();
  await look(page);
  expect(await overflows(page)).toBe(false);
  // Taken back: another programme would keep it.
  await page.getByRole('link', { name: canteen }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: canteen })).toBeVisible();
  await page.getByRole('radio', { name: /^Some departments only/ }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^Everybody/ })).toBeChecked();
  await page.getByRole('button', { name: 'Keep' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Kept: “${canteen}”`)).toBeVisible();
  await expect(page.getByText('Asked of everybody who is invited')).toBeVisible();
  await page.goto(`${portal.url}/surveys/programme`);
  await expect(page.getByRole('table', { name: /The surveys of the year to come/ }).getByText(canteen).first()).toBeVisible();
  await page.getByRole('button', { name: 'End the programme' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'End the programme' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The programme has ended.').first()).toBeVisible();
}

test('HR chooses by keyboard whom a question of the programme is asked of', async ({ page }) => {
  await routed(page, expectAccessible);
});

test('the same on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await routed(page, expectAccessible);
});

test('whom a question is asked of, without scripts @nojs', async ({ page }) => {
  await routed(page, async () => undefined);
});
