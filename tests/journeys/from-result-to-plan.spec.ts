// A head's way from the results to an agreed plan: by keyboard, on a phone, and without JavaScript.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { day } from '#app/domain/kernel/day.ts';
import { openData } from '#db/index.server.ts';
import { prepareWaves } from '#tests/bench/results.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork, keepsWhatIsTyped } from '#tests/support/at-work.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 800 } });

let folder: string;
let portal: BuiltServer;

/** Every team has a head, who may sign in. */
async function nameHeads(): Promise<void> {
  const data = await openData(join(folder, 'murmur.sqlite'));
  const departments = await data.departments.open();
  await data.departments.saveAll(departments.map((one) => (one.id.startsWith('team-') ? { ...one, headId: `${one.id}-3` } : one)));
  for (const { id } of departments.filter((one) => one.id.startsWith('team-')))
    await data.sessions.save({ tokenHash: createHash('sha256').update(id).digest('base64url'), personId: `${id}-3`, createdOn: day('2024-01-01'), expiresOn: day('2099-01-01') });
  await data.close();
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'murmur-to-plan-'));
  await prepareWaves(folder, 200, 1, 1);
  await nameHeads();
  portal = await startBuilt(folder, await freePort());
});

test.afterAll(async () => {
  await portal.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page, team: string): Promise<void> {
  await page.context().addCookies([{ name: 'murmur_session', value: team, url: portal.url }]);
  await page.goto(`${portal.url}/results/wave-0/full?department=${team}`);
}

/** What the device keeps of what did not arrive, as it lies there. */
const unsentOn = (page: Page) => page.evaluate(() => localStorage.getItem('murmur-unsent'));

const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('by keyboard: from the priorities to an agreed plan without a single entry, and the focus keeps its place', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'team-1-0');
  await atWork(page);
  await page.getByRole('link', { name: /^Make a plan for / }).first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^A plan for /);
  await expectAccessible(page);
  await page.getByRole('radio', { name: /People were led to expect/ }).press('Space');
  await expect(page.getByRole('textbox', { name: 'What do you promise?', exact: true })).toBeVisible();
  await page.getByRole('radio', { name: /It really is not good enough/ }).press('Space');
  await expect(page.getByRole('textbox', { name: 'What do you promise?', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Make the plan and agree it' }).press('Enter');
  const done = page.getByText('The plan is agreed and published.');
  await expect(page.locator('#done')).toBeFocused();
  await expect(done).toBeVisible();
  await expect(page).not.toHaveURL(/did=/);
  await expectAccessible(page);
  const doing = page.getByRole('button', { name: 'Doing' });
  await doing.press('Enter');
  await expect(page.getByText('Noted.')).toBeVisible();
  await expect(doing).toBeFocused();
  await expect(doing).toHaveAttribute('aria-pressed', 'true');
  await page.getByLabel('How is it going?').fill('We began');
  await page.getByRole('button', { name: 'Write it down' }).press('Enter');
  await expect(page.getByText('Your note is written down.')).toBeVisible();
  await expect(page.locator('#done')).toBeFocused();
  await page.reload();
  await expect(page.locator('#done')).toHaveCount(0);
});

test('an owner nobody is called comes back as it was typed, with the rest of the form', async ({ page }) => {
  await open(page, 'team-2-0');
  await page.getByRole('link', { name: /^Make a plan for / }).first().click();
  await page.getByRole('textbox', { name: 'In your own words', exact: true }).fill('A quiet hour\nOne list');
  await page.getByLabel('By whom').fill('Nobody at all');
  await page.getByRole('button', { name: 'Keep it as a draft' }).click();
  await expect(page.getByRole('alert')).toContainText('Choose somebody who works here');
  await expect(page.getByLabel('By whom')).toHaveValue('Nobody at all');
  await expect(page.getByRole('textbox', { name: 'In your own words', exact: true })).toHaveValue('A quiet hour\nOne list');
  await expectAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });

  test('nothing is wider than the screen, and the confirmation is in sight', async ({ page }) => {
    await open(page, 'team-3-0');
    await page.getByRole('link', { name: /^Make a plan for / }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^A plan for /);
    expect(await wide(page)).toBeLessThanOrEqual(0);
    await atWork(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Make the plan and agree it' }).click();
    await expect(page.locator('#done')).toBeInViewport();
    expect(await wide(page)).toBeLessThanOrEqual(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same way, and the browser is taken to the confirmation', async ({ page }) => {
    await open(page, 'team-4-0');
    await page.getByRole('link', { name: /^Make a plan for / }).first().click();
    await page.getByRole('button', { name: 'Make the plan and agree it' }).click();
    await expect(page).toHaveURL(/did=agreed#done$/);
    await page.getByRole('button', { name: 'Doing' }).click();
    await expect(page.locator('#done')).toHaveText('Noted.');
    await expect(page.locator('#done')).toBeInViewport();
  });
});

test('a session that ends while a plan is written keeps what was typed for its writer, and for nobody else on the device', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, 'team-2-0');
  const link = await page.getByRole('link', { name: /^Make a plan for / }).first().getAttribute('href');
  await page.goto(`${portal.url}${link}`);
  const title = page.getByLabel('Name of the plan').first();
  await expect(title).not.toHaveValue('');
  await keepsWhatIsTyped(page);
  await title.fill('Fewer things at once');
  await page.locator('#field-own').fill('One list for both shifts');
  await page.getByLabel('The words above are written in').selectOption('简体中文');
  await page.getByText('The plan in English').click();
  await page.locator('#field-title-en').fill('Fewer things, in English');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Keep it as a draft' }).click();
  await expect(page).toHaveURL(/sign-in\?to=/);
  const to = new URL(page.url()).searchParams.get('to')!;
  await expect.poll(() => unsentOn(page)).toMatch(/^\{"until"/);
  expect(await unsentOn(page)).not.toContain('Fewer');

  // Whoever uses the device next finds nothing, and takes nothing away.
  await page.context().addCookies([{ name: 'murmur_session', value: 'team-1-0', url: portal.url }]);
  await page.goto(`${portal.url}${link!.replace('team-2-0', 'team-1-0')}`);
  await keepsWhatIsTyped(page);
  await expect(title).not.toHaveValue('Fewer things at once');
  await page.context().addCookies([{ name: 'murmur_session', value: 'team-2-0', url: portal.url }]);
  await page.goto(`${portal.url}${to}`);
  await expect(page.getByText('What you typed stands here again')).toBeVisible();
  await expect(title).toHaveValue('Fewer things at once');
  await expect(page.locator('#field-own')).toHaveValue('One list for both shifts');
  await expect(page.getByLabel('The words above are written in')).toHaveValue('zh-Hans');
  await page.getByRole('button', { name: 'Keep it as a draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fewer things, in English' })).toBeVisible();
  await expect.poll(() => unsentOn(page)).toBeNull();
});

test('a connection that breaks while a plan is sent keeps what was typed', async ({ page }) => {
  await open(page, 'team-0-0');
  const link = await page.getByRole('link', { name: /^Make a plan for / }).first().getAttribute('href');
  await page.goto(`${portal.url}${link}`);
  await keepsWhatIsTyped(page);
  const title = page.getByLabel('Name of the plan').first();
  await title.fill('Fewer things at once');
  await page.route('**/plans/new**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Keep it as a draft' }).click();
  await expect(title).toBeHidden();
  await expect.poll(() => unsentOn(page)).not.toBeNull();
  await page.unroute('**/plans/new**');
  await page.reload();
  await expect(page.getByText('What you typed stands here again')).toBeVisible();
  await expect(title).toHaveValue('Fewer things at once');
  await page.getByRole('button', { name: 'Keep it as a draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fewer things at once' })).toBeVisible();
  await expect.poll(() => unsentOn(page)).toBeNull();
});
