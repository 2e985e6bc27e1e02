import { expect, type Page } from '@playwright/test';
import { blockKey, sha256Of, shortSha256Of } from '#tests/support/ballot-keys.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { answerAll, send, signIn, test, type Journey } from '#tests/support/ballot-journey.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const drops = ({ server }: Journey) => server.seen.filter(({ path }) => path.startsWith('/box/'));
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage));

/** The next person finds nobody signed in. */
async function finish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish and clear the screen' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
}

test('a closed tab loses neither answers nor the paper', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Very satisfied', { exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => journey.server.seen.some(({ method }) => method === 'POST')).toBe(true);
  const again = await page.context().newPage();
  await page.close();
  await again.goto(journey.link());
  await expect(again.getByText('Your earlier answers are still on this device')).toBeVisible();
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByText('2 of 8')).toBeVisible();
  for (let question = 2; question <= 8; question += 1) await again.locator('button[type=submit]').click();
  await send(again);
  await expect(again.locator('.receipt')).toBeVisible();
  expect(await journey.server.opened()).toEqual([{ 'OUT-01': 5 }]);
  expect(new Set(journey.server.seen.filter(({ path }) => path.includes('reissue'))).size).toBe(0);
});

test('a lost reply while the paper is taken is asked for again with the same value', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.faults.set('issue', 'lost-reply');
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await expect(page.getByText('No connection')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask for the sheet again' }).click();
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  expect(journey.server.reissues.size).toBe(0);
});

test('a lost reply while sending leads to one ballot of the same bytes', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.faults.set('box', 'lost-reply');
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await expect(page.getByText('Nothing is lost')).toBeVisible();
  const [first] = journey.server.box.values();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.locator('.receipt')).toBeVisible();
  expect(drops(journey)).toHaveLength(2);
  expect([...journey.server.box.values()]).toEqual([first]);
});

test('whoever comes back after a «send» without a reply is told so at the start, until it is sent', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.faults.set('box', 'lost-reply');
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await expect(page.getByText('Nothing is lost')).toBeVisible();
  const again = await page.context().newPage();
  await page.close();
  await again.goto(journey.link());
  await expect(again.getByText('You pressed “Send”, but no reply came')).toBeVisible();
  await again.getByRole('button', { name: 'Go on' }).click();
  await send(again);
  await expect(again.locator('.receipt')).toBeVisible();
  expect(journey.server.box.size).toBe(1);
});

test('why nothing was sent is seen on a phone, below a record that is longer than its screen', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.faults.set('box', 'lost-reply');
  await page.setViewportSize({ width: 320, height: 480 });
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await expect(page.getByRole('alert')).toBeInViewport({ ratio: 1 });
});

test('«send» without a sheet shows why it cannot', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.faults.set('issue', 'lost-reply');
  await page.setViewportSize({ width: 320, height: 480 });
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await expect(page.getByRole('alert')).toHaveCount(1);
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Ask for the sheet again' })).toBeInViewport({ ratio: 1 });
});

test('«send» twice is one ballot', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await page.locator('.primary[aria-disabled=false]').dblclick();
  await expect(page.locator('.receipt')).toBeVisible();
  expect(drops(journey)).toHaveLength(1);
  expect(journey.server.box.size).toBe(1);
});

test('changed answers take the place of those before, without signing in again', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  const former = await page.locator('.receipt').textContent();
  await page.context().clearCookies();
  await page.reload();
  await page.getByRole('button', { name: 'Change my answers' }).click();
  await page.getByText('Dissatisfied', { exact: true }).click();
  for (let question = 1; question <= 8; question += 1) await page.locator('button[type=submit]').click();
  await send(page);
  await expect(page.locator('.receipt')).not.toHaveText(former ?? '');
  expect(journey.server.box.size).toBe(1);
  expect((await journey.server.opened())[0]).toMatchObject({ 'OUT-01': 2 });
});

test('after the answers were removed from the device only the receipt is left', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await page.getByRole('button', { name: 'Remove my answers' }).click();
  await expect(page.getByText('Only the receipt is left')).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify(localStorage));
  for (const word of ['OUT-01', 'signature', 'inverse']) expect(stored).not.toContain(word);
  await page.reload();
  await expect(page.locator('.receipt')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change my answers' })).toHaveCount(0);
});

test('on a second device the one replacement is explained and counted', async ({ page, begin, browser }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await page.locator('.primary[aria-disabled=false]').waitFor();
  const device = await browser.newContext();
  const second = await device.newPage();
  await signIn(second, journey);
  await second.goto(journey.link());
  await expect(second.getByText('already taken in your name')).toBeVisible();
  await expect(second.getByText('the number is printed with the results')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0);
  await expectAccessible(second);
  await second.getByRole('button', { name: 'take the one replacement' }).click();
  await answerAll(second);
  await send(second);
  await expect(second.locator('.receipt')).toBeVisible();
  expect([...journey.server.reissues]).toEqual(['p00']);
  const third = await (await browser.newContext()).newPage();
  await signIn(third, journey);
  await third.goto(journey.link());
  await expect(third.getByText('No further answer sheet')).toBeVisible();
});

