// Signing in as people do, by a letter that a real mail server took; for journeys that begin with an empty portal.
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { vote } from '#app/ballot/vote.ts';
import type { Fetch } from '#app/ballot/drop.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { Mailbox } from './mailbox.ts';
import type { Portal } from './portal.ts';

export interface Entrance {
  readonly portal: Portal;
  readonly mailbox: Mailbox;
}

const linkIn = (letter: string) => /https?:\/\/\S+\/sign-in\/[\w-]+/.exec(letter)![0];

/** Address, letter, link, one tap. */
export async function signedIn(browser: Browser, { portal, mailbox }: Entrance, email: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: portal.url, locale: 'en', ...options })).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await page.goto(linkIn(await mailbox.letterTo(email, 'If you did not ask for it')));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${portal.url}/`);
  return page;
}

/** Like a browser without drawing anything; the value of a Cookie header. */
async function session({ portal, mailbox }: Entrance, email: string): Promise<string> {
  await fetch(`${portal.url}/sign-in?index`, { method: 'POST', headers: { origin: portal.url }, body: new URLSearchParams({ email, to: '/' }) });
  const link = linkIn(await mailbox.letterTo(email, 'If you did not ask for it'));
  const entered = await fetch(link, { method: 'POST', headers: { origin: portal.url }, body: new URLSearchParams(), redirect: 'manual' });
  return entered.headers.get('set-cookie')!.split(';')[0]!;
}

/** Somebody votes without a page, over the same network and with a session of their own. */
export async function votes(entrance: Entrance, email: string, cast: { readonly manifestHash: string; readonly answers: Answers }): Promise<void> {
  const { url } = entrance.portal;
  const cookie = await session(entrance, email);
  const reach = (path: string, init: RequestInit = {}) =>
    fetch(url + path, { ...init, headers: { origin: url, ...(init.headers as Record<string, string>), ...(init.credentials !== 'omit' && { cookie }) } });
  const receipt = await vote({ fetch: reach as Fetch, ...cast });
  if (!receipt.ok) throw new Error(`${email}: ${receipt.because}`);
}

/** The first administrator of a company called Amber, before the import of its people file. */
export async function founds(browser: Browser, portal: Portal): Promise<Page> {
  const admin = await (await browser.newContext({ baseURL: portal.url, locale: 'en' })).newPage();
  await expect.poll(() => portal.said()).toContain('first administrator:');
  await admin.goto(/first administrator: (\S+)/.exec(portal.said())![1]!);
  await admin.getByLabel('Name of the company').fill('Amber');
  await admin.getByLabel('Your name').fill('Ada');
  await admin.getByLabel('Your work e-mail address').fill('ada@amber.example');
  return admin;
}
