import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/support/accessible.ts';
import { test, type NewPortal } from '#tests/support/new-portal.ts';

const header = 'employee_id,name,email,department,manager_id,salary\n';
const good = `${header}E1,Ada Li,ada@amber.example,Amber,,9\nE2,Bo Chen,bo@amber.example,Amber / Sales,E1,9\nE3,王芳,,Amber / Sales,E2,9\n`;
const bad = `${header}E1,Ada Li,ada@@amber,Amber,E2,9\nE2,Bo Chen,bo@amber.example,Amber / Sales,E1,9\n`;

const csv = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

async function begin(page: Page, { firstLink }: NewPortal): Promise<void> {
  await page.goto(firstLink);
  await page.getByLabel('Name of the company').fill('Amber');
  await page.getByLabel('Your name').fill('Ada Li');
  await page.getByLabel('Your work e-mail address').fill('ada@amber.example');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import a people file');
}

async function choose(page: Page, text: string): Promise<void> {
  await page.getByLabel('People file').setInputFiles(csv(text));
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would change');
}

async function bringPeople(page: Page): Promise<void> {
  await choose(page, good);
  await expect(page.getByText('Columns left alone: salary')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('The file is in: 2 joined, 0 left, 1 moved, 0 changed.')).toBeVisible();
  await expect(page.getByRole('link', { name: '王芳' })).toBeVisible();
}

test('an empty installation greets a stranger, and its first administrator brings in a company', async ({ page, portal }) => {
  await page.goto(portal.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This Murmur is new');
  await expectAccessible(page);
  await page.goto(portal.firstLink);
  await expectAccessible(page);
  await begin(page, portal);
  await expectAccessible(page);
  await choose(page, good);
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import a people file');
  await bringPeople(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Departments' }).click();
  await expect(page.getByRole('link', { name: 'headed by Bo Chen' })).toBeVisible();
  await expectAccessible(page);
});

test('a wrong form and a wrong file say what would be right', async ({ page, portal }) => {
  await page.goto(portal.firstLink);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await expectAccessible(page);
  await begin(page, portal);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByRole('alert')).toContainText('Please choose a file');
  await choose(page, bad);
  await expect(page.getByRole('row', { name: /people 2 email/ })).toContainText('is not an address');
  await expect(page.getByRole('row', { name: /manager_id/ })).toContainText('E1 → E2 → E1');
  // The lines without a problem can come in; the others are listed.
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a role is given by a tap and taken away by another', async ({ page, portal }) => {
  await begin(page, portal);
  await bringPeople(page);
  await page.getByRole('link', { name: 'Bo Chen' }).click();
  await page.getByRole('button', { name: 'Give this role: HR' }).click();
  await expect(page.getByText('The role was changed.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take it away: HR' }).click();
  await expect(page.getByRole('button', { name: 'Give this role: HR' })).toBeVisible();
});

test('after signing out «back» shows nothing, for pages are kept nowhere', async ({ page, portal }) => {
  await begin(page, portal);
  await bringPeople(page);
  for (const path of ['/people', '/people?_data=routes%2Fpeople._index', '/sign-in']) {
    expect((await page.request.get(portal.url + path)).headers()['cache-control']).toBe('no-store');
  }
  const script = (await (await page.request.get(`${portal.url}/people`)).text()).match(/\/assets\/[\w.-]+\.js/)?.[0] ?? '';
  expect((await page.request.get(portal.url + script)).headers()['cache-control']).toContain('immutable');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goBack();
  await page.waitForLoadState();
  await expect(page.getByText('王芳')).toHaveCount(0);
  await expect(page).toHaveURL(/sign-in/);
});

test('the whole set-up works without a script @nojs', async ({ page, portal }) => {
  await page.goto(portal.firstLink);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await begin(page, portal);
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByText('Please choose a file').first()).toBeVisible();
  await bringPeople(page);
});

test('what a file leaves open is said by keyboard alone', async ({ page, portal }) => {
  await begin(page, portal);
  const file = ['nr,wer,mail,bereich,beginn', 'E1,Ada Li,ada@amber.example,Amber,2020-04-03', 'E2,Bo Chen,bo@amber.example,Amber / Sales,2021-05-04'].join('\n');
  await page.getByLabel('People file').setInputFiles(csv(file));
  await page.getByRole('button', { name: 'Show what would change' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How the file is read');
  await expectAccessible(page);
  /** Tab from where the page begins, and the keys of a list. */
  const say = async (label: string | RegExp, choice: string) => {
    const list = page.getByLabel(label, { exact: true });
    for (let key = 0; key < 60 && !(await list.evaluate((one) => one === document.activeElement)); key += 1) await page.keyboard.press('Tab');
    await expect(list).toBeFocused();
    await page.keyboard.type(choice);
    await expect(list.locator('option:checked')).toHaveText(new RegExp(`^${choice}`, 'i'));
  };
  await say('nr', 'employee id');
  await say('wer', 'whole name');
  await say('bereich', 'department, or');
  await say('beginn', 'day of joining');
  const send = page.getByRole('button', { name: 'Read it like this' });
  for (let key = 0; key < 20 && !(await send.evaluate((one) => one === document.activeElement)); key += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What would change');
  await expect(page.getByText('In the file: 2 people', { exact: false })).toBeVisible();
});
