// A company in which three of five people have no address.
import type { PrintedPile } from '#app/domain/surveys/slips/slips.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { decideSlips, writeDown, type Decided } from '#app/services/surveys/slips.server.ts';
import { sealSurvey, type Sealed } from '#app/services/publication.server.ts';
import type { TestApp, TestOptions } from './app.ts';
import { aDraft, ballotApp } from './open-survey.ts';
import { actorFor } from './people.ts';
import { plainEndpoints } from './plain-endpoints.ts';
import { browserAt } from './code-browser.ts';

const without = ['operations', 'south', 'key-accounts'];
export const hands = ['hr@amber.example', 'north-2@amber.example'];

export async function aCompanyWithFewAddresses(options: TestOptions = {}): Promise<TestApp> {
  const app = await ballotApp(options);
  const people = await app.data.people.current();
  await app.data.people.saveAll(people.filter(({ departmentId }) => without.includes(departmentId ?? '')).map((person) => ({ ...person, email: null })));
  await app.data.surveys.add(aDraft('pulse'));
  return app;
}

export async function sealedWith(app: TestApp, decided: Decided): Promise<Sealed> {
  const outcome = await decideSlips(app, await actorFor(app, 'hr'), 'pulse', decided);
  if (!outcome.ok) throw new Error(outcome.because);
  const sealed = await sealSurvey(app, 'pulse');
  if (!sealed.ok) throw new Error(sealed.because);
  return sealed.value;
}

export async function printed(app: TestApp, block: string): Promise<PrintedPile> {
  const pile = await printSlips(app, await actorFor(app, 'hr'), { surveyId: 'pulse', block });
  if (!pile.ok) throw new Error(pile.because);
  return pile.value;
}

/** As both of the two write it down. */
export async function bothWrite(app: TestApp, numbers: Readonly<Record<string, number>>): Promise<void> {
  for (const id of ['hr', 'north-2']) {
    const written = await writeDown(app, await actorFor(app, id), { surveyId: 'pulse', numbers: new Map(Object.entries(numbers)) });
    if (!written.ok) throw new Error(written.because);
  }
}

export async function openDoor(app: TestApp) {
  const server = await plainEndpoints(app);
  return { server, browser: () => browserAt(server.url) };
}
