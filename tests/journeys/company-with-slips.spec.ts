// A company of which most have no e-mail address, from its people file to its results: slips, a phone, a screen in the canteen, two signatures.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Answers } from '#app/domain/responses/answers.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { answerAll, send } from '#tests/support/ballot-journey.ts';
import { answerWith, browserAt } from '#tests/support/code-browser.ts';
import { openMailbox, type Mailbox } from '#tests/support/mailbox.ts';
import { openPortal, type Portal } from '#tests/support/portal.ts';
import { founds, signedIn, votes } from '#tests/support/signing-in.ts';

test.use({ actionTimeout: 20_000 });

/** As a German payroll writes it: two columns of names, a tree in one cell, and nobody at the machines has an address. */
function peopleFile(): string {
  const shift = Array.from({ length: 15 }, (_, at) => `0${101 + at};Schicht;Nr. ${at + 1};;Amber > Werk > Schicht`);
  const office = Array.from({ length: 10 }, (_, at) => `0${201 + at};Büro;Nr. ${at + 1};buero-${at + 1}@amber.example;Amber > Büro`);
  return ['Personalnummer;Nachname;Vorname;E-Mail;Abteilung', ...shift, ...office].join('\r\n');
}

const usual: Answers = { 'OUT-01': 4, 'PAY-01': 3, 'BEN-01': 4, 'WKL-01': 2, 'WKL-02': 4, 'COM-04': 3, 'importance-pick3': ['workload', 'pay'] };
const today = () => new Date().toISOString().slice(0, 10);

let portal: Portal;
let mailbox: Mailbox;

test.beforeAll(async () => {
  mailbox = await openMailbox();
  portal = await openPortal({ MURMUR_SMTP: mailbox.address });
});

test.afterAll(async () => {
  await portal.stop();
  mailbox.close();
});

async function bringsPeople(browser: Browser): Promise<Page> {
  const hr = await founds(browser, portal);
  await hr.getByRole('button', { name: 'Begin' }).click();
  await hr.getByLabel('People file').setInputFiles({ name: 'personal.csv', mimeType: 'text/csv', buffer: Buffer.from(peopleFile()) });
  await hr.getByRole('button', { name: 'Show what would change' }).click();
  await expect(hr.getByRole('heading', { name: 'What would change' })).toBeVisible();
  await hr.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(hr.getByText('25 joined')).toBeVisible();
  return hr;
}

