// The map of a company of a thousand departments: by keyboard, without JavaScript, on paper, and for those who cannot see it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { prepareWaves } from '#tests/bench/results.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork } from '#tests/support/at-work.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 800 } });

let folder: string;
let portal: BuiltServer;
const survey = 'wave-1';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'murmur-map-'));
  await prepareWaves(folder, 6_930, 2, 99);
  portal = await startBuilt(folder, await freePort());
});

test.afterAll(async () => {
  await portal.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page, path: string): Promise<void> {
  await page.context().addCookies([{ name: 'murmur_session', value: 'bench', url: portal.url }]);
  await page.goto(`${portal.url}/results/${survey}/${path}`);
}

test('the overview and the map of a thousand departments are at most 300 kB @nojs', async ({ page }) => {
  test.setTimeout(120_000);
  await page.context().addCookies([{ name: 'murmur_session', value: 'bench', url: portal.url }]);
  for (const path of ['full', 'map', 'map?sort=look', 'map?dimension=pay&sort=name']) {
    const reply = await page.request.get(`${portal.url}/results/${survey}/${path}`);
    expect((await reply.body()).byteLength, path).toBeLessThanOrEqual(300_000);
  }
});

test('head and first column stay, and the arrow keys go from cell to cell and read what each says', async ({ page }) => {
  await open(page, 'map?sort=name');
  await expectAccessible(page);
  const cells = page.locator('.map tbody tr').nth(1).locator('td');
  await atWork(page);
  await page.locator('.map td[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(cells.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cells.nth(1)).toBeFocused();
  const says = cells.nth(1).locator('.more');
  expect(await says.innerText()).toMatch(/^n\s=\s\d+\s·\s/);
  await expect.poll(async () => (await says.boundingBox())!.width).toBeGreaterThan(60);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await says.boundingBox())!.width).toBeLessThan(5);
  await page.keyboard.press('End');
  await expect(cells.last()).toBeFocused();
  for (let down = 0; down < 30; down += 1) await page.keyboard.press('ArrowDown');
  const apart = async () => {
    const [frame, head] = [(await page.locator('.map-frame').boundingBox())!, (await page.locator('.map thead th').first().boundingBox())!];
    return Math.max(Math.abs(head.y - frame.y), Math.abs(head.x - frame.x));
  };
  await expect.poll(apart).toBeLessThanOrEqual(2);
  await expect(page.locator('.map td[tabindex="0"]')).toHaveCount(1);
});

