// Departments that serve departments: HR draws the map and asks, people rate those they depended on with a thumb, and the head of a provider
// reads what its customers say and begins a plan from it; each in a browser.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Answers } from '#app/domain/responses/answers.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork } from '#tests/support/at-work.ts';
import { send } from '#tests/support/ballot-journey.ts';
import { eachQuestion } from '#tests/support/each-question.ts';
import { openMailbox, type Mailbox } from '#tests/support/mailbox.ts';
import { openPortal, type Portal } from '#tests/support/portal.ts';
import { founds, signedIn, votes } from '#tests/support/signing-in.ts';

test.use({ actionTimeout: 20_000 });

const teams = { Computers: 10, Repairs: 9, Workshop: 10, Sales: 9, Legal: 3 } as const;

/** The first of each team leads it. */
function peopleFile(): string {
  const rows = Object.entries(teams).flatMap(([team, count]) =>
    Array.from({ length: count }, (_, seat) => {
      const id = `${team}-${seat + 1}`.toLowerCase();
      return `${id},${team} ${seat + 1},${id}@amber.example,Amber / ${team},${seat === 0 ? '' : `${team.toLowerCase()}-1`},en`;
    }),
  );
  return ['employee_id,name,email,department,manager_id,language', ...rows].join('\n');
}

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

const today = () => new Date().toISOString().slice(0, 10);
const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

