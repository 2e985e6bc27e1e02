// A company in which three of five people have no address, and browsers in which codes of slips are typed.
import { vote } from '#app/ballot/vote.ts';
import type { Fetch } from '#app/ballot/drop.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import type { PrintedPile } from '#app/domain/surveys/slips.ts';
import { printSlips } from '#app/services/responses/print-slips.server.ts';
import { decideSlips, writeDown, type Decided } from '#app/services/surveys/slips.server.ts';
import { sealSurvey, type Sealed } from '#app/services/publication.server.ts';
import type { TestApp, TestOptions } from './app.ts';
import { aDraft, ballotApp } from './open-survey.ts';
import { actorFor } from './people.ts';
import { fetchWith, plainEndpoints } from './plain-endpoints.ts';

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

export interface Browser {
  /** What the page answers to a code. */
  type(code: string): Promise<{ readonly status: number; readonly to: string | null; readonly page: string }>;
  /** Opens the page anew. */
  open(): Promise<void>;
  readonly fetch: Fetch;
  cookie(): string;
}

const cookieIn = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? null;

export async function browserAt(url: string): Promise<Browser> {
  let cookie = '';
  const keep = (response: Response) => void (cookie = cookieIn(response) ?? cookie);
  const browser: Browser = {
    async open() {
      keep(await fetch(`${url}/code`, { headers: { cookie } }));
    },
    async type(code) {
      const response = await fetch(`${url}/code`, { method: 'POST', redirect: 'manual', headers: { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ code }) });
      keep(response);
      return { status: response.status, to: response.headers.get('location'), page: (await response.text()).replaceAll(code, '') };
    },
    fetch: (path, init) => fetchWith(url, cookie)(path, init),
    cookie: () => cookie,
  };
  await browser.open();
  return browser;
}

export async function openDoor(app: TestApp) {
  const server = await plainEndpoints(app);
  return { server, browser: () => browserAt(server.url) };
}

/** Types the code and answers. */
export async function answerWith(browser: Browser, code: string, manifestHash: string, answers: Answers = { 'PAY-01': 4 }): Promise<string> {
  const typed = await browser.type(code);
  if (typed.status !== 303) throw new Error(`the code was answered with ${typed.status}`);
  const cast = await vote({ fetch: browser.fetch, manifestHash, answers });
  if (!cast.ok) throw new Error(cast.because);
  return cast.value;
}
