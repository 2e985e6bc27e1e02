// Surveys that do not ask everybody, from HR's choice to the results, in a browser: parts of the company, and a random half. Somebody who
// is asked answers on a phone, somebody who is not is told so, and the results say whose figures they are.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import '#app/text/all.server.ts';
import { vote } from '#app/ballot/vote.ts';
import type { Fetch } from '#app/ballot/drop.ts';
import { day, type Day } from '#app/domain/kernel/day.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork } from '#tests/support/at-work.ts';
import { answerAll, send } from '#tests/support/ballot-journey.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { aDepartment, aPerson } from '#tests/support/directory.ts';
import { freePort } from '#tests/support/free-port.ts';
import { aSmallCompany } from '#tests/support/people.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 800 }, actionTimeout: 20_000 });

interface Company {
  readonly folder: string;
  readonly portal: BuiltServer;
  readonly people: readonly string[];
  readonly today: Day;
}

let company: Company;

/** The small company with a plant of seventy people; everybody has a session that is called after them. */
test.beforeEach(async () => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'murmur-asked-'));
  const app = await openApp(readConfig({ dataFolder: folder }, { MURMUR_TZ: 'UTC' }));
  await aSmallCompany(app);
  await app.data.departments.saveAll([aDepartment('plant', { parentId: 'amber', name: 'Plant', position: 3 })]);
  await app.data.people.saveAll(Array.from({ length: 70 }, (_, at) => aPerson(`plant-${at + 1}`, { departmentId: 'plant', language: 'en' })));
  const people = (await app.data.people.current()).map(({ id }) => id);
  for (const personId of people) await app.data.sessions.save({ tokenHash: createHash('sha256').update(`home-${personId}`).digest('base64url'), personId, createdOn: app.today(), expiresOn: day('2099-01-01') });
  const today = app.today();
  await app.data.close();
  company = { folder, people, today, portal: await startBuilt(folder, await freePort()) };
});

test.afterEach(async () => {
  await company.portal.end('SIGTERM');
  rmSync(company.folder, { recursive: true, force: true });
});

async function pageOf(browser: Browser, person: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ baseURL: company.portal.url, locale: 'en', viewport });
  await context.addCookies([{ name: 'murmur_session', value: `home-${person}`, url: company.portal.url }]);
  return context.newPage();
}

/** Somebody votes without a page, over the same network; false for whoever is not asked. */
async function votes(person: string, manifestHash: string, mood: number): Promise<boolean> {
  const { url } = company.portal;
  const reach = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { ...init, headers: { origin: url, ...(init.headers as Record<string, string>), ...(init.credentials !== 'omit' && { cookie: `murmur_session=home-${person}` }) } });
  const answers = { 'OUT-01': mood, 'PAY-01': mood, 'BEN-01': 4, 'WKL-01': 2, 'WKL-02': 3, 'COM-04': mood, 'importance-pick3': ['workload', 'pay'] };
  return (await vote({ fetch: reach as Fetch, manifestHash, answers })).ok;
}

async function drafts(hr: Page, choose: () => Promise<void>): Promise<void> {
  await hr.goto('/surveys/new');
  await atWork(hr);
  await hr.getByLabel('Opens on').fill(company.today);
  await choose();
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await expect(hr.getByRole('heading', { name: 'Where people are counted' })).toBeVisible();
}

/** The link of the answer page, and the fingerprint in it. */
async function seals(hr: Page): Promise<{ readonly link: string; readonly hash: string }> {
  await hr.getByRole('link', { name: 'Go on to sealing' }).click();
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Seal it now' }).click();
  await expect(hr.getByText('Sealed. Nothing in it can change any more.')).toBeVisible({ timeout: 60_000 });
  const [link, hash] = (await hr.content()).match(/\/ballot\/[0-9a-f]{64}#([0-9a-f]{64})/)!;
  return { link, hash: hash! };
}

async function answersOnPhone(browser: Browser, person: string, said: RegExp): Promise<void> {
  const phone = await pageOf(browser, person, { width: 390, height: 844 });
  await phone.goto('/');
  await phone.getByRole('link', { name: /Answer now/ }).click();
  await expect(phone.getByText(said)).toBeVisible();
  await expectAccessible(phone);
  await answerAll(phone, 'Dissatisfied');
  await send(phone);
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
}

async function isToldWhy(browser: Browser, person: string, { link, said }: { readonly link: string; readonly said: RegExp }): Promise<void> {
  const phone = await pageOf(browser, person, { width: 390, height: 844 });
  await phone.goto('/');
  await expect(phone.getByText(/does not ask you this time/)).toBeVisible();
  await expect(phone.getByText(said)).toBeVisible();
  await expect(phone.getByRole('link', { name: /Answer now/ })).toHaveCount(0);
  await expectAccessible(phone);
  // With a colleague's link the answer page says the same.
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'You are not invited to this survey' })).toBeVisible();
  await expect(phone.getByText(said)).toBeVisible();
  await expectAccessible(phone);
}

