// A sealed survey, its server and a signed-in person in a browser, for journeys on the ballot page.
import { test as base, type Page } from '@playwright/test';
import { ballotDocuments, type BallotDocument } from '#app/ballot/build/documents.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { Manifest } from '#app/domain/surveys/sealed/manifest.ts';
import { ballotServer, cookieOf, type BallotServer } from './ballot-server.ts';
import { sealedSurvey, type Person, type Sealing, type SealedSurvey } from './ballot-survey.ts';

export interface Journey {
  readonly survey: SealedSurvey;
  readonly server: BallotServer;
  readonly link: (language?: Tongue, marks?: string) => string;
}

interface Given {
  readonly documents: readonly BallotDocument[];
}

export const test = base.extend<{ begin: (sealing?: Sealing) => Promise<Journey> }, Given>({
  documents: [async ({}, provide) => provide(await ballotDocuments()), { scope: 'worker' }],
  begin: async ({ documents }, provide) => {
    const servers: BallotServer[] = [];
    const pages = Object.fromEntries(documents.map(({ language, sha256 }) => [language, sha256])) as Manifest['pages'];
    await provide(async (sealing = {}) => {
      const survey = await sealedSurvey({ pages, ...sealing });
      const server = await ballotServer({ survey, pages: new Map(documents.map(({ sha256, html }) => [sha256, html])) });
      servers.push(server);
      const link = (language: Tongue = 'en', marks = ''): string => `${server.origin}/ballot/${pages[language]}#${survey.hash}${marks}`;
      return { survey, server, link };
    });
    await Promise.all(servers.map((server) => server.stop()));
  },
});

export async function signIn(page: Page, { server, survey }: Journey, place = 0): Promise<void> {
  const [name = '', value = ''] = cookieOf(survey.people[place] as Person).split('=');
  await page.context().addCookies([{ name, value, url: server.origin }]);
}

export interface Words {
  readonly start: string;
  readonly next: string;
  readonly toReview: string;
  readonly send: string;
}

export const englishWords: Words = { start: 'Start', next: 'Next', toReview: 'See what is sent', send: 'Send' };

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** From the promise to the record, giving every scale the same answer. */
export async function answerAll(page: Page, label = 'Satisfied', words = englishWords): Promise<void> {
  await press(page, words.start);
  while (await page.locator('progress').count()) {
    const choice = page.locator('.choice').filter({ has: page.getByText(label, { exact: true }) });
    if (await choice.count()) await choice.click();
    await page.locator('button[type=submit]').click();
  }
}

/** Sends what the record shows once the paper is there. */
export async function send(page: Page, words = englishWords): Promise<void> {
  await page.locator('.primary[aria-disabled=false]').waitFor();
  await press(page, words.send);
}
