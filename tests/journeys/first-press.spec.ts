// The first press counts: what is said of a field that is left by it waits until the press is over, or the button would move away under it.
import { expect, test } from '@playwright/test';
import { atWork } from '#tests/support/at-work.ts';
import { companyPortal, type CompanyPortal } from '#tests/support/many-blocks.ts';

let portal: CompanyPortal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await companyPortal({ teams: 4, each: 6, signedIn: 1 }, async () => undefined);
});

test.afterAll(() => portal.stop());

test('a press that leaves a wrong field is not lost', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'en', viewport: { width: 1280, height: 1000 } });
  await context.addCookies([portal.session(0)]);
  const page = await context.newPage();
  await page.goto('/propose');
  await atWork(page);
  const button = page.getByRole('button', { name: 'Send with my name' });
  await page.getByRole('textbox').first().focus();
  const { x, y } = (await button.boundingBox())!;
  await page.mouse.move(x + 20, y + 5);
  await page.mouse.down();
  // What the field says would come here, and did.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await page.mouse.up();
  await expect(page.getByRole('alert')).toBeVisible();
  await context.close();
});
