import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { languages } from '#app/domain/kernel/language.ts';
import { inTongues } from '#app/domain/surveys/translated-questions.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { wordsOfTongues } from '#app/services/surveys/tongues.server.ts';
import { signIn, test } from '#tests/support/ballot-journey.ts';
import type { Sealing } from '#tests/support/ballot-survey.ts';

const most = { bytes: 40_000, requests: 4 };

/** A survey in English and in a language that comes by a file, with the words of the core pulse in it. */
const more = readdirSync('app/text/more').map((name) => name.replace(/\.po$/, ''));
const words = wordsOfTongues({ config: { ...readConfig({}), buildFolder: 'nowhere', dataFolder: 'nowhere' } });
const inOne = (language: string): Sealing => (more.includes(language) ? { change: (manifest) => ({ ...manifest, languages: ['en', language], questions: inTongues(manifest.questions, ['en', language], words) }) } : {});

for (const language of [...languages, ...more]) {
  test(`before «Start» the whole visit takes at most 40,000 bytes in four requests in ${language}`, async ({ page, begin }) => {
    const journey = await begin(inOne(language));
    await signIn(page, journey);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const took: number[] = [];
    network.on('Network.loadingFinished', ({ encodedDataLength }) => took.push(encodedDataLength));
    await page.goto(journey.link(language), { waitUntil: 'networkidle' });
    await expect(page.locator('.bar .primary')).toBeVisible();
    const bytes = took.reduce((sum, one) => sum + one, 0);
    process.stdout.write(`ballot page ${language}: ${bytes} bytes on the wire with headers, in ${journey.server.seen.length} requests before «Start»\n`);
    expect(journey.server.seen.length).toBeLessThanOrEqual(most.requests);
    expect(took.length, 'every request was measured').toBeGreaterThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(most.bytes);
  });
}