async function bringsPeople(browser: Browser): Promise<Page> {
  const admin = await founds(browser, portal);
  await admin.getByRole('button', { name: 'Begin' }).click();
  await admin.getByLabel('People file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(peopleFile()) });
  await admin.getByRole('button', { name: 'Show what would change' }).click();
  await admin.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(admin.getByText('41 joined')).toBeVisible();
  return admin;
}

const field = (hr: Page, name: string) => hr.getByRole('combobox', { name });

async function adds(hr: Page, provider: string, customer: string, kind = ''): Promise<void> {
  await field(hr, 'Provider').fill(provider);
  await field(hr, 'Customer').fill(customer);
  await hr.getByLabel('What for').fill(kind);
  await hr.getByRole('button', { name: 'Add to the map' }).click();
}

/** Pair by pair; a slip is told and what was typed stays; the rest as lines. */
async function drawsTheMap(hr: Page): Promise<void> {
  await hr.goto('/surveys');
  await hr.getByRole('link', { name: 'Who serves whom' }).click();
  await expect(hr.getByText('Nothing is on the map yet.')).toBeVisible();
  await atWork(hr);
  await expectAccessible(hr);
  await adds(hr, 'Computers', 'Amber', 'computers and accounts');
  await expect(hr.getByRole('heading', { name: 'Computers' })).toBeVisible();
  await expect(field(hr, 'Provider')).toHaveValue('');
  await expect(field(hr, 'Provider')).toBeFocused();
  await adds(hr, 'Repairs', 'Repairs');
  await expect(hr.getByText('nobody is a customer of the own department').first()).toBeVisible();
  await expect(field(hr, 'Customer')).toHaveValue('Repairs');
  await expectAccessible(hr);
  await hr.getByRole('link', { name: 'The whole map as lines' }).click();
  const lines = hr.getByLabel('One pair a line');
  await expect(lines).toHaveValue('Computers; Amber; computers and accounts');
  await expectAccessible(hr);
  const whole = 'Computers; Amber; computers and accounts\nRepairs; Workshop\nRepairs; Sales\nLegal; Amber; contracts';
  await lines.fill(`${whole}\nMoon base; Amber`);
  await hr.getByRole('button', { name: 'Save the map' }).click();
  await expect(hr.getByText('Line 5: There is no department “Moon base”')).toBeVisible();
  await expect(lines).toHaveValue(`${whole}\nMoon base; Amber`);
  await expectAccessible(hr);
  await lines.fill(whole);
  await hr.getByRole('button', { name: 'Save the map' }).click();
  await expect(hr.getByText('is never rated alone').first()).toBeVisible();
  await expectAccessible(hr);
}

/** The fingerprint of what was sealed. */
async function asks(hr: Page): Promise<string> {
  await hr.goto('/surveys/new?template=internal-service');
  await expect(hr.getByText('These questions come from the map.')).toBeVisible();
  await expectAccessible(hr);
  await hr.getByLabel('Opens on').fill(today());
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await hr.getByRole('link', { name: 'Go on to sealing' }).click();
  await hr.getByRole('button', { name: 'Seal it now' }).click();
  await expect(hr.getByText('Sealed. Nothing in it can change any more.')).toBeVisible({ timeout: 60_000 });
  return (await hr.content()).match(/\/ballot\/[0-9a-f]{64}#([0-9a-f]{64})/)![1]!;
}

/** All on one page: what there is to say of a provider stands below the question of whom one depended on, once it is named, and goes with it. */
async function looksAtTheList(employee: Page): Promise<void> {
  await employee.getByRole('button', { name: 'All on one page' }).click();
  const rated = employee.getByRole('group').filter({ has: employee.getByText('Very poor', { exact: true }) });
  const ofComputers = async () => (await rated.filter({ visible: true }).allInnerTexts()).filter((words) => words.includes('Computers')).length;
  await expect(employee.locator('.choice').filter({ hasText: 'Computers' })).toBeVisible();
  await expect(employee.locator('progress')).toHaveCount(0);
  await expect.poll(ofComputers).toBe(0);
  await employee.locator('.choice').filter({ hasText: 'Computers' }).click();
  await expect.poll(ofComputers).toBe(8);
  await expect.poll(() => overflows(employee)).toBe(false);
  await expectAccessible(employee);
  await employee.locator('.choice').filter({ hasText: 'Computers' }).click();
  await expect.poll(ofComputers).toBe(0);
  await employee.getByRole('button', { name: 'One at a time' }).click();
  await expect(employee.getByRole('heading', { name: /Whom did you depend on/ })).toBeVisible();
}

/** Names one provider of those offered and rates it, with a thumb. */
async function answersByThumb(employee: Page): Promise<void> {
  await employee.getByRole('link', { name: /Answer now/ }).click();
  await expect(employee.getByText('the heads of a provider or of departments above it and HR')).toBeVisible();
  await expectAccessible(employee);
  await employee.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(employee.getByRole('heading', { name: /Whom did you depend on/ })).toBeVisible();
  await expect(employee.locator('.choice')).toHaveText(['Computers (computers and accounts)', 'Legal (contracts) and Repairs', 'None of these', 'I prefer not to say']);
  await expectAccessible(employee);
  await looksAtTheList(employee);
  await employee.locator('.choice').filter({ hasText: 'Computers' }).click();
  let rated = 0;
  const answer = async () => {
    const poor = employee.locator('.choice').filter({ has: employee.getByText('Poor', { exact: true }) });
    if ((await poor.count()) === 0) return;
    if (rated === 0) await expectAccessible(employee);
    rated += 1;
    await poor.click();
  };
  await eachQuestion(employee, { answer });
  expect(rated).toBe(8);
  expect(await overflows(employee)).toBe(false);
  await expectAccessible(employee);
  await send(employee);
  await expect(employee.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
}

const serviceItems = ['ISQ-01', 'ISQ-03', 'ISQ-04', 'ISQ-05', 'ISQ-11', 'ISQ-07', 'ISQ-12', 'ISQ-13'];
const ratings = (provider: string, score: number): Answers => Object.fromEntries(serviceItems.map((item) => [`${item}@${provider}`, score]));

/** The workshop is strict with everybody and sales is kind; computers think better of themselves than either does. */
function answersOf(team: 'Computers' | 'Workshop' | 'Sales', seat: number): Answers {
  if (team === 'Computers') return { 'service-depended': ['p2'], ...ratings('p2', 4), 'own@p1': 5 };
  const strict = team === 'Workshop';
  return { 'service-depended': ['p1', 'p2'], ...ratings('p1', strict ? 1 + (seat % 2) : 4), ...ratings('p2', strict ? 3 : 5), 'OPN-03': `A remark of ${team} ${seat}` };
}

test('departments that serve departments: from the map to what a provider does about it', async ({ browser }) => {
  test.setTimeout(300_000);
  const hr = await bringsPeople(browser);
  await drawsTheMap(hr);
  const manifestHash = await asks(hr);

  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const employee = await signedIn(browser, { portal, mailbox }, 'workshop-2@amber.example', phone);
  await answersByThumb(employee);
  const voters = (['Computers', 'Workshop', 'Sales'] as const).flatMap((team) => Array.from({ length: 9 }, (_, seat) => ({ team, seat: seat + 1 })));
  const others = voters.filter(({ team, seat }) => !(team === 'Workshop' && seat === 2));
  for (let at = 0; at < others.length; at += 4)
    await Promise.all(others.slice(at, at + 4).map(({ team, seat }) => votes({ portal, mailbox }, `${team}-${seat}@amber.example`.toLowerCase(), { manifestHash, answers: answersOf(team, seat) })));

  // HR closes and reads the table of all.
  await hr.goto('/surveys');
  await hr.getByRole('link', { name: /Internal service/ }).first().click();
  await hr.getByRole('link', { name: 'Close early' }).click();
  await hr.getByRole('button', { name: 'Close and count' }).click();
  await hr.getByRole('link', { name: 'See the results' }).click({ timeout: 60_000 });
  await expect(hr).toHaveURL(/\/results\/[\w-]+\/services$/);
  const table = hr.getByRole('table', { name: 'Providers and their customers' });
  await expect(table.getByRole('columnheader')).toHaveText(['Customer', 'Legal and Repairs', 'Computers']);
  await expectAccessible(hr);

  // The head of the computers reads the own provider, and how the own people see it.
  const head = await signedIn(browser, { portal, mailbox }, 'computers-1@amber.example', phone);
  await head.goto('/results');
  await head.getByRole('link', { name: /Internal service/ }).first().click();
  await expect(head.getByRole('heading', { name: 'Computers' })).toBeVisible();
  const own = head.locator('.tile').filter({ hasText: 'Its own people expect' });
  await expect(own).toContainText('100');
  await expect(own).toContainText('more than customers give');
  await expect(head.getByText(/^Weakest:/)).toBeVisible();
  await expect(head.getByRole('heading', { name: 'Legal and Repairs' })).toHaveCount(0);
  await expect(head.getByRole('table', { name: 'Providers and their customers' })).toHaveCount(0);
  expect(await overflows(head)).toBe(false);
  await expectAccessible(head);

  // A plan begins from what the customers said.
  await head.getByRole('link', { name: 'Make a plan for Computers' }).click();
  await expect(head.getByText('18 people who depend on the work of Computers rated it')).toBeVisible();
  await expectAccessible(head);
  await head.getByRole('button', { name: 'Make the plan and agree it' }).click();
  await expect(head).toHaveURL(/\/plans\/(?!new)[\w-]+/);
  await expect(head.getByText('18 people who depend on the work of Computers rated it').first()).toBeVisible();
  await expectAccessible(head);
});
