// Charts as they are drawn: the colours in the picture have the widths and the places of the figures in the table below it. Letters are
// not looked at, so that no machine's fonts matter.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { prepareWaves } from '#tests/bench/results.ts';
import { startBuilt, type BuiltServer } from '#tests/support/built-server.ts';
import { freePort } from '#tests/support/free-port.ts';

test.use({ locale: 'en', viewport: { width: 1280, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

let folder: string;
let portal: BuiltServer;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(join(tmpdir(), 'murmur-charts-'));
  await prepareWaves(folder, 600, 2, 99);
  portal = await startBuilt(folder, await freePort());
});

test.afterAll(async () => {
  await portal.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page, path: string): Promise<void> {
  await page.context().addCookies([{ name: 'murmur_session', value: 'bench', url: portal.url }]);
  await page.goto(`${portal.url}/results/wave-1/${path}`);
}

/** By horizontal band that has any of these colours, top to bottom: the runs of each colour on its middle line; of `beside` all pixels there. */
async function bandsOf(page: Page, figure: number, tokens: readonly string[], beside: readonly string[] = []) {
  const canvas = page.locator('figure canvas').nth(figure);
  await expect(page.locator('figure').filter({ has: page.locator('canvas') }).nth(figure)).toHaveClass(/\bdrawn\b/);
  await canvas.scrollIntoViewIfNeeded();
  await page.waitForFunction((at) => {
    const drawn = document.querySelectorAll<HTMLCanvasElement>('figure canvas')[at];
    return drawn !== undefined && drawn.width > 0 && drawn.getContext('2d')!.getImageData(0, 0, drawn.width, drawn.height).data.some((value) => value !== 0);
  }, figure);
  return canvas.evaluate((element, { names, more }) => {
    const drawn = element as HTMLCanvasElement;
    const { width, height } = drawn;
    const { data } = drawn.getContext('2d')!.getImageData(0, 0, width, height);
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const colours = [...names, ...more].map((name) => {
      probe.fillStyle = getComputedStyle(drawn).getPropertyValue(`--${name}`).trim();
      probe.fillRect(0, 0, 1, 1);
      return [...probe.getImageData(0, 0, 1, 1).data];
    });
    const colourAt = (x: number, y: number) => colours.findIndex((colour) => [0, 1, 2].every((part) => Math.abs(colour[part]! - data[(y * width + x) * 4 + part]!) <= 2) && data[(y * width + x) * 4 + 3]! > 250);
    const lineOf = (y: number) => Array.from({ length: width }, (_, x) => colourAt(x, y));
    const bands: number[][] = [];
    for (let y = 0; y < height; y += 1) {
      if (!lineOf(y).some((at) => at >= 0 && at < names.length)) continue;
      const last = bands.at(-1);
      if (last && last.at(-1) === y - 1) last.push(y);
      else bands.push([y]);
    }
    return bands.filter((rows) => rows.length > 5).map((rows) => {
      const line = lineOf(rows[Math.floor(rows.length / 2)]!);
      const runsOf = (at: number) => line.flatMap((colour, x) => (colour === at && line[x - 1] !== at ? [{ first: x, last: x + line.slice(x).findIndex((next) => next !== at) - 1 }] : []));
      return [...names, ...more].map((name, at) => {
        const runs = runsOf(at).map(({ first, last }) => ({ first, last: last < first ? line.length - 1 : last }));
        // Letters may share a colour with a bar: their strokes are short.
        const drawnAs = at < names.length ? runs.filter(({ first, last }) => last - first >= 4) : runs;
        return { name, first: drawnAs[0]?.first ?? -1, last: drawnAs.at(-1)?.last ?? -1, count: drawnAs.reduce((sum, { first, last }) => sum + last - first + 1, 0) };
      });
    });
  }, { names: tokens, more: beside });
}

const percentIn = (text: string | null): number => Number(/(\d+)\s?%/.exec(text ?? '')?.[1]);

test('bars are as long as their shares, unfavourable on the left and favourable on the right', async ({ page }) => {
  await open(page, 'questions');
  const classes = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'];
  const bands = await bandsOf(page, 0, classes);
  const rows = page.locator('figure').first().locator('tbody tr');
  expect(bands.length).toBe(await rows.count());
  for (const [at, band] of bands.entries()) {
    const cells = await rows.nth(at).locator('td').allTextContents();
    const [favourable, neutral, unfavourable] = [percentIn(cells[2]!), percentIn(cells[3]!), percentIn(cells[4]!)];
    const all = band.reduce((sum, { count }) => sum + count, 0);
    const share = (...of: number[]) => (100 * of.reduce((sum, one) => sum + band[one]!.count, 0)) / all;
    expect(Math.abs(share(3, 4) - favourable), `row ${at} favourable`).toBeLessThan(3);
    expect(Math.abs(share(2) - neutral), `row ${at} neutral`).toBeLessThan(3);
    expect(Math.abs(share(0, 1) - unfavourable), `row ${at} unfavourable`).toBeLessThan(3);
    const places = band.flatMap(({ count, first }) => (count > 0 ? [first] : []));
    expect(places, `row ${at}`).toEqual([...places].sort((one, other) => one - other));
  }
});

test('points stand where their figures are', async ({ page }) => {
  await open(page, 'full');
  const figure = page.locator('#levels figure');
  const at = await page.locator('figure').evaluateAll((all) => all.findIndex((one) => one.closest('#levels') !== null));
  const bands = await bandsOf(page, at, ['s1'], ['line']);
  const figures = (await figure.locator('tbody tr td:nth-of-type(1)').allTextContents()).map((text) => Number(/\d+/.exec(text)?.[0]));
  expect(bands.length).toBe(figures.length);
  for (const [row, [own, grid]] of bands.entries()) {
    const index = (100 * ((own!.first + own!.last) / 2 - grid!.first)) / (grid!.last - grid!.first);
    expect(Math.abs(index - figures[row]!), `row ${row}: drawn at ${index}, printed ${figures[row]}`).toBeLessThan(1.2);
  }
});
