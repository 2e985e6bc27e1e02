import { expect } from '@playwright/test';
import { englishWords } from '#app/domain/surveys/sealed/fingerprint-words.ts';
import { fingerprint } from '#app/domain/surveys/sealed/fingerprint.ts';
import { sha256Of } from '#tests/support/ballot-keys.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { everyKind } from '#tests/support/ballot-survey.ts';
import { answerAll, send, signIn, test } from '#tests/support/ballot-journey.ts';

test('an employee answers the core pulse by thumb, from the promise to «counted»', async ({ page, begin }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Autumn pulse');
  await expect(page.getByText('Finance with Legal (8 people)')).toBeVisible();
  await expect(page.getByText('groups of at least 5')).toBeVisible();
  await page.getByText('Who is in this group').click();
  await expect(page.getByText('陈静', { exact: true })).toBeVisible();
  await expect(page.locator('.words span'), 'worked out in the browser as on the server').toHaveText([...fingerprint(journey.survey.hash, englishWords)]);
  expect(journey.server.seen.filter(({ method }) => method === 'POST'), 'no paper before «Start»').toEqual([]);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('1 of 8')).toBeVisible();
  await page.getByText('Satisfied', { exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Very dissatisfied', { exact: true }).click();
  await page.getByText('Level is too low').click();
  await page.getByLabel('In your own words').fill('Three years without a rise.');
  await expectAccessible(page);
  for (let question = 2; question < 8; question += 1) await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox').fill('Fix the rota.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'See what is sent' }).click();

  await expect(page.locator('.lines li').first()).toContainText('4 · Satisfied');
  await page.getByText('The record as bytes').click();
  const shown = await page.locator('.record').textContent();
  await expectAccessible(page);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
  const said = { 'OUT-01': 4, 'PAY-01': 1, 'PAY-01:reasons': ['pay.level'], 'PAY-01:text': 'Three years without a rise.', 'OPN-01': 'Fix the rota.' };
  expect(await journey.server.opened()).toEqual([said]);
  expect(JSON.parse(shown ?? ''), 'what was shown is what was stored').toEqual({ answers: said });
  await page.getByText('The whole receipt').click();
  const receipt = sha256Of([...journey.server.box.values()][0] as Buffer);
  await expect(page.getByText(receipt)).toBeVisible();
  await page.getByText('Prove it').click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByText('Your sheet fits all 5 entries')).toBeVisible();
  await expectAccessible(page);

  journey.server.state = 'closed';
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your answers were counted');
  await expectAccessible(page);
});

test('the drop carries no identity, and nothing is asked of anybody else', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  const ways = journey.server.seen.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f]{64}/, '…')}`);
  expect(ways).toEqual(['GET /ballot/…', 'GET /manifest/…/en', 'GET /paper/pulse-1', 'POST /paper/pulse-1', 'POST /box/pulse-1']);
  expect(requested.filter((url) => !url.startsWith(journey.server.origin))).toEqual([]);
  const [document, manifest, offer, issue, drop] = journey.server.seen;
  expect([offer, issue].map((one) => one?.headers.cookie)).toEqual(['person=p00', 'person=p00']);
  expect(document?.headers.referer).toBeUndefined();
  for (const anonymous of [manifest, drop]) {
    expect(anonymous?.headers).not.toHaveProperty('cookie');
    expect(anonymous?.headers).not.toHaveProperty('authorization');
    expect(anonymous?.headers).not.toHaveProperty('referer');
  }
  expect([issue?.bytes, drop?.bytes]).toEqual([256, 8160]);
});

test('every kind of question is asked, background last, and stored as it was answered', async ({ page, begin }) => {
  const journey = await begin({ questions: everyKind });
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'All questions on one page' }).click();
  await expectAccessible(page);
  await page.getByRole('group', { name: 'Overall, how satisfied' }).getByText('Satisfied', { exact: true }).click();
  await page.getByRole('group', { name: 'In the past month' }).getByText('Very often').click();
  await page.getByRole('group', { name: 'If a friend asked' }).getByText('0', { exact: true }).click();
  for (const area of ['Pay', 'Workload', 'Growth']) await page.getByRole('group', { name: 'Which up to three' }).getByText(area, { exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Culture' })).toBeDisabled();
  await page.getByText('Late', { exact: true }).click();
  await page.getByRole('group', { name: 'What do you expect?' }).getByText('High').click();
  await page.getByRole('group', { name: 'What do you find?' }).getByText('Low').click();
  await page.getByLabel('What should change first?').fill('  谢谢 «<b>»  ');
  await page.getByRole('group', { name: 'Where do you work?' }).getByText('I prefer not to say').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'See what is sent' }).click();
  await expect(page.locator('.lines li').last()).toContainText('no answer');
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  expect(await journey.server.opened()).toEqual([
    {
      'OUT-01': 4,
      'WKL-02': 5,
      'OUT-03': 0,
      'importance-pick3': ['pay', 'workload', 'growth'],
      shift: 'late',
      'pe-pair-growth:expected': 3,
      'pe-pair-growth:experienced': 1,
      'OPN-01': '谢谢 «<b>»',
    },
  ]);
});

test('the page fits a screen of 320 pixels and both colour schemes', async ({ page, begin }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const journey = await begin({ questions: everyKind });
  await signIn(page, journey);
  await page.goto(journey.link('zh-Hant'));
  const expectNoSideways = async (): Promise<void> => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'scrolls sideways').toBeLessThanOrEqual(320);
    await expectAccessible(page);
  };
  await page.getByRole('button', { name: '開始' }).waitFor();
  await expectNoSideways();
  await page.getByRole('button', { name: '開始' }).click();
  while (await page.locator('progress').count()) {
    await expectNoSideways();
    await page.locator('button[type=submit]').click();
  }
  await page.locator('summary').first().click();
  await expectNoSideways();
  await page.locator('.primary[aria-disabled=false]').click();
  await page.locator('.receipt').waitFor();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expectNoSideways();
});

test('without JavaScript the page says why it needs it @nojs', async ({ page, begin }) => {
  const journey = await begin();
  await page.goto(journey.link());
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript p')).toContainText('That needs JavaScript');
});
