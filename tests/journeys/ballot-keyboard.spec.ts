import { expect, type Page } from '@playwright/test';
import type { Language } from '#app/domain/kernel/language.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { signIn, test } from '#tests/support/ballot-journey.ts';

const spoken: Readonly<Record<Language, { start: string; send: string; sent: RegExp; counted: string }>> = {
  en: { start: 'Start', send: 'Send', sent: /answers are in the box/, counted: 'Your answers were counted' },
  'zh-Hans': { start: '开始', send: '送出', sent: /已放入密封箱/, counted: '您的答卷已计入' },
  'zh-Hant': { start: '開始', send: '送出', sent: /已放入密封箱/, counted: '您的答卷已計入' },
};

/** Presses Tab until something with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
  }
  throw new Error(`no way by keyboard to «${name}»`);
}

for (const [language, words] of Object.entries(spoken) as [Language, (typeof spoken)[Language]][]) {
  test(`by keyboard alone from the link to «counted» in ${language}`, async ({ page, begin }) => {
    const journey = await begin();
    await signIn(page, journey);
    await page.goto(journey.link(language));
    await page.getByRole('button', { name: words.start, exact: true }).waitFor();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect(await page.locator('main').textContent(), 'no space between two Chinese sentences').not.toContain('。 ');
    await tabTo(page, words.start);
    await page.keyboard.press('Enter');
    for (let question = 1; question <= 6; question += 1) {
      await expect(page.locator('h1')).toBeFocused();
      await page.keyboard.press('4');
      await expect(page.locator(':focus')).toHaveValue('4');
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('h1')).toBeFocused();
    for (const digit of ['1', '3']) await page.keyboard.press(digit);
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.locator('.primary[aria-disabled=false]').waitFor();
    await tabTo(page, words.send);
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toHaveText(words.sent);
    await expect(page.locator('h1')).toBeFocused();
    const answers = { 'OUT-01': 4, 'PAY-01': 4, 'BEN-01': 4, 'WKL-01': 4, 'WKL-02': 4, 'COM-04': 4, 'importance-pick3': ['pay', 'workload'] };
    expect(await journey.server.opened()).toEqual([answers]);
    journey.server.state = 'closed';
    await page.reload();
    await expect(page.locator('h1')).toHaveText(words.counted);
  });
}

test('the digit keys stay letters while somebody writes', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.locator('h1')).toBeFocused();
  await page.keyboard.press('2');
  await page.getByLabel('In your own words').pressSequentially('5 days\n4 nights');
  await expect(page.getByLabel('In your own words')).toHaveValue('5 days\n4 nights');
  await expect(page.getByRole('radio', { name: 'Dissatisfied', exact: true })).toBeChecked();
});
