// From an empty installation to a plan that employees see: administrator, HR, employees and a manager, each in a browser, with real
// letters in between.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Answers } from '#app/domain/responses/answers.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { answerAll, send } from '#tests/support/ballot-journey.ts';
import { openMailbox, type Mailbox } from '#tests/support/mailbox.ts';
import { openPortal, type Portal } from '#tests/support/portal.ts';
import { founds, signedIn, votes } from '#tests/support/signing-in.ts';

test.use({ actionTimeout: 20_000 });

const teams = { Workshop: 14, Office: 9, Legal: 3 } as const;

/** A people file: the first of each team leads it. */
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

const usual: Answers = { 'OUT-01': 4, 'PAY-01': 3, 'BEN-01': 4, 'WKL-01': 2, 'WKL-02': 4, 'COM-04': 3, 'importance-pick3': ['workload', 'pay'] };
const today = () => new Date().toISOString().slice(0, 10);

async function bringsPeople(browser: Browser): Promise<Page> {
  const admin = await founds(browser, portal);
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Begin' }).click();
  await admin.getByLabel('People file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(peopleFile()) });
  await admin.getByRole('button', { name: 'Show what would change' }).click();
  await expect(admin.getByRole('heading', { name: 'What would change' })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(admin.getByText('26 joined')).toBeVisible();
  return admin;
}

/** The fingerprint of the sealed survey. */
async function sealsPulse(hr: Page): Promise<string> {
  await hr.goto('/surveys/new');
  await expectAccessible(hr);
  await hr.getByLabel('Opens on').fill(today());
  await hr.getByRole('button', { name: 'Create draft' }).click();
  await expect(hr.getByRole('heading', { name: 'Where people are counted' })).toBeVisible();
  await expect(hr.getByText(/Office.*Legal|Legal.*Office/).first()).toBeVisible();
  await expectAccessible(hr);
  await hr.getByRole('link', { name: 'Go on to sealing' }).click();
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Seal it now' }).click();
  await expect(hr.getByText('Sealed. Nothing in it can change any more.')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(hr);
  return (await hr.content()).match(/\/ballot\/[0-9a-f]{64}#([0-9a-f]{64})/)![1]!;
}

async function answersByThumb(employee: Page): Promise<void> {
  await employee.setViewportSize({ width: 390, height: 844 });
  await employee.reload();
  await expect(employee.getByText(/counted in Workshop/)).toBeVisible();
  await expectAccessible(employee);
  await employee.getByRole('link', { name: /Answer now/ }).click();
  await answerAll(employee, 'Dissatisfied');
  await send(employee);
  await expect(employee.getByRole('heading', { level: 1 })).toContainText('Your answers are in the box');
}

test('a company comes in, is asked, and acts on what it heard', async ({ browser }) => {
  test.setTimeout(240_000);

  const hr = await bringsPeople(browser);
  const survey = await sealsPulse(hr);

  // Everybody but four answers, one of them with a thumb; the portal is killed in between.
  const employee = await signedIn(browser, { portal, mailbox }, 'workshop-2@amber.example');
  await answersByThumb(employee);
  const others = Object.entries(teams).flatMap(([team, count]) => Array.from({ length: count }, (_, seat) => `${team}-${seat + 1}@amber.example`.toLowerCase()));
  const voters = others.filter((email) => !/workshop-(2|13|14)@|office-(8|9)@/.test(email));
  for (const [at, email] of voters.entries()) {
    if (at === 6) {
      await portal.kill();
      await portal.start();
    }
    await votes({ portal, mailbox }, email, { manifestHash: survey, answers: usual });
  }

  // HR closes; the release holds every ballot that was acknowledged.
  await hr.goto('/surveys');
  await hr.getByRole('link', { name: /Core pulse/ }).first().click();
  await hr.getByRole('link', { name: 'Close early' }).click();
  await expectAccessible(hr);
  await hr.getByRole('button', { name: 'Close and count' }).click();
  await hr.getByRole('link', { name: 'See the results' }).click({ timeout: 60_000 });
  await expect(hr.getByText(`${voters.length + 1} of 26 invited`).first()).toBeVisible();
  await expectAccessible(hr);

  // The manager of the workshop makes a plan from a short plank in two clicks, and commits to it.
  const manager = await signedIn(browser, { portal, mailbox }, 'workshop-1@amber.example');
  await manager.goto('/team');
  await expect(manager.getByText('12 of 14 answered')).toBeVisible();
  await expectAccessible(manager);
  await manager.getByRole('link', { name: 'Make a plan for Workload' }).click();
  await expectAccessible(manager);
  await manager.getByRole('button', { name: 'Make the plan' }).click();
  await expect(manager).toHaveURL(/\/plans\/(?!new)[\w-]+/);
  await expectAccessible(manager);

  // The results are there for those who were asked.
  await employee.goto(`${portal.url}/results`);
  await employee.getByRole('link', { name: /Core pulse/ }).first().click();
  await expect(employee.getByRole('heading', { name: 'My department', exact: true })).toBeVisible();
  await expectAccessible(employee);
});
