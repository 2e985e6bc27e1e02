// HR brings a language on a page: gets the file, is told what is wrong in it, mends it, looks at the answer page in it, takes it into use,
// asks in it, and takes it away again; with scripts and without.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import '#app/text/all.server.ts';
import { day } from '#app/domain/kernel/day.ts';
import { openApp } from '#app/platform/app.server.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { aSmallCompany } from '#tests/support/people.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 800 }, actionTimeout: 20_000 });

let folder: string;
let portal: BuiltServer;

test.beforeEach(async ({ context }) => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'murmur-language-'));
  const app = await openApp(readConfig({ dataFolder: folder }, { MURMUR_TZ: 'UTC' }));
  await aSmallCompany(app);
  await app.data.sessions.save({ tokenHash: createHash('sha256').update('home-hr').digest('base64url'), personId: 'hr', createdOn: app.today(), expiresOn: day('2099-01-01') });
  await app.data.close();
  portal = await startBuilt(folder, await freePort());
  await context.addCookies([{ name: 'murmur_session', value: 'home-hr', url: portal.url }]);
});

test.afterEach(async () => {
  await portal.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** With this sentence under a key. */
const saying = (file: string, key: string, words: string): string => file.replace(new RegExp(`(msgctxt "${key.replaceAll('.', '\\.')}"\\nmsgid "[^\\n]*"\\nmsgstr )"[^\\n]*"`), (_all, before: string) => `${before}"${words}"`);

async function fileOf(page: Page, language: string): Promise<string> {
  await page.goto(`${portal.url}/surveys/languages`);
  await page.getByRole('combobox', { name: 'Language' }).selectOption(language);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Get the file')]);
  return readFileSync(await download.path(), 'utf8');
}

async function bring(page: Page, file: string): Promise<void> {
  await page.goto(`${portal.url}/surveys/languages`);
  await page.getByRole('link', { name: 'Bring a translated file' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bring a translated file' })).toBeVisible();
  await page.getByLabel('File of sentences (PO)').setInputFiles({ name: '../../it.po', mimeType: 'text/x-gettext-translation', buffer: Buffer.from(file) });
  await press(page, 'Look at it');
  await expect(page.getByRole('heading', { level: 1, name: 'What the file brings: Italiano' })).toBeVisible();
}

/** axe is a script itself. */
async function throughAll(page: Page, scripts: boolean): Promise<string> {
  const empty = await fileOf(page, 'Italian');
  await bring(page, saying(saying(empty, 'ballot/pageTitle', '<b>Sondaggio</b>'), 'letter.survey.link', 'Il link'));
  await expect(page.getByText('Not taken: 2 mistakes')).toBeVisible();
  await expect(page.getByText('{home} is missing. Write it, braces included, where the value belongs.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take it into use' })).toHaveCount(0);
  if (scripts) await expectAccessible(page);
  const mended = saying(saying(empty, 'ballot/promise.start', 'Comincia'), 'ballot/promise.heading', 'Che cosa succede alle risposte');
  await bring(page, mended);
  await expect(page.getByText('There is no file for this language yet.')).toBeVisible();
  await page.getByText(/sentences are read in English$/).click();
  await expect(page.getByText('It has no translation.').first()).toBeVisible();
  return mended;
}

test('a language from its file to a draft that is asked in it, and out of use again', async ({ page }) => {
  const mended = await throughAll(page, true);
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Comincia' })).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Take it into use');
  await expect(page.getByText('Italiano is in use for surveys that you write from now on.')).toBeVisible();
  await expect(page.frameLocator('iframe').getByText('Che cosa succede alle risposte')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${portal.url}/surveys/new`);
  await expect(page.getByLabel('Name, Italiano')).toBeVisible();

  await bring(page, saying(mended, 'ballot/promise.start', 'Inizia'));
  await expect(page.getByText('Against what is read now: 0 sentences are new, 1 changes, 0 are read in English again.')).toBeVisible();
  await page.getByLabel('Somebody who speaks the language has read all of it').check();
  await press(page, 'Replace what is there, and use it');
  await expect(page.getByText('Italiano is in use for surveys that you write from now on.')).toBeVisible();
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Inizia' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the file' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the file' }).click();
  await expect(page.getByText('The file was removed.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Italiano/ })).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the same forms lead to the same', async ({ page }) => {
    await throughAll(page, false);
    await press(page, 'Take it into use');
    await expect(page.getByText('Italiano is in use for surveys that you write from now on.')).toBeVisible();
    await page.goto(`${portal.url}/surveys/languages`);
    await expect(page.getByRole('checkbox', { name: /^Italiano/ })).toBeChecked();
    await page.getByRole('checkbox', { name: /^Italiano/ }).uncheck();
    await press(page, 'Keep the choice');
    await expect(page.getByText('Kept. It holds for surveys')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Italiano/ })).not.toBeChecked();
  });
});
