// The start pages and the board in a browser: accessible for each kind of person, on a phone, by keyboard and without JavaScript.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import '#app/text/all.server.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork } from '#tests/support/at-work.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { livedInCompany } from '#tests/support/lived-in-company.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 800 } });

let folder: string;
let portal: BuiltServer;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'murmur-homes-'));
  const app = await openApp(readConfig({ dataFolder: folder }, { MURMUR_TZ: 'UTC' }));
  await livedInCompany(app);
  await app.data.close();
  portal = await startBuilt(folder, await freePort());
});

test.afterAll(async () => {
  await portal.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function openAs(page: Page, person: string, path = '/'): Promise<void> {
  await page.context().addCookies([{ name: 'murmur_session', value: `home-${person}`, url: portal.url }]);
  await page.goto(portal.url + path);
}

const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

for (const [person, part] of [['north-2', 'Due from you'], ['north-1', 'North: what your people need most'], ['hr', 'Next in the cycle'], ['admin', 'Set-up']] as const) {
  test(`${person} finds «${part}» first, on a wide screen in two columns and on a phone in one`, async ({ page }) => {
    await openAs(page, person);
    await expect(page.getByRole('heading', { name: part })).toBeVisible();
    await expectAccessible(page);
    const columns = page.locator('.home-column');
    const [left, right] = [(await columns.first().boundingBox())!, (await columns.last().boundingBox())!];
    expect(right.x).toBeGreaterThan(left.x + left.width / 2);
    await page.setViewportSize({ width: 320, height: 700 });
    await expect.poll(async () => (await columns.last().boundingBox())!.x).toBeLessThan(40);
    await expect.poll(() => overflows(page)).toBe(false);
  });
}

test('the board says what it shows to those who cannot see it', async ({ page }) => {
  await openAs(page, 'hr', '/plans/board');
  await expectAccessible(page);
});

test('HR narrows the board by keyboard, and its table scrolls by itself on a phone @nojs', async ({ page }) => {
  await openAs(page, 'hr', '/plans/board');
  await page.getByLabel('Find a department').fill('north');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/find=north/);
  await expect(page.locator('.board tbody tr')).toHaveCount(1);
  await page.getByRole('link', { name: /Under way/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/stage=under-way/);
  await expect(page.getByText('Nobody has decided yet which tasks may stop')).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  await expect.poll(() => overflows(page)).toBe(false);
});

test('a head who chooses another department keeps the focus and reads where it stands', async ({ page }) => {
  await openAs(page, 'south-1', '/team');
  await atWork(page);
  const select = page.getByLabel('Department');
  await select.focus();
  await select.selectOption({ label: 'North' });
  await expect(page.getByRole('list', { name: 'Where North stands' })).toBeVisible();
  await expect(select).toBeFocused();
  await expectAccessible(page);
});

test('the calendar file and the table of plans are files', async ({ page }) => {
  await openAs(page, 'north-2');
  const calendar = await page.request.get(`${portal.url}/plans/calendar.ics`);
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await calendar.text()).toContain('SUMMARY:Step: List what we do');
  expect((await page.request.get(`${portal.url}/plans/plans.csv`)).status()).toBe(403);
  await openAs(page, 'hr');
  const table = await page.request.get(`${portal.url}/plans/plans.csv`);
  expect(table.headers()['content-disposition']).toBe('attachment; filename="plans.csv"');
});
