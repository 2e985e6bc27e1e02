// A head opens a draft for objections, people answer on their phones, and after five working days the result stands on the plan and is
// answered: the real server under a moved clock.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Fetch } from '#app/ballot/drop.ts';
import { vote } from '#app/ballot/vote.ts';
import { liveWith, whatWouldChange } from '#app/domain/surveys/own/consultation-questions.ts';
import { startPlan } from '#app/services/plans.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { send } from '#tests/support/ballot-journey.ts';
import { movedPortal, type MovedPortal } from '#tests/support/moved-portal.ts';
import { actorFor, aSmallCompany } from '#tests/support/people.ts';
import { publishWaves } from '#tests/support/published.ts';
import { aSurveyOfAmber } from '#tests/support/survey-of-amber.ts';
import { wished } from '#tests/support/wished-plan.ts';

const north = Array.from({ length: 12 }, (_, at) => `north-${at + 1}`);
let portal: MovedPortal;
let planId = '';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await movedPortal('2026-11-23T12:00:00Z', [...north, 'hr'], async (app) => {
    await aSmallCompany(app);
    const reader = (await app.data.people.get('north-5'))!;
    await app.data.people.saveAll([{ ...reader, language: 'zh-Hans' }]);
    await publishWaves(app, [aSurveyOfAmber()]);
    const begun = await startPlan(app, await actorFor(app, 'north-1'), wished({ measures: ['M-WKL-5'] }));
    if (!begun.ok) throw new Error(begun.because);
    planId = begun.value.planId;
  });
});

test.afterAll(() => portal.stop());

async function pageOf(browser: Browser, personId: string, { phone = false, locale = 'en' } = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale, ...(phone && { viewport: { width: 390, height: 844 }, hasTouch: true }) });
  await context.addCookies([portal.sessionOf(personId)]);
  return context.newPage();
}

/** Somebody votes without a page, over the same network and with a session of their own. */
async function votes(personId: string, manifestHash: string, at: number): Promise<void> {
  const { name, value } = portal.sessionOf(personId);
  const reach = (path: string, init: RequestInit = {}) =>
    fetch(portal.url + path, { ...init, headers: { origin: portal.url, ...(init.headers as Record<string, string>), ...(init.credentials !== 'omit' && { cookie: `${name}=${value}` }) } });
  const receipt = await vote({ fetch: reach as Fetch, manifestHash, answers: { [liveWith]: at < 3 ? 1 : 4, ...(at === 4 && { [whatWouldChange]: 'Begin after the trade fair' }) } });
  if (!receipt.ok) throw new Error(`${personId}: ${receipt.because}`);
}

test('a draft is opened, answered on the phone, told after five working days and answered once', async ({ browser }, info) => {
  test.setTimeout(300_000);
  const head = await pageOf(browser, 'north-1');
  await head.goto(`/plans/${planId}`);
  await head.getByRole('button', { name: 'Show it to the department first' }).click();
  await expect(head.getByRole('heading', { name: 'Objections to this draft' })).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await head.goto(`/plans/${planId}`), head.getByText('Everybody in North and below (12 people)').count()), { timeout: 60_000, intervals: [1_000] }).toBe(1);
  await expectAccessible(head);

  const phone = await pageOf(browser, 'north-4', { phone: true });
  await phone.goto('/');
  await expect(phone.getByText('A draft plan is open for objections')).toBeVisible();
  await phone.screenshot({ path: info.outputPath('home-en.png'), fullPage: true });
  await phone.getByRole('link', { name: 'Read the whole draft' }).click();
  await expect(phone.getByText('not even how many have answered')).toBeVisible();
  await expectAccessible(phone);
  await phone.screenshot({ path: info.outputPath('asking-en.png'), fullPage: true });
  const link = phone.getByRole('link', { name: 'Answer without my name' });
  const hash = new URL((await link.getAttribute('href'))!, portal.url).hash.slice(1);
  await link.click();
  await expect(phone.getByText('the page of the plan shows one result')).toBeVisible();
  await expect(phone.getByText('HR reads it word for word')).toHaveCount(0);
  await phone.screenshot({ path: info.outputPath('sheet-en.png'), fullPage: true });
  await phone.getByRole('button', { name: 'Start', exact: true }).click();
  await phone.getByText('Rather not', { exact: true }).click();
  await phone.getByRole('button', { name: 'Next', exact: true }).click();
  await phone.getByRole('textbox').fill('Tell us the dates');
  await phone.getByRole('button', { name: 'See what is sent' }).click();
  await send(phone);
  await expect(phone.locator('.receipt')).toBeVisible();

  const reader = await pageOf(browser, 'north-5', { phone: true, locale: 'zh-CN' });
  await reader.goto('/');
  await reader.screenshot({ path: info.outputPath('home-zh.png'), fullPage: true });
  await reader.goto(`/plans/${planId}`);
  await reader.screenshot({ path: info.outputPath('asking-zh.png'), fullPage: true });
  await reader.getByText('也可以署名提出意见').click();
  await reader.getByRole('textbox').fill('请先和我们谈谈。');
  await reader.getByRole('button', { name: '署名发送' }).click();
  await expect(reader.getByText('请先和我们谈谈。')).toBeVisible();

  for (const [at, personId] of ['north-2', 'north-3', ...north.slice(5, 12)].entries()) await votes(personId, hash, at);
  await head.goto(`/plans/${planId}`);
  await expect(head.getByText('people answered')).toHaveCount(0);

  await portal.move('2026-11-30T08:00:00Z');
  await expect
    .poll(async () => (await head.goto(`/plans/${planId}`), head.getByText('10 of 12 people answered').count()), { timeout: 120_000, intervals: [1_000] })
    .toBe(1);
  await expect(head.getByText('Begin after the trade fair')).toBeVisible();
  await expect(head.getByText('Tell us the dates')).toBeVisible();
  await expect(head.getByText('请先和我们谈谈。')).toBeVisible();
  await head.getByRole('button', { name: 'Answer all' }).click();
  await expect(head.getByText('This field is needed').or(head.getByText('required')).or(head.locator('[aria-invalid="true"]')).first()).toBeVisible();
  await head.getByLabel('Your answer to everybody who was asked').fill('We begin in May, and the dates come with it.');
  await head.getByRole('button', { name: 'Answer all' }).click();
  await expect(head.getByRole('heading', { name: 'The answer to all' })).toBeVisible();
  await expectAccessible(head);
  await head.screenshot({ path: info.outputPath('answered-desktop-en.png'), fullPage: true });

  await phone.goto(`/plans/${planId}`);
  await expect(phone.getByText('We begin in May').first()).toBeVisible();
  await expect(phone.getByText('请先和我们谈谈。')).toHaveCount(0);
  await phone.screenshot({ path: info.outputPath('answered-en.png'), fullPage: true });
  await reader.goto(`/plans/${planId}`);
  await reader.screenshot({ path: info.outputPath('answered-zh.png'), fullPage: true });
  await reader.goto('/feed');
  await expect(reader.getByText('就意见作了答复').first()).toBeVisible();

  const hr = await pageOf(browser, 'hr');
  await hr.goto(`/plans/${planId}`);
  await hr.getByRole('link', { name: 'What was sealed' }).click();
  await expect(hr.getByText('This is no survey')).toBeVisible();
  await hr.goto('/surveys');
  await expect(hr.getByText('can you live with it')).toHaveCount(0);
  await hr.goto(`/plans/${planId}`);
  await hr.getByRole('button', { name: 'Agree', exact: false }).first().click();
  await expect(hr.getByText('Agreed').first()).toBeVisible();
});
