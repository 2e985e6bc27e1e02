// Through the questions of the ballot page one by one, never looking before a press has led to what it leads to.
import { expect, type Locator, type Page } from '@playwright/test';

interface Way {
  /** What is done with the question that stands there. */
  readonly answer: (page: Page) => Promise<void>;
  readonly press?: (button: Locator) => Promise<void>;
  /** Ends where this stands, before anything is done with it; without it the way ends at the record. */
  readonly until?: Locator;
}

export async function eachQuestion(page: Page, { answer, press = (button) => button.click(), until }: Way): Promise<void> {
  const progress = page.locator('progress');
  await expect(progress).toBeVisible();
  while ((await progress.count()) > 0 && (until === undefined || (await until.count()) === 0)) {
    const step = await progress.getAttribute('value');
    await answer(page);
    await press(page.locator('button[type=submit]'));
    await expect(page.locator(`progress[value="${step}"]`)).toHaveCount(0);
  }
}
