// Browsers in which codes of slips are typed, without drawing anything.
import { vote } from '#app/ballot/vote.ts';
import type { Fetch } from '#app/ballot/drop.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { fetchWith } from './fetch-with.ts';

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

/** Types the code and answers. */
export async function answerWith(browser: Browser, code: string, manifestHash: string, answers: Answers = { 'PAY-01': 4 }): Promise<string> {
  const typed = await browser.type(code);
  if (typed.status !== 303) throw new Error(`the code was answered with ${typed.status}`);
  const cast = await vote({ fetch: browser.fetch, manifestHash, answers });
  if (!cast.ok) throw new Error(cast.because);
  return cast.value;
}
