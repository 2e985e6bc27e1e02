// HR writes a background question, is told whom three of them would single out, takes one away and seals; people answer it on their phones,
// and it stands in its table and nowhere else.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Fetch } from '#app/ballot/drop.ts';
import { vote } from '#app/ballot/vote.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { createOwn } from '#app/services/surveys/create-own.server.ts';
import { decideGates } from '#app/services/surveys/own-questions.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { eachQuestion } from '#tests/support/each-question.ts';
import { movedPortal, type MovedPortal } from '#tests/support/moved-portal.ts';
import { ownWishes, passing } from '#tests/support/own-questions.ts';
import { aSmallCompany } from '#tests/support/people.ts';

const voters = [...Array.from({ length: 12 }, (_, at) => `north-${at + 1}`), ...Array.from({ length: 9 }, (_, at) => `south-${at + 1}`), ...Array.from({ length: 14 }, (_, at) => `operations-${at + 1}`)];
test.use({ actionTimeout: 20_000 });

let portal: MovedPortal;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await movedPortal('2026-11-23T12:00:00Z', [...voters, 'hr'], async (app) => {
    await aSmallCompany(app);
    const readers = await Promise.all(['north-3', 'operations-1'].map((id) => app.data.people.get(id)));
    await app.data.people.saveAll(readers.map((person) => ({ ...person!, language: 'zh-Hans' })));
    await app.data.roles.grant('operations-1', 'hr');
    for (const [text, label, count] of [['Which hall do you work in?', 'Hall', 5], ['Which of our firms did you join?', 'Firm', 5]] as const) {
      const answers = Array.from({ length: count }, (_, at) => `${label} ${at + 1}`).join('\n');
      const in3 = <Value>(value: Value) => ({ en: value, 'zh-Hans': value, 'zh-Hant': value });
      const own = await createOwn(app, { ...ownWishes('background'), text: in3(text), label: in3(label), answers: in3(answers) });
      if (!own.ok) throw new Error(own.because);
      await decideGates(app, own.value.number, passing);
    }
  });
});

test.afterAll(() => portal.stop());

async function pageOf(browser: Browser, personId: string, look: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale: 'en', ...look });
  await context.addCookies([portal.sessionOf(personId)]);
  return context.newPage();
}

async function votes(personId: string, manifestHash: string, answers: Answers): Promise<void> {
  const { name, value } = portal.sessionOf(personId);
  const reach = (path: string, init: RequestInit = {}) =>
    fetch(portal.url + path, { ...init, headers: { origin: portal.url, ...(init.headers as Record<string, string>), ...(init.credentials !== 'omit' && { cookie: `${name}=${value}` }) } });
  const receipt = await vote({ fetch: reach as Fetch, manifestHash, answers });
  if (!receipt.ok) throw new Error(`${personId}: ${receipt.because}`);
}

const words = {
  'text-en': 'Which shift do you work?', 'text-zh-Hans': '您上什么班？', 'text-zh-Hant': '您上什麼班？',
  'label-en': 'Shift', 'label-zh-Hans': '班次', 'label-zh-Hant': '班別',
  'answers-en': 'Early\nLate\nNight\nDay\nChanging\nSixth', 'answers-zh-Hans': '早班\n晚班\n夜班\n白班\n轮班', 'answers-zh-Hant': '早班\n晚班\n夜班\n日班\n輪班',
} as const;

async function writes(hr: Page): Promise<void> {
  await hr.goto('/surveys/own/new?kind=background');
  for (const [name, value] of Object.entries(words)) await hr.locator(`[name="${name}"]`).fill(value);
  await hr.getByRole('button', { name: 'Keep question' }).click();
  await expect(hr.getByText('There are 6 answers: write 2 to 5, one a line').first()).toBeVisible();
  // Nothing that was typed is lost.
  await expect(hr.locator('[name="label-zh-Hant"]')).toHaveValue('班別');
  await expectAccessible(hr);
  await hr.locator('[name="answers-en"]').fill(words['answers-en'].replace('\nSixth', ''));
  await hr.getByRole('button', { name: 'Keep question' }).click();
  await expect(hr.getByRole('heading', { name: 'Four checks of OWN-3' })).toBeVisible();
  await hr.getByLabel('Important: how do you know').fill('Named in two talks');
  await hr.getByLabel('At least four of five').check();
  await hr.getByLabel('Controllable').fill('Another rota');
  await hr.getByLabel('Who would do it').selectOption('hr');
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Keep the decision' }).click();
  await expect(hr.getByText('Kept.')).toBeVisible();
}

