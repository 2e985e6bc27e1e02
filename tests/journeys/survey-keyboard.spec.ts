// A whole survey with nothing but keys: written, dated, its people chosen, an own question put into it and moved, looked at, tried out and
// sealed. Every page of the way is looked at by axe, light and dark, and nothing that has the focus lies out of sight.
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Language } from '#app/domain/kernel/language.ts';
import { textOf, type TextKey } from '#app/text/text.ts';
import '#app/text/all.server.ts';
import { expectAccessible } from '#tests/support/accessible.ts';
import { atWork } from '#tests/support/at-work.ts';
import { movedPortal, type MovedPortal } from '#tests/support/moved-portal.ts';
import { aSmallCompany } from '#tests/support/people.ts';

let portal: MovedPortal;

test.beforeEach(async () => {
  test.setTimeout(180_000);
  portal = await movedPortal('2026-11-23T12:00:00Z', ['hr'], aSmallCompany);
});

test.afterEach(() => portal.stop());

/** What the focus is on, by what one can say of it; null where none of it can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const on = document.activeElement;
    if (!(on instanceof HTMLElement) || on === document.body) return { says: '', name: '', seen: true };
    const { left, top, right, bottom } = on.getBoundingClientRect();
    const part = on.closest('label') ?? on;
    const inside = [[left + 2, top + 2], [right - 2, top + 2], [(left + right) / 2, (top + bottom) / 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
    const seen = inside.some(([x, y]) => { const at = document.elementFromPoint(x!, y!); return at !== null && (part.contains(at) || at.contains(on)); });
    return { says: (on.getAttribute('aria-label') ?? part.textContent ?? '').replace(/\s+/g, ' ').trim(), name: on.getAttribute('name') ?? '', seen };
  });

type Wanted = { readonly says: RegExp } | { readonly name: string; readonly value?: string };

/** Presses Tab until this has the focus; whatever has it on the way can be seen. */
async function tabTo(page: Page, wanted: Wanted): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    expect(now.seen, `«${now.says}» has the focus and cannot be seen on ${page.url()}`).toBe(true);
    if ('says' in wanted ? wanted.says.test(now.says) : now.name === wanted.name) return;
  }
  throw new Error(`no way by keyboard to ${JSON.stringify('says' in wanted ? wanted.says.source : wanted)} on ${page.url()}`);
}

async function follow(page: Page, says: RegExp, to: RegExp): Promise<void> {
  await tabTo(page, { says });
  await page.keyboard.press('Enter');
  await page.waitForURL(to);
  await expect(page.locator('h1')).toBeFocused();
}

async function typed(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, { name });
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

async function looked(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours that are on their way are neither.
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
    await expectAccessible(page);
  }
}

const literally = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

async function begun(browser: Browser, language: Language, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url, locale: language, viewport });
  await context.addCookies([portal.sessionOf('hr'), { name: 'murmur_language', value: language, url: portal.url }]);
  return context.newPage();
}

const ways = [
  { language: 'en', viewport: { width: 1280, height: 800 }, question: 'How good is the coffee?', name: 'Coffee by keys' },
  { language: 'zh-Hans', viewport: { width: 390, height: 844 }, question: '咖啡的质量如何？', name: '只用键盘' },
] as const;

