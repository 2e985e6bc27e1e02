// The ballot's wire contract in memory, with real cryptography, for tests of the page: it remembers every request it saw, may be
// told to fail, and opens the box at closing.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import '#app/text/all.server.ts';
import { isLanguage } from '#app/domain/kernel/language.ts';
import { readCode } from '#app/domain/surveys/slips/slip-codes.ts';
import { codePage, policyFor } from '#app/http/code-page.server.ts';
import type { Answers } from '#app/domain/responses/answers.ts';
import { sealedIn } from '#app/domain/publication/tally/manifest-text.ts';
import { bodyBytes, readBallot } from '#app/domain/responses/ballot-format.ts';
import { ballotHeaders } from '#app/http/ballot-policy.server.ts';
import { precompress, sendPrecompressed, type Precompressed } from '#app/http/precompressed.server.ts';
import { sha256Of, type BlockKey } from './ballot-keys.ts';
import { namesIn, type Person, type SealedSurvey } from './ballot-survey.ts';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: number;
}

/** What happens to the next request of a way: a refusal with a code, or the work done and the reply lost. */
export type Fault = { readonly status: number; readonly code: string } | 'lost-reply';

export interface BallotServer {
  readonly origin: string;
  readonly seen: Seen[];
  readonly box: Map<string, Buffer>;
  /** By way: `paper`, `issue`, `box`, `manifest`. */
  readonly faults: Map<string, Fault>;
  readonly reissues: Set<string>;
  /** Serve another manifest, another key or other names than the sealed ones. */
  readonly lies: { manifest?: Buffer; names?: string[]; key?: string; sign?: BlockKey['sign'] };
  state: 'open' | 'closed' | 'not-open';
  /** Answers of every ballot in the box. */
  readonly opened: () => Promise<(Answers | null)[]>;
  readonly stop: () => Promise<void>;
}

// As the product sends them, compressed once.
const documents = new Map<string, Promise<Precompressed>>();