/** The address of the draft. */
async function drafts(hr: Page): Promise<string> {
  await hr.goto('/surveys/new');
  await hr.getByLabel('Opens on').fill('2026-11-23');
  for (const question of ['OWN-1', 'OWN-2', 'OWN-3', 'tenure']) await hr.locator(`[name="cuts"][value="${question}@company"]`).check();
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await expect(hr.getByText('4 background questions, choices about the person included: at most 3 in a survey.').first()).toBeVisible();
  await expect(hr.locator('[name="cuts"][value="OWN-3@company"]')).toBeChecked();
  await hr.locator('[name="cuts"][value="tenure@company"]').uncheck();
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await hr.waitForURL(/\/surveys\/(?!new)[^/]+$/);
  await expect(hr.getByText('5 × 5 × 5 = 125')).toBeVisible();
  return new URL(hr.url()).pathname;
}

async function seals(hr: Page, draft: string): Promise<string> {
  await hr.goto(`${draft}/edit`);
  for (const question of ['OWN-1', 'OWN-2']) await hr.locator(`[name="cuts"][value="${question}@company"]`).uncheck();
  await hr.getByRole('button', { name: 'Save draft' }).click();
  await hr.waitForURL(new RegExp(`${draft}$`));
  await expect(hr.getByText('5 × 5 × 5 = 125')).toHaveCount(0);
  await hr.getByRole('link', { name: 'Go on to sealing' }).click();
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Seal it now' }).click();
  await expect(hr.getByText('Sealed. Nothing in it can change any more.')).toBeVisible({ timeout: 60_000 });
  return (await hr.content()).match(/\/ballot\/[0-9a-f]{64}#([0-9a-f]{64})/)![1]!;
}

test('a background question of one’s own, from its words to its table', async ({ browser }, info) => {
  test.setTimeout(300_000);
  const hr = await pageOf(browser, 'hr', { viewport: { width: 1280, height: 900 } });
  await writes(hr);
  const draft = await drafts(hr);
  await expectAccessible(hr);
  await hr.screenshot({ path: info.outputPath('draft-desktop-en.png'), fullPage: true });
  const dark = { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark', locale: 'zh-CN' } as const;
  const hrPhone = await pageOf(browser, 'operations-1', dark);
  await hrPhone.goto(draft);
  await hrPhone.screenshot({ path: info.outputPath('draft-phone-zh-dark.png'), fullPage: true });
  const survey = await seals(hr, draft);

  const phone = await pageOf(browser, 'north-3', dark);
  await phone.goto('/');
  const link = phone.locator('a[href*="/ballot/"]').first();
  await link.click();
  await phone.getByRole('button', { name: '开始', exact: true }).click();
  await eachQuestion(phone, { answer: async () => undefined, until: phone.getByText('您上什么班？') });
  await expect(phone.getByText('不愿回答', { exact: true })).toBeVisible();
  await phone.getByText('夜班', { exact: true }).click();
  await expectAccessible(phone);
  await phone.screenshot({ path: info.outputPath('ballot-phone-zh-dark.png'), fullPage: true });
  await eachQuestion(phone, { answer: async () => undefined });
  await expect(phone.getByText('夜班', { exact: true })).toBeVisible();
  await phone.locator('.primary[aria-disabled=false]').click();
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('答');

  const others = voters.filter((id) => id !== 'north-3');
  for (const [at, personId] of others.entries()) await votes(personId, survey, { 'OUT-01': 1 + (at % 5), 'PAY-01': at % 3 === 2 ? 2 : 5, 'OWN-3': `a${1 + (at % 3)}` });

  await hr.goto(draft);
  await hr.getByRole('link', { name: 'Close early' }).click();
  await hr.getByRole('button', { name: 'Close and count' }).click();
  await hr.getByRole('link', { name: 'See the results' }).click({ timeout: 60_000 });
  await expect(hr).toHaveURL(/\/results\/.+\/full/);
  await expect(hr.getByRole('heading', { name: 'Which shift do you work?' })).toBeVisible();
  for (const answer of ['Early', 'Late', 'Night']) await expect(hr.locator('#by-background')).toContainText(answer);
  await expectAccessible(hr);
  await hr.locator('#by-background').screenshot({ path: info.outputPath('table-desktop-en.png') });
  await hrPhone.goto(new URL(hr.url()).pathname);
  await hrPhone.locator('#by-background').screenshot({ path: info.outputPath('table-phone-zh-dark.png') });
});
