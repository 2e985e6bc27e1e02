// Every state a person can reach is checked against WCAG 2.2 AA as far as a machine can.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A frame in which nothing runs, such as a letter as it arrives. */
const still = 'iframe[sandbox]:not([sandbox~="allow-scripts"])';

export async function expectAccessible(page: Page): Promise<void> {
  const letters = await page.locator(still).evaluateAll((frames) => frames.map((frame) => (frame as HTMLIFrameElement).srcdoc));
  const axe = new AxeBuilder({ page });
  // In such a frame no timer rings: what axe begins there never ends, until the browser happens to clear it away. What it holds is looked at by itself.
  if (letters.length > 0) axe.setLegacyMode().options({ iframes: false });
  await expectNothingAgainst(axe.withTags([...wcag, 'best-practice']), 'accessibility violations');
  for (const letter of letters) await expectLetterAccessible(page, letter);
}

async function expectLetterAccessible(page: Page, letter: string): Promise<void> {
  const alone = await page.context().newPage();
  await alone.setContent(letter);
  // Landmarks are for pages: a letter has none.
  await expectNothingAgainst(new AxeBuilder({ page: alone }).withTags(wcag), 'accessibility violations of what a frame holds');
  await alone.close();
}

async function expectNothingAgainst(axe: AxeBuilder, words: string): Promise<void> {
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`);
  expect(told, words).toEqual([]);
}
