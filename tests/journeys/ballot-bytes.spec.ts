import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { mostBeside, mostOfVisit, roomFor } from '#app/ballot/build/room.ts';
import { day } from '#app/domain/kernel/day.ts';
import { languages, type Localized } from '#app/domain/kernel/language.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { inTongues } from '#app/domain/surveys/questions/translated-questions.ts';
import { readConfig } from '#app/platform/config.server.ts';
import { wordsOfTongues } from '#app/services/surveys/tongues.server.ts';
import { signIn, test } from '#tests/support/ballot-journey.ts';
import type { Sealing } from '#tests/support/ballot-survey.ts';

const most = { bytes: mostOfVisit, requests: 4 };

const more = readdirSync('app/text/more').map((name) => name.replace(/\.po$/, ''));
const words = wordsOfTongues({ config: { ...readConfig({}), buildFolder: 'nowhere', dataFolder: 'nowhere' } });
const known = [...languages, ...more];

/** Departments as companies name them, and groups of them with hashes that nothing makes smaller. */
const further = Array.from({ length: 16 }, (_, at) => ({ id: `department-${at + 4}`, parentId: 'company', name: ['Purchasing', 'Quality', 'Logistics', 'Research', 'Service', 'Maintenance', 'Finishing', 'Marketing'][at % 8]! + (at < 8 ? '' : ' South') }));
const hash = (of: string): string => createHash('sha256').update(of).digest('base64url');

/** Eighteen groups are asked in this language and three more. */
const inFour = (language: string): Sealing => ({
  change: (manifest) => {
    const four = [...new Set([language, 'en', 'de', 'fr', 'ja'])].slice(0, 4);
    const said = (text: Readonly<Record<string, string>>) => Object.fromEntries(four.map((one) => [one, text[one] ?? `${text['en']!} (${one})`])) as unknown as Localized;
    const { title, purpose } = manifest.survey;
    return {
      ...manifest,
      survey: { ...manifest.survey, title: said(title as never), purpose: said(purpose as never), timeZone: 'Europe/Berlin', place: { en: 'Berlin' }, answersBy: day('2026-12-18') },
      languages: four,
      pages: Object.fromEntries([...new Set(['en', ...four])].map((one) => [one, (manifest.pages as Readonly<Record<string, string>>)[one]!])) as unknown as Manifest['pages'],
      questions: inTongues(manifest.questions, four, words),
      departments: [...manifest.departments, ...further],
      blocks: [...manifest.blocks, ...further.map(({ id }, at) => ({ id: `b${at + 2}`, departments: [id], place: id, invited: 12 + at, names: hash(`names ${id}`), key: hash(`key ${id}`) }))],
      wordsFor: 'heads',
    };
  },
});

for (const language of known) {
  test(`before «Start» the whole visit takes at most 40,000 bytes in four requests in ${language}, one of four languages, of eighteen groups`, async ({ page, begin, documents }) => {
    const journey = await begin(inFour(language));
    await signIn(page, journey);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const took: number[] = [];
    network.on('Network.loadingFinished', ({ encodedDataLength }) => took.push(encodedDataLength));
    await page.goto(journey.link(language), { waitUntil: 'networkidle' });
    await expect(page.locator('.bar .primary')).toBeVisible();
    await expect.poll(() => took.length, 'every request was measured').toBe(journey.server.seen.length);
    const bytes = took.reduce((sum, one) => sum + one, 0);
    const alone = brotliCompressSync(documents.find((one) => one.language === language)!.html).length;
    process.stdout.write(`ballot page ${language}: ${bytes} bytes on the wire with headers, ${alone} of them the page, ${most.bytes - bytes} left, in ${journey.server.seen.length} requests before «Start»\n`);
    expect(journey.server.seen.length).toBeLessThanOrEqual(most.requests);
    expect(took.length).toBeGreaterThanOrEqual(3);
    expect(bytes).toBeLessThanOrEqual(most.bytes);
    // What the build says is left is not more than that.
    expect(bytes - alone).toBeLessThanOrEqual(mostBeside);
    expect(roomFor(alone)).toBeLessThanOrEqual(most.bytes - bytes);
  });
}