test('a phone restored from a backup casts its ballot again, and the box holds one', async ({ page, begin, browser }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await page.locator('.primary[aria-disabled=false]').waitFor();
  const backup = await page.context().storageState();
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  const restored = await (await browser.newContext({ storageState: backup })).newPage();
  await restored.goto(journey.link());
  await expect(restored.getByText('Your earlier answers are still on this device')).toBeVisible();
  await restored.getByRole('button', { name: 'Go on' }).click();
  for (let question = 5; question <= 8; question += 1) await restored.locator('button[type=submit]').click();
  await send(restored);
  await expect(restored.locator('.receipt')).toBeVisible();
  expect(await journey.server.opened()).toHaveLength(1);
  expect(journey.server.reissues.size).toBe(0);
  expect(drops(journey)).toHaveLength(2);
});

test('two tabs use one paper and cast one ballot', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  const other = await page.context().newPage();
  await Promise.all([page.goto(journey.link()), other.goto(journey.link())]);
  await Promise.all([answerAll(page), answerAll(other, 'Dissatisfied')]);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  await expect(other.locator('.receipt')).toBeVisible();
  expect(journey.server.box.size).toBe(1);
  expect(journey.server.reissues.size).toBe(0);
});

test('a survey that closed meanwhile says so, and the answers are still on the device', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await page.locator('.primary[aria-disabled=false]').waitFor();
  journey.server.state = 'closed';
  await send(page);
  await expect(page.getByText('This survey is closed')).toBeVisible();
  await page.reload();
  await expect(title(page)).toHaveText('This survey is closed');
  await page.getByText('What you had filled in (4)').click();
  await expect(page.getByText('4 · Satisfied').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await expect(page.getByText('What you had filled in')).toHaveCount(0);
});

test('without a session the way leads through signing in and back to the same survey', async ({ page, begin }) => {
  const journey = await begin();
  await page.goto(journey.link());
  await expect(title(page)).toHaveText('Please sign in first');
  const href = await page.getByRole('link', { name: 'Sign in' }).getAttribute('href');
  const back = new URL(journey.link());
  expect(href).toBe(`/sign-in?to=${encodeURIComponent(back.pathname + back.hash)}`);
  await expectAccessible(page);
});

test('a survey that is not open yet is not answered', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.state = 'not-open';
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(title(page)).toHaveText('This survey has not opened yet');
});

test('a link that was cut off, and one of an unknown survey, are explained', async ({ page, begin }) => {
  const journey = await begin();
  await page.goto(journey.link().slice(0, -3));
  await expect(title(page)).toHaveText('This link is not complete');
  await page.goto(journey.link().replace(journey.survey.hash, sha256Of('another')));
  await expect(title(page)).toHaveText('There is no such survey');
});

test('a server that shows another survey than the link’s is found out', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.lies.manifest = Buffer.from(JSON.stringify({ ...journey.survey.manifest, k: 2 }));
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(title(page)).toHaveText('This is not the survey you were invited to');
  expect(journey.server.seen.filter(({ path }) => path.startsWith('/paper/'))).toEqual([]);
});

test('a server that surrounds a person with invented names is found out', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.lies.names = ['Ana Ruiz', ...Array.from({ length: 7 }, (_, place) => `Nobody ${place}`)];
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(title(page)).toHaveText('The list of your group is not the sealed one');
});

test('a server that signs one person’s paper with another key is found out before anything is sent', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.lies.sign = blockKey().sign;
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await expect(page.getByText('The answer sheet is not genuine')).toBeVisible();
  await expect(page.locator('.bar .primary')).toHaveAttribute('aria-disabled', 'true');
  await page.locator('.bar .primary').click({ force: true });
  expect(drops(journey)).toEqual([]);
});

