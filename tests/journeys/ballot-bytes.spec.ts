import { expect } from '@playwright/test';
import { languages } from '#app/domain/kernel/language.ts';
import { signIn, test } from '#tests/support/ballot-journey.ts';

const most = { bytes: 40_000, requests: 4 };

for (const language of languages) {
  test(`before «Start» the whole visit takes at most 40,000 bytes in four requests in ${language}`, async ({ page, begin }) => {
    const journey = await begin();
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
