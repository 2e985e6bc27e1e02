// HR lends somebody another address while a survey is open: both addresses hear of it, the portal is open there, the paper is not,
// until a second person of HR has looked.
import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from '#tests/support/accessible.ts';
import { openMailbox, type Mailbox } from '#tests/support/mailbox.ts';
import { openPortal, type Portal } from '#tests/support/portal.ts';

test.use({ actionTimeout: 20_000 });

const former = 'sales-3@amber.example';
const present = 'sales-3@new.example';

/** Twelve of Sales, nine of Works; the third of Sales has the address that is told. */
function peopleFile(address = former): string {
  const rows = Object.entries({ Sales: 12, Works: 9 }).flatMap(([team, count]) =>
    Array.from({ length: count }, (_, seat) => {
      const id = `${team}-${seat + 1}`.toLowerCase();
      return `${id},${team} ${seat + 1},${id === 'sales-3' ? address : `${id}@amber.example`},Amber / ${team},,en`;
    }),
  );
  return ['employee_id,name,email,department,manager_id,language', ...rows].join('\n');
}

let portal: Portal;
let mailbox: Mailbox;

test.beforeEach(async () => {
  mailbox = await openMailbox();
  portal = await openPortal({ MURMUR_SMTP: mailbox.address });
});

test.afterEach(async () => {
  await portal.stop();
  mailbox.close();
});

const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext({ baseURL: portal.url, locale: 'en' })).newPage();

async function askForLink(page: Page, email: string, containing: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  const letter = await mailbox.letterTo(email, containing);
  await page.goto(/https?:\/\/\S+\/sign-in\/[\w-]+/.exec(letter)![0]);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const page = await newPage(browser);
  await askForLink(page, email, 'If you did not ask for it');
  await page.waitForURL(`${portal.url}/`);
  return page;
}

async function bring(hr: Page, file: string): Promise<void> {
  await hr.goto('/people/import');
  await hr.getByLabel('People file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await hr.getByRole('button', { name: 'Show what would change' }).click();
  await expect(hr.getByRole('heading', { name: 'What would change' })).toBeVisible();
}

const takeOver = (hr: Page) => hr.getByRole('button', { name: 'Import', exact: true }).click();

/** A company with a second person of HR, and an open survey. */
async function begin(browser: Browser): Promise<Page> {
  const hr = await newPage(browser);
  await expect.poll(() => portal.said()).toContain('first administrator:');
  await hr.goto(/first administrator: (\S+)/.exec(portal.said())![1]!);
  await hr.getByLabel('Name of the company').fill('Amber');
  await hr.getByLabel('Your name').fill('Ada');
  await hr.getByLabel('Your work e-mail address').fill('ada@amber.example');
  await hr.getByRole('button', { name: 'Begin' }).click();
  await expect(hr.getByRole('heading', { level: 1 })).toHaveText('Import a people file');
  await bring(hr, peopleFile());
  await takeOver(hr);
  await hr.getByRole('link', { name: 'Works 1', exact: true }).click();
  await hr.getByRole('button', { name: 'Give this role: HR' }).click();
  await expect(hr.getByText('The role was changed.')).toBeVisible();
  await hr.goto('/surveys/new');
  await hr.getByLabel('Opens on').fill(new Date().toISOString().slice(0, 10));
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await hr.getByRole('link', { name: 'Go on to sealing' }).click();
  await hr.getByRole('button', { name: 'Seal it now' }).click();
  await expect(hr.getByText('Sealed. Nothing in it can change any more.')).toBeVisible({ timeout: 60_000 });
  return hr;
}

const startOf = (page: Page) => page.getByRole('link', { name: /Answer now/ });

async function changesTheAddress(hr: Page): Promise<void> {
  await bring(hr, peopleFile(present));
  await expect(hr.getByText('1 person gets another address, or none.')).toBeVisible();
  await expect(hr.getByText('A survey is going on: answer sheets stay with the addresses that were sealed')).toBeVisible();
  await expectAccessible(hr);
  await takeOver(hr);
  await expect(hr.getByText('The file is in:')).toBeVisible();
  await hr.goto('/people/addresses');
  await expect(hr.getByText('You changed it: a second person has to look.')).toBeVisible();
  await expect(hr.getByRole('checkbox')).toHaveCount(0);
  await expectAccessible(hr);
}

async function seesThePortalWithoutThePaper(person: Page): Promise<void> {
  await expect(person.getByText('Your address was changed after this survey was sealed.')).toBeVisible();
  await expect(startOf(person)).toHaveCount(0);
  await expectAccessible(person);
  await person.goto('/privacy');
  await expect(person.getByText('s···@new.example')).toBeVisible();
  await expectAccessible(person);
  await person.goto('/results');
  await expect(person.getByRole('heading', { level: 1 })).toBeVisible();
}

async function releases(second: Page): Promise<void> {
  await second.goto('/people/addresses');
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Release the chosen ones' }).click();
  await expect(second.getByText('Please choose somebody')).toBeVisible();
  await second.getByRole('checkbox', { name: 'Release: Sales 3' }).check();
  await second.getByRole('button', { name: 'Release the chosen ones' }).click();
  await expect(second.getByText('1 address was released. Both addresses hear of it.')).toBeVisible();
  await expect(second.getByText('Nobody’s answer sheet waits for a release.')).toBeVisible();
  await expectAccessible(second);
}

test('a paper follows a changed address only after a second person has looked', async ({ browser }) => {
  test.setTimeout(180_000);
  const hr = await begin(browser);
  const early = await signedIn(browser, former);
  await expect(startOf(early)).toBeVisible();
  await changesTheAddress(hr);
  expect(await mailbox.letterTo(former, 'was changed by Ada')).toContain('s···@new.example');
  expect(await mailbox.letterTo(present, 'was changed by Ada')).toContain('s···@amber.example');

  await early.goto('/');
  await expect(early, 'who was signed in before is signed out').toHaveURL(/sign-in/);
  const person = await signedIn(browser, present);
  await seesThePortalWithoutThePaper(person);

  const second = await signedIn(browser, 'works-1@amber.example');
  await releases(second);
  for (const address of [former, present]) await mailbox.letterTo(address, 'looked at the change of your address in Murmur and released it');
  await person.goto('/');
  await startOf(person).click();
  await expect(person.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
});

test('the address that was sealed still takes its paper, and opens no page of the portal', async ({ browser }) => {
  test.setTimeout(180_000);
  const hr = await begin(browser);
  await changesTheAddress(hr);
  const person = await newPage(browser);
  await askForLink(person, former, 'This link opens the answer page and nothing else');
  await expect(person.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await expectAccessible(person);
  await person.goto('/privacy');
  await expect(person).toHaveURL(/sign-in/);
});