for (const { language, viewport, question, name } of ways) {
  test(`a survey is composed, tried and sealed by keyboard alone in ${language}`, async ({ browser }, info) => {
    test.setTimeout(400_000);
    const text = textOf(language);
    const is = (key: TextKey) => literally(text(key));
    const page = await begun(browser, language, viewport);
    const seen = async (what: string) => {
      await looked(page);
      await page.screenshot({ path: info.outputPath(`${what}.png`), fullPage: true });
    };

    // An own question, refused once, and its four checks.
    await page.goto('/surveys/own');
    await atWork(page);
    await seen('own');
    await follow(page, is('own-question.new'), /own\/new/);
    await tabTo(page, { says: is('own-question.kind.quality') });
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=quality/);
    await tabTo(page, { says: is('own-question.create') });
    await page.keyboard.press('Enter');
    await expect(page.locator(':focus')).toContainText(text('error.summary'));
    await seen('own-refused');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('#field-text-en')).toBeFocused();
    for (const tongue of ['en', 'zh-Hans', 'zh-Hant']) {
      if (tongue !== 'en') await tabTo(page, { name: `text-${tongue}` });
      await page.keyboard.type(question);
    }
    await tabTo(page, { says: is('own-question.create') });
    await page.keyboard.press('Enter');
    await page.waitForURL(/checks/);
    await expect(page.locator('h1')).toBeFocused();
    await seen('checks');
    await typed(page, 'important', 'Two talks');
    await tabTo(page, { name: 'measurable' });
    await page.keyboard.press('Space');
    await typed(page, 'controllable', 'Another machine');
    for (const select of ['owner', 'comparable']) {
      await tabTo(page, { name: select });
      await page.keyboard.press('ArrowDown');
    }
    await tabTo(page, { says: is('gates.save') });
    await page.keyboard.press('Enter');
    await page.waitForURL(/own\?checked/);
    await seen('own-kept');

    // The survey: name, days, who is asked, the own question.
    await page.goto('/surveys');
    await atWork(page);
    await follow(page, is('surveys.new'), /surveys\/new/);
    await seen('new');
    await typed(page, `title-${language}`, name);
    await tabTo(page, { name: 'closes' });
    const before = await page.locator('#field-closes').inputValue();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await expect(page.locator('#field-closes')).not.toHaveValue(before);
    await tabTo(page, { name: 'audience' });
    await page.keyboard.press('ArrowDown');
    // Their list opens by itself.
    await tabTo(page, { name: 'parts' });
    await page.keyboard.press('Space');
    await tabTo(page, { says: literally(question) });
    await page.keyboard.press('Space');
    await tabTo(page, { says: is('draft.create') });
    await page.keyboard.press('Enter');
    await page.waitForURL(/surveys\/(?!new)[^/]+$/);
    await expect(page.locator('h1')).toHaveText(name);
    await expect(page.locator('h1')).toBeFocused();
    const draft = new URL(page.url()).pathname;
    await seen('draft');

    // Its order.
    await follow(page, is('order.open'), /order$/);
    const place = () => page.locator('ol.table-order > li').allInnerTexts().then((rows) => rows.findIndex((row) => row.includes(question)));
    const first = await place();
    await tabTo(page, { says: literally(text('draft.tables.up', { name: question })) });
    await page.keyboard.press('Enter');
    await page.waitForURL(/moved=/);
    await expect.poll(async () => (await focused(page)).says).toBe(text('draft.tables.up', { name: question }));
    await expect.poll(place).toBe(first - 1);
    await seen('order');
    await page.keyboard.press('Enter');
    await expect.poll(place).toBe(first - 2);
    // Said at once and still so once the server has answered: the place counts from one.
    const of = await page.locator('ol.table-order > li').count();
    await expect(page.locator('ol.table-order + [role=status]')).toHaveText(text('draft.tables.place', { name: question, place: first - 1, of }));
    await page.reload();
    expect(await place()).toBe(first - 2);

    // Looked at, tried out by its own keys, and sealed.
    await page.goto(draft);
    await atWork(page);
    await follow(page, is('trial.open'), /try$/);
    await seen('try');
    const phone = page.frameLocator('.phone iframe');
    const now = async () => `${(await focused(page)).says} ${(await phone.locator(':focus').allInnerTexts()).join()}`;
    for (let presses = 0; presses < 40 && (await phone.locator('button.primary:focus').count()) === 0; presses += 1) {
      const before = await now();
      await page.keyboard.press('Tab');
      // The phone may be a process of its own: the focus comes to it in its own time.
      await expect.poll(now).not.toBe(before);
    }
    await page.keyboard.press('Enter');
    await expect(phone.locator('h1')).toBeFocused();
    const asked = await phone.locator('h1').innerText();
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await expect(phone.locator('h1')).not.toHaveText(asked);
    await page.goto(draft);
    await atWork(page);
    await follow(page, is('seal.open'), /seal$/);
    await seen('seal');
    await tabTo(page, { says: is('seal.now') });
    await page.keyboard.press('Enter');
    await expect(page.getByText(text('sealed.done')).first()).toBeVisible({ timeout: 120_000 });
    await seen('sealed');
  });
}
