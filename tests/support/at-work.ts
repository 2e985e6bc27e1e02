// What a journey waits for before it presses something that only a script answers.
import type { Page } from '@playwright/test';

/** Once the script of the portal's page has taken over: a page is loaded before, and a key or a choice would lead to nothing. */
export async function atWork(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document).some((name) => name.startsWith('__reactContainer$')));
}

/** Once a form with much to type keeps what is sent and does not arrive, and what it kept before stands in it again. */
export async function keepsWhatIsTyped(page: Page): Promise<void> {
  await page.locator('[data-keeps]').first().waitFor({ state: 'attached' });
}