async function closes(hr: Page): Promise<void> {
  await hr.goto('/surveys');
  await hr.getByRole('link', { name: /Core pulse/ }).first().click();
  await hr.getByRole('link', { name: 'Close early' }).click();
  await hr.getByRole('button', { name: 'Close and count' }).click();
  await hr.getByRole('link', { name: 'See the results' }).click({ timeout: 60_000 });
}

test('parts of the company: chosen, sealed, answered on a phone, told to whoever is not asked, and read as what they are', async ({ browser }) => {
  test.setTimeout(240_000);
  const hr = await pageOf(browser, 'hr');
  await drafts(hr, async () => {
    // Choosing parts opens their list, by the arrow keys and by a click.
    await expect(hr.getByLabel('Sales (24 people)')).toBeHidden();
    await hr.getByRole('radio', { name: 'Everybody', exact: true }).focus();
    await hr.keyboard.press('ArrowDown');
    await expect(hr.getByLabel('Parts of the company')).toBeChecked();
    await expect(hr.getByLabel('Sales (24 people)')).toBeVisible();
    await hr.getByText('Which parts', { exact: true }).click();
    await hr.getByRole('radio', { name: 'Everybody', exact: true }).check();
    await hr.getByLabel('Parts of the company').check();
    await hr.getByLabel('Sales (24 people)').check();
  });
  await expect(hr.getByText('Asked: Sales')).toBeVisible();
  await expect(hr.getByText('24 of 114 people are asked')).toBeVisible();
  const { link, hash } = await seals(hr);
  await hr.goto('/surveys');
  await expect(hr.getByText('Asked: Sales', { exact: true })).toBeVisible();

  await answersOnPhone(browser, 'north-2', /Asked this time: Sales \(24 of 114 people\)\. Whole groups are asked; nobody was picked by hand\./);
  await isToldWhy(browser, 'plant-3', { link, said: /Whole groups were chosen; nobody was left out by hand\./ });
  const took = [];
  for (const [at, person] of company.people.filter((one) => one !== 'north-2').entries()) if (await votes(person, hash, 1 + (at % 5))) took.push(person);
  expect(took).toHaveLength(23);

  await closes(hr);
  await expect(hr.getByText(/Only parts of the company were asked: Sales \(24 of 114 people\)/)).toBeVisible();
  await expect(hr.getByText('24 of 24 invited').first()).toBeVisible();
  await expect(hr.getByText('Plant')).toHaveCount(0);
  await expectAccessible(hr);
  await hr.goto('/results');
  await expect(hr.getByText('Asked: Sales', { exact: true })).toBeVisible();
  await expectAccessible(hr);
  const other = await pageOf(browser, 'plant-3');
  await other.goto('/results');
  await other.getByRole('link', { name: /Core pulse/ }).first().click();
  await expect(other.getByText('Your department was not asked in this survey, or only in part.')).toBeVisible();
  await expectAccessible(other);
});

test('a random half: drawn at sealing, small departments in full, and one weighed figure of the company with its range', async ({ browser }) => {
  test.setTimeout(240_000);
  const hr = await pageOf(browser, 'hr');
  await drafts(hr, () => hr.getByLabel('A random half').check());
  await expect(hr.getByText('A random half is asked: 79 of 114 people.')).toBeVisible();
  const { link, hash } = await seals(hr);
  await hr.goto('/surveys');
  await expect(hr.getByText('Asked: a random half', { exact: true })).toBeVisible();

  await answersOnPhone(browser, 'north-2', /a random half of every large group, and all of every small one \(79 of 114 people\)\. Chance drew them when the survey was sealed; nobody was picked by hand\./);
  const took: string[] = [];
  // Whoever works in the plant is worse off than the others.
  for (const [at, person] of company.people.filter((one) => one !== 'north-2').entries()) if (await votes(person, hash, person.startsWith('plant') ? 1 + (at % 2) : 4 + (at % 2))) took.push(person);
  expect(took).toHaveLength(78);
  const drawn = took.filter((one) => one.startsWith('plant'));
  expect(drawn).toHaveLength(35);
  await isToldWhy(browser, company.people.find((one) => one.startsWith('plant') && !drawn.includes(one))!, { link, said: /Chance decided, which can be checked; nobody was left out by hand\./ });

  await closes(hr);
  await expect(hr.getByText(/in every large group chance drew half of the people, small groups were asked in full \(79 of 114 people\)/)).toBeVisible();
  await expect(hr.getByText('79 of 79 invited').first()).toBeVisible();
  await expectAccessible(hr);
  // 35 of the plant stand for 70: pooled, the company would be ten points better than it is.
  await hr.goto('/results');
  const figure = await hr.locator('.closed-surveys dd').first().innerText();
  expect(Number(figure)).toBeGreaterThanOrEqual(40);
  expect(Number(figure)).toBeLessThanOrEqual(44);
});
