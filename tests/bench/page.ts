// The page's cryptography in a browser whose processor is slowed six times, as on an old phone: the page's own code, one person after
// another. What the server does in between is not counted.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import type { drawPaper, finishPaper } from '#app/ballot/paper.ts';
import type { sealBallot } from '#app/ballot/seal.ts';
import { trimmed } from '#app/ballot/build/trimmed.ts';
import { blockKey, boxKey } from '#tests/support/ballot-keys.ts';
import { chrome } from '#tests/support/chrome.ts';

export interface PageTime {
  readonly step: string;
  readonly 'median ms': number;
  readonly 'slowest ms': number;
}

/** How many times slower than this machine. */
const slowed = 6;

declare const crypt: { drawPaper: typeof drawPaper; finishPaper: typeof finishPaper; sealBallot: typeof sealBallot };

async function bundle(): Promise<string> {
  const contents = "export { drawPaper, finishPaper } from '#app/ballot/paper.ts';\nexport { sealBallot } from '#app/ballot/seal.ts';";
  const resolveDir = fileURLToPath(new URL('../../', import.meta.url));
  const { outputFiles } = await build({ bundle: true, minify: true, write: false, format: 'iife', globalName: 'crypt', target: 'es2020', plugins: [trimmed()], stdin: { contents, loader: 'ts', resolveDir } });
  return outputFiles[0]!.text;
}

/** One person on a page just loaded, as everybody's is: milliseconds of taking a paper, without the answer's way, and of sealing. */
async function oneVisit(page: Page, { sign, key }: ReturnType<typeof blockKey>, box: string): Promise<{ take: number; seal: number }> {
  const drawn = await page.evaluate(async (modulus) => {
    const start = performance.now();
    const draw = await crypt.drawPaper(modulus);
    if (!draw.ok) throw new Error(draw.because);
    Object.assign(globalThis, { draw: draw.value });
    return { ms: performance.now() - start, blinded: [...draw.value.blinded] };
  }, key);
  const signature = [...sign(Uint8Array.from(drawn.blinded))];
  const rest = await page.evaluate(
    async ({ modulus, signed, boxKeyOf }) => {
      const start = performance.now();
      const { draw } = globalThis as unknown as { draw: Parameters<typeof crypt.finishPaper>[1] };
      const paper = await crypt.finishPaper(modulus, draw, Uint8Array.from(signed));
      if (!paper.ok) throw new Error(paper.because);
      const finished = performance.now();
      const manifest = { box: boxKeyOf } as Parameters<typeof crypt.sealBallot>[0]['manifest'];
      const answers = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`Q-${index}`, 1 + (index % 5)]));
      const body = await crypt.sealBallot({ manifest, manifestHash: 'ab'.repeat(32), block: 0, paper: paper.value, answers });
      if (!body.ok) throw new Error(body.because);
      return { finish: finished - start, seal: performance.now() - finished };
    },
    { modulus: key, signed: signature, boxKeyOf: box },
  );
  return { take: drawn.ms + rest.finish, seal: rest.seal };
}

export async function pageTimes(visits = 15): Promise<PageTime[]> {
  const script = await bundle();
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(`<!doctype html><script>${script}</script>`));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  const browser = await chromium.launch(chrome());
  const [keys, box] = [blockKey(), await boxKey()];
  const times: { take: number; seal: number }[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowed });
    await page.goto(`http://127.0.0.1:${port}/`);
    times.push(await oneVisit(page, keys, box.key));
    await context.close();
  }
  await browser.close();
  server.close();
  return [row('taking a paper', times.map(({ take }) => take)), row('sealing', times.map(({ seal }) => seal))];
}

function row(step: string, times: readonly number[]): PageTime {
  const sorted = [...times].sort((one, other) => one - other);
  return { step, 'median ms': Math.round(sorted[Math.floor(sorted.length / 2)]!), 'slowest ms': Math.round(sorted.at(-1)!) };
}

if (process.argv[1]?.endsWith('bench/page.ts')) console.table(await pageTimes());