test('a server that offers one person another key than everybody’s is found out before anything is blinded', async ({ page, begin }) => {
  const journey = await begin();
  journey.server.lies.key = blockKey().key;
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(title(page)).toHaveText('The survey’s key is unfit');
  expect(journey.server.seen.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('a block key of the wrong size is refused before a paper is asked for', async ({ page, begin }) => {
  const weak = blockKey(1024).key;
  const key = shortSha256Of(Buffer.from(weak, 'base64url'));
  const journey = await begin({ change: (manifest) => ({ ...manifest, blocks: manifest.blocks.map((block) => ({ ...block, key })) }) });
  journey.server.lies.key = weak;
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await expect(page.getByText('The survey’s key is unfit')).toBeVisible();
  expect(journey.server.seen.filter(({ method }) => method === 'POST')).toEqual([]);
});

test('each refusal of the box is explained, and the answers can be sent again', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  const refusals = { identity: 400, paper: 403, busy: 429, storage: 503, size: 400, version: 400 };
  const words = [/adds your name/, /(was|were) not accepted/, /is busy/, /could not store/, /were not accepted/, /(was|were) not accepted/];
  await page.locator('.primary[aria-disabled=false]').waitFor();
  for (const [place, [code, status]] of Object.entries(refusals).entries()) {
    journey.server.faults.set('box', { status, code });
    await page.locator('.bar .primary').click();
    await expect(page.getByRole('alert')).toContainText(words[place]!);
    await expect(page.locator('.bar .primary')).toHaveAttribute('aria-disabled', 'false');
  }
  await page.locator('.bar .primary').click();
  await expect(page.locator('.receipt')).toBeVisible();
});

test('without a secure connection nothing is asked, and the reason is explained', async ({ page, begin }) => {
  const journey = await begin();
  await page.goto(journey.link().replace('//localhost', '//portal.example'));
  await expect(title(page)).toHaveText('Your answers could not be sealed here');
  await expectAccessible(page);
  expect(journey.server.seen.map(({ path }) => path.split('/')[1])).toEqual(['ballot']);
});

test('a browser that keeps nothing is told of before the paper is taken', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(journey.link());
  await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
  expect(journey.server.seen.filter(({ method }) => method === 'POST')).toEqual([]);
  await answerAll(page);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
});

test('a shared device keeps nothing and is cleared for the next person', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link('en', '&kiosk'));
  await expect(page.getByText('Shared device: nothing is kept here')).toBeVisible();
  await answerAll(page);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  expect(await kept(page)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  const posts = () => journey.server.seen.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/')[1]);
  expect(posts()).toEqual(['paper', 'sign-out', 'box']);
  await finish(page);
  await expect(page.locator('.receipt')).toHaveCount(0);
  await signIn(page, journey, 1);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
});

test('at a shared device whoever does not take part leaves no session either', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link('en', '&kiosk'));
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await finish(page);
  expect(journey.server.seen.filter(({ path }) => path.startsWith('/paper')).every(({ method }) => method === 'GET')).toBe(true);
});

test('signing out at a shared device is tried again where the connection broke', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link('en', '&kiosk'));
  journey.server.faults.set('sign-out', { status: 503, code: 'busy' });
  await answerAll(page);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  expect(await page.context().cookies()).toHaveLength(1);
  await finish(page);
});

test('what one person left in a browser is not shown to the next who signs in there', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  const nothingShown = async () => {
    await signIn(page, journey, 1);
    await page.reload();
    await expect(title(page)).toHaveText('Somebody else’s answers are in this browser');
    await expect(page.getByText('Satisfied')).toHaveCount(0);
    await expectAccessible(page);
  };
  await nothingShown();
  await signIn(page, journey);
  await page.reload();
  await page.getByRole('button', { name: 'Go on' }).click();
  while (await page.locator('progress').count()) await page.locator('button[type=submit]').click();
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  await nothingShown();
  await expect(page.locator('.receipt')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove what is kept here' }).click();
  await answerAll(page, 'Dissatisfied');
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  expect(journey.server.box.size).toBe(2);
});

test('somebody who only looked leaves nothing that keeps a colleague of another group from answering', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  const other = journey.survey.people.findIndex(({ block }) => block !== journey.survey.people[0]?.block);
  await signIn(page, journey, other);
  await page.reload();
  await answerAll(page);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
});

test('a clock that is years off does not matter', async ({ page, begin }) => {
  await page.clock.setFixedTime(new Date('2019-02-03T04:05:06Z'));
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await expect(page.getByText('30 November 2026').first()).toBeVisible();
  expect(journey.server.box.size).toBe(1);
});

test('another language is another document with the same survey and the same answers', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Satisfied', { exact: true }).click();
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(journey.link('zh-Hans'));
  await expect(page.getByRole('radio', { name: '比较满意' })).toBeChecked();
});

test('a receipt that is not on the published list is not called counted', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await answerAll(page);
  await send(page);
  await expect(page.locator('.receipt')).toBeVisible();
  journey.server.state = 'closed';
  journey.server.box.clear();
  await page.reload();
  await expect(title(page)).toHaveText('Your receipt is not on the list');
  await expectAccessible(page);
});

test('reasons are asked of three low scores at most', async ({ page, begin }) => {
  const journey = await begin();
  await signIn(page, journey);
  await page.goto(journey.link());
  await page.getByRole('button', { name: 'All questions on one page' }).click();
  for (const choice of await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).all()) await choice.check();
  await page.getByRole('radio', { name: 'Very often' }).check();
  await expect(page.locator('.reasons')).toHaveCount(3);
  await page.getByRole('radio', { name: 'Strongly disagree' }).first().check();
  await expect(page.locator('.reasons')).toHaveCount(3);
  await expect(page.getByText('Which issue have you seen no action on?').last()).toBeVisible();
});
