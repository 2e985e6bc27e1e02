// On the built server: what a whole visit weighs, and that the browser that voted finds its own ballot counted.
import { expect, test, type Page } from '@playwright/test';
import { languages } from '#app/domain/kernel/language.ts';
import { answerAll, send } from '#tests/support/ballot-journey.ts';
import { pulsePortal, type PulsePortal } from '#tests/support/many-blocks.ts';

/** Of 40 kB with 1,024 bytes each: eighteen groups have a list of their own; a visit of an ordinary company stays below 40,000 bytes. */
const most = 40_960;
let portal: PulsePortal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await pulsePortal();
});

test.afterAll(() => portal.stop());

interface Received {
  readonly way: string;
  readonly bytes: number;
}

/** Bytes over the wire, headers included, one entry for each reply, as the browser counts them. */
async function weighing(page: Page): Promise<Received[]> {
  const received: Received[] = [];
  const paths = new Map<string, string>();
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  wire.on('Network.responseReceived', ({ requestId, response }) => void paths.set(requestId, new URL(response.url).pathname));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const [, way = ''] = (paths.get(requestId) ?? '').split('/');
    received.push({ way, bytes: encodedDataLength });
  });
  return received;
}

test('a whole visit with a company of eighteen groups receives at most 40 kB in every language', async ({ browser }) => {
  test.setTimeout(240_000);
  for (const [index, language] of languages.entries()) {
    const context = await browser.newContext();
    await context.addCookies([portal.session(index + 1)]);
    const page = await context.newPage();
    const received = await weighing(page);
    await page.goto(portal.link(language));
    await page.locator('button.primary').first().click();
    // Offer and signature are the two papers.
    await expect.poll(() => received.map(({ way }) => way).sort()).toEqual(['ballot', 'manifest', 'paper', 'paper']);
    const total = received.reduce((sum, { bytes }) => sum + bytes, 0);
    test.info().annotations.push({ type: `bytes ${language}`, description: JSON.stringify({ received, total }) });
    expect(total, language).toBeGreaterThan(10_000);
    expect(total, language).toBeLessThanOrEqual(most);
    await context.close();
  }
});

test('the browser that voted says after closing that its ballot was counted', async ({ browser }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ locale: 'en' });
  await context.addCookies([portal.session(8)]);
  const page = await context.newPage();
  await page.goto(portal.link('en'));
  await answerAll(page);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  const receipt = await page.locator('.whole').textContent();

  const hr = await browser.newContext({ locale: 'en' });
  await hr.addCookies([portal.session(0)]);
  const office = await hr.newPage();
  await office.goto(`${portal.url}/surveys/${portal.survey}/close`);
  await office.getByRole('button', { name: 'Close and count' }).click();
  await expect.poll(async () => (await fetch(`${portal.url}/receipts/${portal.survey}`)).status, { timeout: 60_000 }).toBe(200);

  const asked = page.waitForRequest((request) => request.url().includes('/receipts/'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your answers were counted');
  const request = await asked;
  expect(new URL(request.url()).pathname).toBe(`/receipts/${portal.survey}`);
  expect(new URL(request.url()).search).toBe('');
  const headers = await request.allHeaders();
  expect(Object.keys(headers).filter((name) => ['cookie', 'authorization', 'referer'].includes(name))).toEqual([]);
  const list = (await (await request.response())!.text()).trim().split('\n');
  expect(list).toEqual([receipt]);
  await Promise.all([context.close(), hr.close()]);
});
