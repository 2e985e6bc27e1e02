import { expect } from '@playwright/test';
import { expectAccessible } from '#tests/support/accessible.ts';
import { answerAll, send, signIn, test } from '#tests/support/ballot-journey.ts';
import { everyKind } from '#tests/support/ballot-survey.ts';

const title = { level: 1 } as const;

test('every box says who reads it and from how large a group, and the record says it again', async ({ page, begin }) => {
  const journey = await begin({ change: (manifest) => ({ ...manifest, k: 12 }) });
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(page.getByText('HR reads word for word, from groups in which at least 12 people answered')).toBeVisible();
  await page.getByRole('button', { name: 'All questions on one page' }).click();
  await page.getByRole('group', { name: 'Overall, how satisfied' }).getByText('Dissatisfied', { exact: true }).click();
  const boxes = page.getByRole('textbox');
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await expect(box).toHaveAccessibleDescription(/HR reads this word for word, from a group in which at least 12 people answered/);
  await expectAccessible(page);
  await boxes.first().fill('The stairs.');
  await boxes.last().fill('A lift.');
  await page.getByRole('button', { name: 'See what is sent' }).click();
  const marked = page.locator('.lines li').filter({ hasText: 'HR reads this word for word' });
  await expect(marked).toHaveCount(2);
  await expect(marked.first()).toContainText('The stairs.');
  await expect(marked.last()).toContainText('A lift.');
  await expectAccessible(page);
});

test('the day by which answers are given stands on the page where it was sealed, and nowhere else', async ({ page, begin }) => {
  const journey = await begin({ change: (manifest) => ({ ...manifest, survey: { ...manifest.survey, answersBy: '2031-03-21' as never } }) });
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(page.getByText('What falls clearly short is answered by 21 March 2031')).toBeVisible();
  await expectAccessible(page);
  const without = await begin();
  await signIn(page, without);
  await page.goto(without.link());
  await expect(page.getByText('You can read the results after')).toBeVisible();
  await expect(page.getByText('What falls clearly short')).toHaveCount(0);
});

test('whoever comes with a slip is told so where people do, and nowhere else', async ({ page, begin }) => {
  const journey = await begin({ change: (manifest) => ({ ...manifest, slips: { listed: 12, leftOut: 0, handingOut: ['Ada', 'Ben'] } }) });
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(page.getByText('Whoever comes with a slip is ticked off nowhere')).toBeVisible();
  const without = await begin({ change: (manifest) => ({ ...manifest, slips: { listed: 0, leftOut: 3, handingOut: [] } }) });
  await signIn(page, without);
  await page.goto(without.link());
  await expect(page.getByText('we tick you off the list')).toBeVisible();
  await expect(page.getByText('with a slip')).toHaveCount(0);
});

test('no question for one thing stands over «choose any», and options carry no numbers though their keys work', async ({ page, begin }) => {
  const journey = await begin({ questions: everyKind });
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Very dissatisfied', { exact: true }).click();
  const reasons = page.getByRole('group', { name: 'What lies behind this answer?' });
  await expect(reasons.getByText('Choose any that apply, or none.')).toBeVisible();
  await expect(page.locator('legend').filter({ hasText: 'one thing' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'What one thing affects your satisfaction most?' })).toBeVisible();
  for (const question of ['Which up to three', 'Which shift', 'Where do you work?']) {
    while (!(await page.getByRole('heading', title).textContent())?.startsWith(question)) await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.locator('.choice .digit')).toHaveCount(0);
    await expect(page.getByText(/Keys 1–\d choose by place, counted from the top/)).toBeVisible();
    await page.keyboard.press('2');
    await expect(page.locator('.choice input').nth(1)).toBeChecked();
  }
  await expectAccessible(page);
});

test('answers that were changed after sending are not called sent: they can be sent, or left as they were', async ({ page, begin, context }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  const first = await page.locator('.receipt').textContent();
  await page.getByRole('button', { name: 'Change my answers' }).click();
  await page.getByText('Neutral').or(page.getByText('Dissatisfied', { exact: true })).first().click();
  const later = await context.newPage();
  await later.goto(journey.link());
  await expect(later.getByRole('heading', title)).toHaveText('Your changed answers have not been sent');
  await expect(later.locator('.receipt')).toHaveText(first ?? '');
  expect(await later.title()).toContain('have not been sent');
  await expect(later.getByText('Your answers are in the box.')).toHaveCount(0);
  await expectAccessible(later);
  await later.getByRole('button', { name: 'Leave it as it was sent' }).click();
  await expect(later.getByRole('heading', title)).toContainText('Your answers are in the box');
  expect(journey.server.seen.filter(({ path }) => path.startsWith('/box/'))).toHaveLength(1);
  await later.close();

  await page.getByRole('button', { name: 'All on one page' }).click();
  await page.getByLabel('What one change').fill('Earlier rotas.');
  await page.reload();
  await expect(page.getByLabel('What one change'), 'a reload stays where it was').toHaveValue('Earlier rotas.');
  await page.getByRole('button', { name: 'See what is sent' }).click();
  await expect(page.getByText('replaces what is in the box')).toBeVisible();
  await expect(page.getByText('Nothing has been sent yet')).toHaveCount(0);
  await send(page);
  await expect(page.locator('.receipt')).not.toHaveText(first ?? '');
  expect(await journey.server.opened()).toEqual([expect.objectContaining({ 'OPN-01': 'Earlier rotas.' })]);
});

