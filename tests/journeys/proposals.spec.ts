// Somebody proposes what to ask, HR answers, and everybody sees what came of it without the name: the built server in a real browser.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/support/accessible.ts';
import { keepsWhatIsTyped } from '#tests/support/at-work.ts';
import { movedPortal, type MovedPortal } from '#tests/support/moved-portal.ts';
import { aSmallCompany } from '#tests/support/people.ts';

let portal: MovedPortal;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await movedPortal('2026-11-23T12:00:00Z', ['north-1', 'north-2', 'north-5', 'hr'], async (app) => {
    await aSmallCompany(app);
    const reader = (await app.data.people.get('north-5'))!;
    await app.data.people.saveAll([{ ...reader, language: 'zh-Hans' }]);
  });
});

test.afterAll(() => portal.stop());

async function pageOf(browser: Browser, personId: string, { phone = false, dark = false } = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, colorScheme: dark ? 'dark' : 'light', ...(phone && { viewport: { width: 390, height: 844 }, hasTouch: true }) });
  await context.addCookies([portal.sessionOf(personId)]);
  return context.newPage();
}

const words = 'Whether the shuttle bus comes on time';

test('a proposal is sent on the phone, answered by HR, and told to everybody without the name', async ({ browser }, info) => {
  test.setTimeout(240_000);
  const writer = await pageOf(browser, 'north-2', { phone: true });
  await writer.goto('/');
  await writer.getByRole('link', { name: 'Propose a question' }).click();
  await expect(writer.getByText('HR sees your name with this.')).toBeVisible();
  await keepsWhatIsTyped(writer);
  await writer.getByRole('button', { name: 'Send with my name' }).click();
  await expect(writer.getByLabel('What should be asked')).toBeFocused();
  await expectAccessible(writer);
  await writer.getByLabel('What should be asked').fill('x'.repeat(301));
  await writer.getByRole('button', { name: 'Send with my name' }).click();
  await expect(writer.getByText('too long for one sentence').first()).toBeVisible();
  await expect(writer.getByLabel('What should be asked')).toHaveValue('x'.repeat(301));
  await writer.getByLabel('What should be asked').fill(words);
  await writer.getByLabel('Why').fill('I wait half an hour');
  await writer.getByRole('checkbox').check();

  // The session ends while the form is open: nothing is lost.
  await writer.context().clearCookies();
  await writer.getByRole('button', { name: 'Send with my name' }).click();
  await writer.waitForURL(/sign-in/);
  await writer.context().addCookies([portal.sessionOf('north-2')]);
  await writer.goto('/propose');
  await expect(writer.getByLabel('What should be asked')).toHaveValue(words);
  await expect(writer.getByRole('checkbox')).toBeChecked();
  await writer.screenshot({ path: info.outputPath('propose-en.png'), fullPage: true });
  await writer.getByRole('button', { name: 'Send with my name' }).dblclick();
  await expect(writer.getByText('Sent to HR.')).toBeVisible();
  await expect(writer.getByText('HR has not answered yet')).toHaveCount(1);
  await expect(writer.getByLabel('What should be asked')).toHaveValue('');
  await writer.reload();
  await expect(writer.getByText('HR has not answered yet')).toHaveCount(1);
  await expectAccessible(writer);

  const head = await pageOf(browser, 'north-1');
  await head.goto('/feed');
  await expect(head.getByText(words)).toHaveCount(0);

  const hr = await pageOf(browser, 'hr');
  await hr.goto('/');
  await hr.goto('/surveys/proposals');
  await expect(hr.getByText('I wait half an hour')).toBeVisible();
  await expectAccessible(hr);
  await hr.screenshot({ path: info.outputPath('proposals-en.png'), fullPage: true });
  await hr.getByRole('link', { name: 'Answer' }).click();
  await hr.getByRole('radio', { name: 'Park it' }).check();
  await hr.getByRole('button', { name: 'Send the answer' }).click();
  await expect(hr.getByText('Say why: whoever proposed it reads this').first()).toBeVisible();
  await expectAccessible(hr);
  await hr.screenshot({ path: info.outputPath('answer-en.png'), fullPage: true });
  await hr.getByLabel('Why, in words that everybody may read').fill('The line is let until summer');
  await hr.getByLabel('Look at it again on').fill('2027-06-01');
  await hr.getByRole('button', { name: 'Send the answer' }).click();
  await expect(hr.getByText('Kept. Whoever signed the proposal is told.')).toBeVisible();
  await hr.getByRole('link', { name: 'Answer anew' }).click();
  await hr.getByRole('radio', { name: 'Ask about it in the next pulse' }).check();
  await hr.getByLabel('The question of the pulse in 简体中文').fill('班车准点对您有多重要？');
  await hr.getByLabel('The question of the pulse in 繁體中文').fill('接駁車準時對您有多重要？');
  await hr.getByRole('button', { name: 'Send the answer' }).click();
  await expect(hr.getByText('Will be asked about in a pulse')).toBeVisible();

  for (const dark of [false, true]) {
    const reader = await pageOf(browser, 'north-5', { phone: true, dark });
    await reader.goto('/feed');
    await expect(reader.getByText('班车准点对您有多重要？')).toBeVisible();
    await expect(reader.getByText('将在调查中征求意见')).toBeVisible();
    expect(await reader.locator('main').innerText()).not.toMatch(/north-2|I wait/);
    await expectAccessible(reader);
    await reader.screenshot({ path: info.outputPath(`feed-zh-${dark ? 'dark' : 'light'}.png`), fullPage: true });
  }
  await head.reload();
  await expect(head.getByText(words, { exact: true })).toBeVisible();
  expect(await head.locator('main').innerText()).not.toMatch(/north-2/);

  // Taken up, it is the beginning of an own question, whose kind can still be chosen.
  await hr.getByRole('link', { name: 'Answer anew' }).click();
  await hr.getByRole('link', { name: 'Begin an own question with it' }).click();
  await hr.getByRole('link', { name: 'Quality' }).click();
  await hr.waitForURL(/kind=quality/);
  await expect(hr.getByText('Begun with a proposal')).toBeVisible();
  await hr.getByLabel('Question, English').fill('How good is the shuttle bus?');
  await hr.screenshot({ path: info.outputPath('own-from-proposal.png'), fullPage: true });
  await hr.getByRole('button', { name: 'Keep question' }).click();
  await hr.waitForURL(/checks/);
  // Home leads to the answer itself, not to the top of a form below which it stands.
  await writer.goto('/');
  await writer.getByRole('link', { name: /HR has answered your proposal/ }).click();
  await expect(writer.getByText('Taken up')).toBeInViewport();
});

test('without a script a proposal is sent, refused by its field and kept all the same @nojs', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
  await context.addCookies([portal.sessionOf('north-1')]);
  const page = await context.newPage();
  await page.goto('/propose');
  await page.getByLabel('Why').fill('No reason without a sentence');
  await page.getByRole('button', { name: 'Send with my name' }).click();
  await expect(page.getByLabel('Why')).toHaveValue('No reason without a sentence');
  await page.getByLabel('What should be asked').fill('Whether the lifts work');
  await page.getByRole('button', { name: 'Send with my name' }).click();
  await expect(page.getByText('HR has not answered yet')).toHaveCount(1);
  await context.close();
});
