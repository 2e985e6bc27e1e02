// Tables by background: HR declares them, sees a forecast and seals; people say what they like to say about themselves, and the
// tables are there after closing.
import { expect, test, type Page } from '@playwright/test';
import { vote } from '#app/ballot/vote.ts';
import type { Fetch } from '#app/ballot/drop.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork } from '#tests/support/at-work.ts';
import { send } from '#tests/support/ballot-journey.ts';
import { eachQuestion } from '#tests/support/each-question.ts';
import { companyPortal, type CompanyPortal } from '#tests/support/many-blocks.ts';

test.use({ actionTimeout: 20_000, locale: 'en' });

const people = 40;
let portal: CompanyPortal;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  portal = await companyPortal({ teams: 2, each: people / 2, signedIn: people }, async () => undefined);
});

test.afterAll(() => portal.stop());

/** Declares place of work before tenure; the id of the draft. */
async function declares(hr: Page): Promise<string> {
  await hr.goto(`${portal.url}/surveys/new`);
  await atWork(hr);
  await hr.getByLabel('Opens on').fill(new Date().toISOString().slice(0, 10));
  const box = (background: string) => hr.getByRole('group', { name: background, exact: true }).getByLabel('Whole company');
  for (const background of ['Time with us', 'Level', 'Place of work', 'Hours a week']) await box(background).check();
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await expect(hr.getByRole('alert')).toContainText('at most 3 in a survey');
  await expectAccessible(hr);
  for (const background of ['Level', 'Hours a week']) await box(background).uncheck();
  const up = hr.getByRole('button', { name: 'Move up: Place of work, whole company' });
  await up.press('Enter');
  await expect(hr.getByText('Place of work, whole company: place 1 of 2')).toBeAttached();
  await expect(up).toBeFocused();
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await hr.waitForURL(/\/surveys\/(?!new)[^/]+$/);
  await expect(hr.getByText('probably shown', { exact: true })).toHaveCount(2);
  await expectAccessible(hr);
  return hr.url().split('/').at(-1)!;
}

/** The fingerprint of what was sealed. */
async function seals(hr: Page): Promise<string> {
  await hr.getByRole('link', { name: 'Go on to sealing' }).click();
  await expect(hr.getByText('probably shown', { exact: true })).toHaveCount(2);
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Seal it now' }).click();
  await expect(hr.getByText('Sealed. Nothing in it can change any more.')).toBeVisible({ timeout: 60_000 });
  await expect(hr.getByRole('listitem').filter({ hasText: 'Place of work, whole company' })).toBeVisible();
  await expectAccessible(hr);
  return (await hr.content()).match(/\/ballot\/[0-9a-f]{64}#([0-9a-f]{64})/)![1]!;
}

async function answers(employee: Page): Promise<void> {
  await employee.goto(portal.url);
  await employee.getByRole('link', { name: /Answer now/ }).click();
  await employee.getByRole('button', { name: 'Start' }).click();
  const backgrounds: string[] = [];
  const answer = async () => {
    const unsaid = employee.getByText('I prefer not to say', { exact: true });
    const asked = await employee.getByRole('heading').first().innerText();
    if ((await employee.getByText('Used only for tables that were declared').count()) === 0) return;
    backgrounds.push(asked);
    if (backgrounds.length === 1) await expectAccessible(employee);
    await (backgrounds.length === 1 ? employee.getByText('On site', { exact: true }) : unsaid).click();
  };
  await eachQuestion(employee, { answer });
  expect(backgrounds).toEqual(['Where do you mostly work?', 'How long have you worked here?']);
  await send(employee);
  await expect(employee.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
}

/** Somebody votes without a page, over the same network. */
async function votes(index: number, manifestHash: string, given: Answers): Promise<void> {
  const { name, value } = portal.session(index);
  const reach = (path: string, init: RequestInit = {}) =>
    fetch(portal.url + path, { ...init, headers: { origin: portal.url, ...(init.headers as Record<string, string>), ...(init.credentials !== 'omit' && { cookie: `${name}=${value}` }) } });
  const receipt = await vote({ fetch: reach as Fetch, manifestHash, answers: given });
  if (!receipt.ok) throw new Error(`person-${index}: ${receipt.because}`);
}

test('declared, foreseen, sealed, answered as far as people like, and published', async ({ browser }) => {
  test.setTimeout(180_000);
  const [hr, employee] = await Promise.all(
    [0, 1].map(async (index) => {
      const context = await browser.newContext({ locale: 'en' });
      await context.addCookies([portal.session(index)]);
      return context.newPage();
    }),
  );
  const id = await declares(hr!);
  const fingerprint = await seals(hr!);
  await answers(employee!);
  for (let index = 2; index < people; index += 1) {
    const place = index % 3 === 0 ? 'hybrid' : 'on-site';
    const tenure = ['0', '3', '11'][index % 3]!;
    await votes(index, fingerprint, { 'PAY-01': 1 + (index % 5), 'WKL-01': 2 + (index % 3), place, ...(index % 8 > 0 && { tenure }) });
  }
  await hr!.goto(`${portal.url}/surveys/${id}/close`);
  await hr!.getByRole('button', { name: 'Close and count' }).click();
  await hr!.getByRole('link', { name: 'See the results' }).click({ timeout: 60_000 });
  await expect(hr!.getByRole('heading', { name: 'By background' })).toBeVisible();
  await expect(hr!.getByRole('columnheader', { name: /^On site/ }).first()).toBeVisible();
  await hr!.getByRole('link', { name: 'Time with us' }).click();
  await expect(hr!.getByRole('columnheader', { name: /prefer.* not to say/ }).first()).toBeVisible();
  await expectAccessible(hr!);
});