test('changes whose reply was lost are called uncertain, and after closing the list says whether they counted', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await page.getByRole('button', { name: 'Change my answers' }).click();
  await page.getByText('Dissatisfied', { exact: true }).click();
  for (let question = 1; question <= 8; question += 1) await page.locator('button[type=submit]').click();
  journey.server.faults.set('box', 'lost-reply');
  await send(page);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(journey.link());
  await expect(page.getByRole('heading', title)).toHaveText('It is not certain that your changes arrived');
  await expectAccessible(page);
  journey.server.state = 'closed';
  await page.reload();
  await expect(page.getByRole('heading', title)).toHaveText('Your answers were counted');
  expect(await journey.server.opened()).toEqual([expect.objectContaining({ 'OUT-01': 2 })]);
});

test('the browser’s «back» goes to the question before, and from the receipt not to a record that looks unsent', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto('about:blank');
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Satisfied', { exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('3 of 8')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('2 of 8')).toBeVisible();
  await expect(page.locator('h1')).toBeFocused();
  await page.goBack();
  await expect(page.getByText('1 of 8')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Satisfied', exact: true })).toBeChecked();
  await page.goForward();
  await expect(page.getByText('2 of 8')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
  await page.goForward();
  await page.getByRole('button', { name: 'Go on' }).click();
  while (await page.locator('progress').count()) await page.locator('button[type=submit]').click();
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('8 of 8')).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', title)).toContainText('Your answers are in the box');
});

test('whoever goes «back» while answers are on their way comes to the receipt, and «forward» from it to no record that looks unsent', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/box/**', async (route) => {
    await arrived;
    await route.continue();
  });
  const sent = page.waitForRequest('**/box/**');
  await send(page);
  await sent;
  await page.goBack();
  await page.goBack();
  arrive();
  await expect(page.locator('.receipt')).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('heading', title)).toContainText('Your answers are in the box');
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', title)).toContainText('Your answers are in the box');
  await page.goBack();
  await expect(page.getByText('6 of 8')).toBeVisible();
});

test('another language goes on at the same question, with the same answers', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Satisfied', { exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Very dissatisfied', { exact: true }).click();
  await page.getByRole('textbox').fill('三年没有加薪');
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page.getByText('第 2 题，共 8 题')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('三年没有加薪');
  expect(new URL(page.url()).hash, 'the place does not stay in the link').toBe(`#${journey.survey.hash}`);
  await page.getByRole('link', { name: '繁體中文' }).click();
  await expect(page.getByText('第 2 題，共 8 題')).toBeVisible();
  await page.reload();
  await expect(page.getByText('第 2 題，共 8 題')).toBeVisible();
  expect(journey.server.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a shared device keeps nothing and still goes on in another language; nobody goes back from its receipt', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link('en', '&kiosk'));
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Satisfied', { exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page.getByText('第 2 题，共 8 题')).toBeVisible();
  expect(await page.evaluate(() => [window.name, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  while (await page.locator('progress').count()) await page.locator('button[type=submit]').click();
  await page.locator('.primary[aria-disabled=false]').click();
  await expect(page.locator('.receipt')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.receipt')).toBeVisible();
  await expect(page.locator('progress')).toHaveCount(0);
  expect(await journey.server.opened()).toEqual([{ 'OUT-01': 4 }]);
});

test('a receipt that changed answers replaced in another tab says so', async ({ page, begin, context }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  const before = (await page.locator('.receipt').textContent()) ?? '';
  const other = await context.newPage();
  await other.goto(journey.link());
  await other.getByRole('button', { name: 'Change my answers' }).click();
  await other.getByText('Dissatisfied', { exact: true }).click();
  await expect(page.getByRole('heading', title)).toHaveText('Your changed answers have not been sent');
  while (await other.locator('progress').count()) await other.locator('button[type=submit]').click();
  await send(other);
  const now = (await other.locator('.receipt').textContent()) ?? '';
  expect(now).not.toBe(before);
  await expect(page.getByText(`The receipt ${before} that stood here no longer counts`)).toBeVisible();
  await expect(page.locator('.receipt')).toHaveText(now);
  await expectAccessible(page);
});
