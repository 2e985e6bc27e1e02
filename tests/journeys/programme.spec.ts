// The programme in a browser: set up by keyboard and without scripts, read on a phone, with nothing that a screen reader would miss.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import '#app/text/all.server.ts';
import { addDays } from '#app/domain/kernel/day.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';
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
  first = addDays(app.today(), 90);
  await app.data.close();
  portal = await startBuilt(folder, await freePort());
});

test.afterAll(async () => {
  await portal.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

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
