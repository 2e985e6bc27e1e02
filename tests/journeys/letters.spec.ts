// HR asks in a further language, writes its letter in it, and reads it as it arrives at a mail server: from a language by a file to a letter in
// it, in a browser.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import '#app/text/all.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork } from '#tests/support/at-work.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { openMailbox, type Mailbox } from '#tests/support/mailbox.ts';
import { aSmallCompany } from '#tests/support/people.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 800 }, actionTimeout: 20_000 });

let folder: string;
let portal: BuiltServer;
let mailbox: Mailbox;

/** Beside the languages of the program there is a file that is none. */
test.beforeEach(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'murmur-letters-'));
  const app = await openApp(readConfig({ dataFolder: folder }, { MURMUR_TZ: 'UTC' }));
  await aSmallCompany(app);
  await app.data.sessions.save({ tokenHash: createHash('sha256').update('home-hr').digest('base64url'), personId: 'hr', createdOn: app.today(), expiresOn: day('2099-01-01') });
  await app.data.close();
  mkdirSync(join(folder, 'languages'));
  writeFileSync(join(folder, 'languages', 'it.po'), 'msgid ""\nmsgstr "x"y"\n');
  mailbox = await openMailbox();
  portal = await startBuilt(folder, await freePort(), { MURMUR_SMTP: mailbox.address });
});

test.afterEach(async () => {
  await portal.end('SIGTERM');
  mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('HR asks in German, writes the invitation in it, and gets it as an employee would', async ({ page, context }) => {
  await context.addCookies([{ name: 'murmur_session', value: 'home-hr', url: portal.url }]);
  await page.goto(`${portal.url}/surveys/languages`);
  await expect(page.getByText('This is no PO file: line 2 cannot be read.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Deutsch/ }).check();
  await press(page, 'Keep the choice');
  await expect(page.getByText('Kept. It holds for surveys')).toBeVisible();
  await expectAccessible(page);

  // What people read first is not taken for German because it stands there in English.
  await page.goto(`${portal.url}/surveys/new`);
  await expect(page.getByLabel('Name, Deutsch')).toHaveValue('');
  await expect(page.getByLabel('Purpose, Deutsch')).toHaveValue('');
  await expect(page.getByLabel('Name, English')).not.toHaveValue('');
  await press(page, 'Create draft');
  await expect(page.getByRole('heading', { name: 'Please check these fields' })).toBeVisible();
  await page.getByLabel('Name, Deutsch').fill('Herbstpuls');
  await page.getByLabel('Purpose, Deutsch').fill((await page.getByLabel('Purpose, English').inputValue()).trim());
  await press(page, 'Create draft');
  await expect(page.getByText('In Deutsch the name or the purpose is the English one.')).toBeVisible();

  await page.getByRole('link', { name: 'Letters', exact: true }).click();
  await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
  const [subject, body] = [page.getByLabel('Subject'), page.getByLabel('Text', { exact: true })];
  await expect(body).toHaveValue(/^Guten Tag \{name\}/);
  const program = await body.inputValue();
  // What only HR is told is in HR's language.
  await atWork(page);
  await page.getByText('As bare text').click();
  await expect(page.locator('.letter-text')).toContainText('(the six words come with sealing)');

  await subject.fill('Ihre Meinung bis {termin}');
  await press(page, 'Keep these words');
  await expect(page.getByText('“{termin}” cannot stand in this letter.').first()).toBeVisible();
  await expectAccessible(page);
  await subject.fill('Ihre Meinung bis {closes}');
  await body.fill('Hallo {name}, <b onclick="alert(1)">bitte</b> hier entlang:\n\n{link}');
  // Whoever goes on is asked, and whoever stays has lost nothing.
  const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await asked;
  await expect(subject).toHaveValue('Ihre Meinung bis {closes}');
  await press(page, 'Keep these words');
  await expect(page.getByText('These words are kept.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Deutsch own words' })).toBeVisible();
  await expect(page.getByText('Whoever is written to in English, 简体中文, and 繁體中文 gets this letter in the program’s own words.')).toBeVisible();
  await expectAccessible(page);

  await press(page, 'Send this letter to me');
  await expect(page.getByText('The letter is on its way to you.')).toBeVisible();
  const [letter] = mailbox.taken();
  expect(letter!.subject).toMatch(/^\[Test\] Ihre Meinung bis \d+\. \p{L}+ \d{4}$/u);
  expect(letter!.text).toContain('<b onclick="alert(1)">bitte</b> hier entlang:');
  expect(letter!.html).toContain('&lt;b onclick=');
  expect(letter!.html).not.toContain('<b onclick=');
  expect(letter!.html).toContain('lang="de"');

  await press(page, 'Take the program’s own words again');
  await expect(page.getByText('The letter is in the program’s own words again.')).toBeVisible();
  await expect(body, 'also in the form').toHaveValue(program);
});
