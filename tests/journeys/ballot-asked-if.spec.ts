// On a phone: what a block is asked and the next one is not, and what «yes» opens, one by one and in the list.
import { expect } from '@playwright/test';
import type { OwnKind } from '#app/domain/surveys/own/own-kind.ts';
import { askedAs } from '#app/domain/surveys/own/own-asked.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { coreQuestions } from '#tests/support/ballot-survey.ts';
import { send, signIn, test } from '#tests/support/ballot-journey.ts';
import { anOwnQuestion, ownWishes } from '#tests/support/own-questions.ts';

const own = (number: number, kind: OwnKind, en: string, hans: string): Question =>
  askedAs(anOwnQuestion(number, { kind, text: { ...ownWishes(kind).text, en, 'zh-Hans': hans } }), { k: 5, languages: ['en', 'zh-Hans'] });

const questions: readonly Question[] = [
  coreQuestions[0]!,
  { ...own(1, 'satisfaction', 'How satisfied are you with the stockroom?', '您对库房满意吗？'), offered: '10' },
  own(2, 'applies', 'Do you work shifts?', '您上倒班吗？'),
  { ...own(3, 'agreement', 'The handover between shifts takes the time it needs.', '交接班有足够的时间。'), k: 30, askedIf: 'OWN-2' },
];
const shown = process.env['PICTURES'];

test.use({ viewport: { width: 390, height: 844 } });

test('«yes» opens the next question, «no» forgets it, and what is sent says no more than what was asked', async ({ page, begin }) => {
  const journey = await begin({ questions });
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('1 of 3')).toBeVisible();
  for (const heading of ['How satisfied are you with the stockroom?', 'Do you work shifts?']) {
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  }
  await page.getByText('Yes', { exact: true }).click();
  if (shown) await page.screenshot({ path: `${shown}/ballot-yes.png` });
  await page.locator('button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The handover between shifts takes the time it needs.');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(page);
  await page.getByText('Agree', { exact: true }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByText('No', { exact: true }).click();
  await page.locator('button[type=submit]').click();
  await expect(page.locator('.lines')).not.toContainText('handover');
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
  expect(await journey.server.opened()).toEqual([{ 'OWN-2': 'no' }]);
});

test('in the list it comes right below its question, by keyboard too', async ({ page, begin }) => {
  const journey = await begin({ questions });
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: /list|all questions/i }).first().click();
  const handover = page.getByRole('group', { name: 'The handover between shifts takes the time it needs.' });
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeVisible();
  await expect(handover).toBeHidden();
  await page.getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('Space');
  await expect(handover).toBeVisible();
  // The focus stays where somebody chose, and goes on to what was opened.
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('name', 'OWN-3');
  await expectAccessible(page);
  if (shown) await page.screenshot({ path: `${shown}/ballot-list.png`, fullPage: true });
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await expect(handover).toBeHidden();
});

test('the next block is not asked what only the first one is', async ({ page, begin }) => {
  const journey = await begin({ questions });
  const elsewhere = journey.survey.people.findIndex(({ block }) => block === 1);
  await signIn(page, journey, elsewhere);
  await page.goto(journey.link('zh-Hans'));
  await page.locator('.bar button').click();
  await page.locator('button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('您上倒班吗？');
  await expect(page.getByText('是', { exact: true })).toBeVisible();
  if (shown) await page.screenshot({ path: `${shown}/ballot-zh.png` });
});