export interface Serving {
  readonly survey: SealedSurvey;
  /** Documents by their hash. */
  readonly pages?: ReadonlyMap<string, string>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The session of the tests is the cookie `person=<id>`. */
export function cookieOf(person: Person): string {
  return `person=${person.id}`;
}

export async function ballotServer({ survey, pages = new Map() }: Serving): Promise<BallotServer> {
  const papers = new Map<string, string>();
  const { manifest, hash } = survey;
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: BallotServer = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen: [],
    box: new Map(),
    faults: new Map(),
    reissues: new Set(),
    lies: {},
    state: 'open',
    opened: () => Promise.all([...self.box.values()].map((body) => survey.box.open(body, hash))),
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? '/', self.origin);
    self.seen.push({ method: request.method ?? '', path: url.pathname + url.search, headers: request.headers, bytes: body.length });
    const [, first = '', second = '', third = ''] = url.pathname.split('/');
    const way = first === 'paper' && request.method === 'POST' ? 'issue' : first;
    const fault = self.faults.get(way);
    self.faults.delete(way);
    if (fault && fault !== 'lost-reply') return reply(response, fault.status, fault.code);
    if (fault === 'lost-reply') response.end = (() => cutOff(response)) as typeof response.end;
    if (way === 'ballot') return documentNamed(request, response, second);
    if (way === 'manifest') {
      if (second !== hash) return reply(response, 404, 'survey');
      return self.lies.manifest ? reply(response, 200, self.lies.manifest) : sendPrecompressed(request, response, await precompress(Buffer.from(sealedIn(survey.text, third) ?? ''), {}));
    }
    if (way === 'receipts') return receipts(response);
    if (way === 'sign-out') return signOut(response);
    if (way === 'kiosk') return kiosk(response, { url, posted: request.method === 'POST' ? body : null });
    if (second !== manifest.survey.id) return reply(response, 404, 'survey');
    if (way === 'box') return drop(request, response, body);
    const person = survey.people.find((one) => (request.headers.cookie ?? '').includes(cookieOf(one)));
    if (!person) return reply(response, 401, 'sign-in');
    if (self.state !== 'open') return reply(response, self.state === 'closed' ? 410 : 425, self.state);
    if (way === 'paper') return offer(response, person);
    if (way === 'issue') return issue(response, { person, body, reissue: url.searchParams.has('reissue') });
    reply(response, 404, 'none');
  }

  /** The product's own page; every well-formed code is of the first person. */
  function kiosk(response: ServerResponse, { url, posted }: { url: URL; posted: Buffer | null }): void {
    const asked = url.searchParams.get('lang') ?? '';
    const language = isLanguage(asked) ? asked : 'en';
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'no-referrer');
    if (posted === null) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policyFor({ kiosk: true }));
      return reply(response, 200, codePage({ language, kiosk: true }));
    }
    const good = readCode(new URLSearchParams(posted.toString()).get('code') ?? '') !== null;
    if (good) response.setHeader('set-cookie', `${cookieOf(survey.people[0] as Person)}; Path=/; HttpOnly`);
    reply(response, good ? 200 : 422, JSON.stringify(good ? { to: `/ballot/${manifest.pages[language]}#${hash}&kiosk&slip` } : { trouble: 'wrong' }));
  }

  function signOut(response: ServerResponse): void {
    response.setHeader('set-cookie', 'person=; Path=/; Max-Age=0');
    response.setHeader('location', '/sign-in');
    reply(response, 302, '');
  }

  async function documentNamed(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const html = pages.get(name);
    if (html === undefined) return reply(response, 404, '');
    const kept = documents.get(html) ?? precompress(Buffer.from(html), ballotHeaders(html));
    documents.set(html, kept);
    sendPrecompressed(request, response, await kept);
  }

  function offer(response: ServerResponse, { id, block }: Person): void {
    const names = self.lies.names ?? namesIn(block);
    const { salt } = survey;
    const key = self.lies.key ?? (survey.keys[block] as BlockKey).key;
    reply(response, 200, JSON.stringify({ manifest: hash, block, key, names, salt, taken: papers.has(id), reissued: self.reissues.has(id) }));
  }

  function issue(response: ServerResponse, { person, body, reissue }: { person: Person; body: Buffer; reissue: boolean }): void {
    const former = papers.get(person.id);
    if (body.length !== 256) return reply(response, 400, 'size');
    if (former !== undefined && former !== sha256Of(body)) {
      if (!reissue) return reply(response, 409, 'other-paper');
      if (self.reissues.has(person.id)) return reply(response, 409, 'no-reissue');
      self.reissues.add(person.id);
    }
    papers.set(person.id, sha256Of(body));
    const sign = self.lies.sign ?? (survey.keys[person.block] as BlockKey).sign;
    reply(response, 200, Buffer.from(sign(body)));
  }

  function drop(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    if (request.headers.cookie !== undefined || request.headers.authorization !== undefined) return reply(response, 400, 'identity');
    if (self.state === 'closed') return reply(response, 410, 'closed');
    const ballot = readBallot(body);
    if (!ballot) return reply(response, 400, body.length === bodyBytes ? 'version' : 'size');
    self.box.set(Buffer.from(ballot.serial).toString('hex'), body);
    reply(response, 204, '');
  }

  function receipts(response: ServerResponse): void {
    if (self.state !== 'closed') return reply(response, 404, 'survey');
    reply(response, 200, [...self.box.values()].map(sha256Of).sort().join('\n') + '\n');
  }

  return self;
}

/** Cut in the middle: a browser asks again by itself where a reply is missing altogether. */
function cutOff(response: ServerResponse): ServerResponse {
  response.writeHead(200, { 'content-length': '256' });
  response.flushHeaders();
  setTimeout(() => response.socket?.destroy(), 50);
  return response;
}

function reply(response: ServerResponse, status: number, body: string | Buffer): void {
  response.statusCode = status;
  response.end(body);
}