/** Sealing waits for a decision; the fingerprint of what is sealed then. */
async function sealsWithSlips(hr: Page): Promise<string> {
  await hr.goto('/surveys/new');
  await hr.getByLabel('Opens on').fill(today());
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await hr.getByRole('link', { name: 'Go on to sealing' }).click();
  await expect(hr.getByText('15 people have no e-mail address')).toBeVisible();
  await expect(hr.getByRole('button', { name: 'Seal it now' })).toHaveCount(0);
  await hr.getByRole('link', { name: 'Decide', exact: true }).click();
  await hr.getByRole('radio', { name: /With slips/ }).check();
  await hr.getByLabel('E-mail address of the first who hands out').fill('ada@amber.example');
  await hr.getByLabel('E-mail address of the second').fill('buero-2@amber.example');
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Decide so' }).click();
  await hr.getByRole('button', { name: 'Seal it now' }).click();
  await expect(hr.getByText('Sealed. Nothing in it can change any more.')).toBeVisible({ timeout: 60_000 });
  return (await hr.content()).match(/\/ballot\/[0-9a-f]{64}#([0-9a-f]{64})/)![1]!;
}

/** The codes of the one pile, as they stand on the paper. Loaded again it is not shown again, and what was printed stays good. */
async function printsPile(browser: Browser, hr: Page, survey: string): Promise<string[]> {
  // A browser that loads it again sends the form again where no script has told it otherwise: without scripts, or before the page has come whole.
  const bare = await (await browser.newContext({ baseURL: portal.url, locale: 'en', javaScriptEnabled: false, storageState: await hr.context().storageState() })).newPage();
  await bare.goto(`/surveys/${survey}/slips`);
  await bare.getByRole('button', { name: 'Show this pile once, for printing' }).click();
  await expect(bare.getByText('This page is shown once.', { exact: false })).toBeVisible();
  await bare.waitForLoadState();
  const codes = (await bare.content()).match(/[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/g) ?? [];
  await bare.reload();
  await expect(bare.getByText('This pile was shown already.', { exact: false })).toBeVisible();
  // Elsewhere it asks for the page alone.
  await hr.goto(bare.url());
  await expect(hr.getByText('A pile is shown once, right after you asked for it.')).toBeVisible();
  await hr.goto(`/surveys/${survey}/slips`);
  await expect(hr.getByText('Printed', { exact: true })).toBeVisible();
  await bare.context().close();
  return [...new Set(codes)];
}

async function answersOnAPhone(browser: Browser, code: string): Promise<void> {
  const page = await (await browser.newContext({ baseURL: portal.url, locale: 'en', viewport: { width: 360, height: 740 }, colorScheme: 'dark' })).newPage();
  await page.goto(`/code#${code}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open the answer sheet' }).click();
  await expect(page.getByText(/ticked off nowhere/)).toBeVisible();
  await answerAll(page, 'Dissatisfied');
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
  await page.context().close();
  const another = await (await browser.newContext({ baseURL: portal.url, locale: 'en' })).newPage();
  await another.goto(`/code#${code}`);
  await another.getByRole('button', { name: 'Open the answer sheet' }).click();
  await expect(another.getByText('This code opens no answer sheet')).toBeVisible();
  await another.context().close();
}

async function answersInTheCanteen(browser: Browser, code: string): Promise<void> {
  const page = await (await browser.newContext({ baseURL: portal.url, locale: 'en', hasTouch: true, viewport: { width: 1024, height: 600 } })).newPage();
  await page.goto('/kiosk');
  for (const sign of code.replaceAll('-', '')) await page.locator(`.keys button[value="${sign}"]`).tap();
  await expect(page.locator('#code')).toHaveValue(code);
  await page.getByRole('button', { name: 'Open the answer sheet' }).tap();
  await answerAll(page, 'Satisfied');
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
  await page.context().close();
}

async function writesDown(page: Page, survey: string, given: string): Promise<void> {
  await page.goto(`/slips/${survey}`);
  await page.getByLabel(/Handed out: Schicht/).fill(given);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign these numbers' }).click();
  await expect(page.getByText('Written down.', { exact: false })).toBeVisible();
}

test('a company of shift workers comes in, answers with slips, and reads its results', async ({ browser }) => {
  test.setTimeout(240_000);
  const hr = await bringsPeople(browser);
  const manifestHash = await sealsWithSlips(hr);
  const survey = /surveys\/([\w-]+)/.exec(hr.url())![1]!;

  const codes = await printsPile(browser, hr, survey);
  expect(codes).toHaveLength(17);
  await answersOnAPhone(browser, codes[0]!);
  await answersInTheCanteen(browser, codes[1]!);
  for (const code of codes.slice(2, 12)) await answerWith(await browserAt(portal.url), code, manifestHash, usual);
  for (let at = 3; at <= 9; at += 1) await votes({ portal, mailbox }, `buero-${at}@amber.example`, { manifestHash, answers: usual });

  const second = await signedIn(browser, { portal, mailbox }, 'buero-2@amber.example');
  await expect(second.getByRole('link', { name: /slips/i }).first()).toBeVisible();
  await writesDown(hr, survey, '14');
  await writesDown(second, survey, '13');
  await hr.goto(`/surveys/${survey}/slips`);
  await expect(hr.getByText('13 counts, as both wrote it down')).toBeVisible();

  await hr.goto(`/surveys/${survey}/close`);
  await hr.getByRole('button', { name: 'Close and count' }).click();
  await hr.getByRole('link', { name: 'See the results' }).click({ timeout: 60_000 });
  await expect(hr.getByText('19 of 25 invited').first()).toBeVisible();
  await hr.getByLabel('Department', { exact: true }).selectOption('Schicht');
  await hr.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(hr.getByText('12 of 15 invited').first()).toBeVisible();
  await expectAccessible(hr);
});