test('order, search, folding and what stands beside are links and fields @nojs', async ({ page }) => {
  await open(page, 'map');
  const rows = page.locator('.map tbody tr');
  await expect(rows).toHaveCount(11);
  await page.getByRole('link', { name: 'show the 99 below Division 3' }).click();
  await expect(page.getByRole('rowheader', { name: 'Team 3.7', exact: false }).first()).toBeVisible();
  await page.getByRole('columnheader', { name: 'Pay' }).getByRole('link').click();
  await expect(page.getByRole('columnheader', { name: 'Pay' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByLabel('Find a department').fill('team 7.1');
  await page.getByRole('button', { name: 'Show' }).last().click();
  await expect(rows).toHaveCount(12);
  await page.getByLabel('Find a department').fill('nobody');
  await page.getByRole('button', { name: 'Show' }).last().click();
  await expect(page.getByText('No department is called “nobody”.')).toBeVisible();
  await open(page, 'map?department=division-2&beside=division-5');
  await expect(page.getByRole('heading', { name: 'Division 2 beside Division 5' })).toBeVisible();
  await expect(page.locator('.map thead th')).toHaveCount(4);
});

test('choosing what stands beside needs no button', async ({ page }) => {
  await open(page, 'map?department=division-2');
  await atWork(page);
  await page.getByLabel('Beside').selectOption({ value: 'division-5' });
  await expect(page.getByRole('heading', { name: 'Division 2 beside Division 5' })).toBeVisible();
  await expectAccessible(page);
});

test('the overview stands in one screen, and its contents stay and tell where one is', async ({ page }) => {
  await open(page, 'full');
  await expectAccessible(page);
  for (const part of [page.getByText('Overall satisfaction').first(), page.getByRole('heading', { name: 'What stands out' }), page.locator('.map tbody tr').nth(2)]) await expect(part).toBeInViewport();
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'What to take up first' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What to take up first' })).toBeInViewport();
  await expect(contents).toBeInViewport();
  await expect(contents.locator('[aria-current="location"]')).toHaveCount(1);
});

test('on paper the map begins on the first page and says everything', async ({ page }) => {
  await open(page, 'map?sort=name');
  await page.emulateMedia({ media: 'print' });
  await expect.poll(async () => (await page.locator('.map').boundingBox())!.y).toBeLessThan(600);
  await expect.poll(async () => (await page.locator('.map tbody td .more').nth(3).boundingBox())!.width).toBeGreaterThan(20);
  const broken = await page.evaluate(() => [...document.querySelectorAll('.map tr')].filter((row) => getComputedStyle(row).breakInside !== 'avoid').length);
  expect(broken).toBe(0);
  expect(await page.locator('.map thead').evaluate((head) => getComputedStyle(head).display)).toBe('table-header-group');
  const heads = page.locator('.map thead th');
  const cells = page.locator('.map tbody tr').nth(1).locator('th, td');
  for (let column = 0; column < (await heads.count()); column += 1) {
    const [head, cell] = [(await heads.nth(column).boundingBox())!, (await cells.nth(column).boundingBox())!];
    expect(Math.abs(head.x - cell.x)).toBeLessThanOrEqual(1);
    expect(Math.abs(head.width - cell.width)).toBeLessThanOrEqual(1);
  }
});

test('the report of a thousand departments and that of its year are for everybody', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of ['report', 'report?span=year', 'paper?work=none', 'board']) {
    await open(page, path);
    await expectAccessible(page);
  }
});

test('the report of a thousand departments and that of its year are at most 200 kB, and a PDF that is made is offered @nojs', async ({ page }) => {
  test.setTimeout(120_000);
  for (const span of ['survey', 'year']) {
    await open(page, `report?span=${span}`);
    expect((await (await page.request.get(page.url())).body()).byteLength, span).toBeLessThanOrEqual(200_000);
    await expect(page.getByRole('navigation', { name: 'What it is about' }).locator('[aria-current=page]')).toHaveText(span === 'year' ? 'The year 2024' : 'This survey');
  }
  await open(page, 'paper?work=none');
  await expect(page.getByRole('link', { name: 'Open the PDF' })).toHaveAttribute('href', `/results/${survey}/report.pdf?`);
});

test('a token for a program is made, copied and ended on its page', async ({ page }) => {
  await page.context().addCookies([{ name: 'murmur_session', value: 'bench', url: portal.url }]);
  await page.goto(`${portal.url}/privacy/machines`);
  await expectAccessible(page);
  await page.getByLabel('What it is for').fill('Dashboard');
  await page.getByRole('button', { name: 'Make token' }).click();
  await expect(page.getByRole('group', { name: 'What it may read' })).toContainText('Please fill this in');
  await page.getByLabel('Published surveys').check();
  await page.getByRole('button', { name: 'Make token' }).click();
  const secret = await page.locator('.notice code').innerText();
  await expectAccessible(page);
  const ask = () => page.request.get(`${portal.url}/api/v1/releases`, { headers: { authorization: `Bearer ${secret}` } });
  expect(((await (await ask()).json()) as { releases: unknown[] }).releases).toHaveLength(2);
  await page.reload();
  await expect(page.locator('main')).not.toContainText(secret);
  await page.goto(`${portal.url}/privacy/machines`);
  await page.getByRole('button', { name: 'End the token “Dashboard”' }).click();
  await expect(page.getByText('The token has ended')).toBeVisible();
  expect((await ask()).status()).toBe(401);
});
