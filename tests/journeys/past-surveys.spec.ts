// HR brings two surveys of another tool and sees a line from the first day.
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/support/accessible.ts';
import { test, type NewPortal } from '#tests/support/new-portal.ts';

const header = 'employee_id,name,email,department,manager_id';
const people = [header, ...['Sales', 'Works', 'Legal'].flatMap((team) => [1, 2].map((n) => `${team}${n},${team} ${n},,Amber / ${team},`)), ''].join('\n');

/** Sales 9, Works 12, Legal 3, and a team that is gone. */
function answers(step: number): string {
  const teams = { Sales: 9, Works: 12, Legal: 3, 'Old team': 6 };
  const rows = Object.entries(teams).flatMap(([team, count]) => Array.from({ length: count }, (_, at) => `${team},${1 + ((at + step) % 5)},${1 + ((at * step) % 5)},${at % 2 === 0 ? '<1' : '1-3'},note ${at}`));
  return ['Department,OUT-01,PAY-01,Tenure,Comment', ...rows, ''].join('\n');
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function begin(page: Page, { firstLink }: NewPortal): Promise<void> {
  await page.goto(firstLink);
  await page.getByLabel('Name of the company').fill('Amber');
  await page.getByLabel('Your name').fill('Ada Li');
  await page.getByLabel('Your work e-mail address').fill('ada@amber.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('People file').setInputFiles(csv('people.csv', people));
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('The file is in:')).toBeVisible();
}

interface Past {
  readonly title: string;
  readonly closed: string;
  readonly text: string;
}

async function choose(page: Page, { title, closed, text }: Past): Promise<void> {
  await page.goto(new URL('/surveys/past/new', page.url()).href);
  await page.getByLabel('Name of the survey').fill(title);
  await page.getByLabel('Last day for answers').fill(closed);
  await page.getByLabel('Answers (CSV or Excel)').setInputFiles(csv('export.csv', text));
  await page.getByRole('button', { name: 'Read the file' }).click();
}

async function bring(page: Page, past: Past, check: (page: Page) => Promise<void> = expectAccessible): Promise<void> {
  await choose(page, past);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the columns are', { timeout: 30_000 });
  await check(page);
  await page.getByRole('radio', { name: /^each row/ }).check();
  await page.getByRole('group', { name: /^Tenure/ }).getByLabel('This is').selectOption({ label: 'A background: make a table by it' });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would be published', { timeout: 30_000 });
  await page.getByRole('link', { name: 'Say which they are today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where the departments are today', { timeout: 30_000 });
  await expect(page.getByLabel('Old team')).toHaveValue('');
  await check(page);
  await page.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would be published', { timeout: 30_000 });
  await expect(page.getByText('30 people in the file')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Legal' })).toBeVisible();
  await check(page);
  await page.getByRole('button', { name: 'Publish and destroy the file' }).click();
  await expect(page.getByText('Published. The file was destroyed.')).toBeVisible();
  await check(page);
}

test('two surveys of another tool become results with a line from the first day', async ({ page, portal }) => {
  test.setTimeout(120_000);
  await begin(page, portal);
  await page.goto(`${portal.url}/surveys/past`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Bring a survey' }).click();
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await expectAccessible(page);
  await bring(page, { title: 'Survey 2024', closed: '2024-06-30', text: answers(2) });
  await bring(page, { title: 'Survey 2023', closed: '2023-06-30', text: answers(1) });
  await page.getByRole('link', { name: 'Survey 2024' }).click();
  await expect(page.getByText('From a file; not collected by Murmur.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Over time' })).toBeVisible();
  await expectAccessible(page);
  await choose(page, { title: 'The same again', closed: '2024-06-30', text: answers(2) });
  await expect(page.getByText('This file was brought before')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Give up and destroy the file' }).click();
  await expect(page.getByText('The file was destroyed. Nothing of it was kept.')).toBeVisible();
});

/** Twelve of Sales, nine of Works and one of Legal, with a row for each of four answers, under names that nobody knows. */
function answersOfPeople(): string {
  const people = ['Sales', 'Works', 'Legal'].flatMap((team, at) => Array.from({ length: [12, 9, 1][at]! }, (_, n) => `${team[0]}${n}`).map((id) => ({ id, team })));
  const rows = people.flatMap(({ id, team }, at) => ['OUT-01', 'PAY-01', 'WKL-01', 'Is the canteen good?'].map((question, n) => `${id},${team},${question},${1 + ((at + n) % 5)}`));
  return ['Survey_ID,Team,What was asked,Value', ...rows, ''].join('\n');
}

async function countPeople(page: Page, check: (page: Page) => Promise<void>): Promise<void> {
  await choose(page, { title: 'Answers', closed: '2024-06-30', text: answersOfPeople() });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the columns are', { timeout: 30_000 });
  await expect(page.getByText('column “Survey_ID” has 22 different values in 88 rows: rows are answers, not people')).toBeVisible();
  await check(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('alert').getByText('Say who is counted').first()).toBeVisible();
  await page.getByRole('radio', { name: /^each row/ }).check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('alert').getByText(/A column has the same value in several rows/).first()).toBeVisible();
  await check(page);
  await page.getByRole('radio', { name: /^all rows with the same value/ }).check();
  await page.getByLabel('The column that tells people apart').selectOption({ label: 'Column 1 · Survey_ID' });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('22 people in the file')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Rows with the same value in one column are counted as one person, as you said.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Legal' })).toBeVisible();
  await check(page);
}

test('rows that are answers are asked about, and people are counted', async ({ page, portal }) => {
  test.setTimeout(120_000);
  await begin(page, portal);
  await countPeople(page, expectAccessible);
});

test('people are counted without a script @nojs', async ({ page, portal }) => {
  test.setTimeout(120_000);
  await begin(page, portal);
  await countPeople(page, async () => undefined);
});

test('a past survey is brought without a script @nojs', async ({ page, portal }) => {
  test.setTimeout(120_000);
  await begin(page, portal);
  await bring(page, { title: 'Survey 2024', closed: '2024-06-30', text: answers(2) }, async () => undefined);
});
