// Parts of a company of many departments, found and ticked by keyboard alone: Enter searches where one searches, and makes no draft.
import { expect, test } from '@playwright/test';
import { expectAccessible } from '#tests/support/accessible.ts';
import { companyPortal, type CompanyPortal } from '#tests/support/many-blocks.ts';

let portal: CompanyPortal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await companyPortal({ teams: 60, each: 6, signedIn: 1 }, async () => undefined);
});

test.afterAll(() => portal.stop());

test('HR finds a part among sixty by keyboard and goes on to another without losing it', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: portal.url, locale: 'en', viewport: { width: 390, height: 844 } });
  await context.addCookies([portal.session(0)]);
  const page = await context.newPage();
  await page.goto('/surveys/new');
  await page.getByRole('radio', { name: /Parts of the company/ }).press('Space');
  const find = page.getByLabel('Find departments');
  await find.fill('Team 57');
  await find.press('Enter');
  await expect(page.getByText('“Team 57”')).toBeVisible();
  await expect(page).toHaveURL(/\/surveys\/new$/);
  await page.getByRole('checkbox', { name: /Team 57/ }).press('Space');
  await find.fill('Team 58');
  await find.press('Enter');
  await expect(page.getByText('“Team 58”')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Team 57/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create draft' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Where people are counted' })).toBeVisible();
  await context.close();
});

test('without a script Enter searches too, and makes a draft once there is nothing new to look for @nojs', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: portal.url, locale: 'en', javaScriptEnabled: false });
  await context.addCookies([portal.session(0)]);
  const page = await context.newPage();
  await page.goto('/surveys/new');
  await page.getByRole('radio', { name: /Parts of the company/ }).check();
  await page.getByText('Which parts').click();
  await page.getByLabel('Find departments').fill('Team 57');
  await page.getByLabel('Find departments').press('Enter');
  await expect(page.getByText('“Team 57”')).toBeVisible();
  await expect(page).toHaveURL(/\/surveys\/new$/);
  await page.getByRole('checkbox', { name: /Team 57/ }).check();
  await page.getByLabel('Title').first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Where people are counted' })).toBeVisible();
  await context.close();
});
