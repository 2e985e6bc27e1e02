// The anonymous way: ballot page, manifest, box and receipts, in front of sessions, logging and the framework. Nothing here reads
// an address, keeps a time or writes a log line, whatever happens.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyBytes } from '#app/domain/responses/ballot-format.ts';
import type { App } from '#app/platform/app.server.ts';
import { answering } from '#app/platform/ballots-first.server.ts';
import { keepBallot, verifyBallot, type Verified } from '#app/services/responses.server.ts';
import { countTrouble } from '#app/services/installation/notice-trouble.server.ts';
import { ballotPageOf, manifestOf, receiptsOf } from '#app/services/publication/show-public-records.server.ts';
import { ballotHeaders } from './ballot-policy.server.ts';
import { bodyOf } from './body.server.ts';
import { floodLimit, verifyingRate, type Rate } from './flood-limit.server.ts';
import { carriesIdentity } from './identity.server.ts';
import { outOfOrder } from './out-of-order.server.ts';
import { keepLean, replyCode } from './plain-reply.server.ts';
import { asksForPage, refuseAtDoor } from './refusal-page.server.ts';
import { precompress, sendPrecompressed, type Precompressed } from './precompressed.server.ts';

/** True when the request was one of these and is taken care of. */
export type PlainHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A manifest may be asked for with the words of one language. */
const way = /^\/(?:(ballot|manifest|box|receipts)\/([\w-]{1,64})|(manifest)\/([0-9a-f]{64})\/([\w-]{2,20}))\/?(?:\?.*)?$/;
const lasting = { 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff' };

interface Path {
  readonly kind: string;
  readonly name: string;
  readonly language: string | null;
}

function pathOf(url: string): Path | null {
  const [, kind, name, spoken, hash, language] = way.exec(url) ?? [];
  if (kind !== undefined && name !== undefined) return { kind, name, language: null };
  return spoken !== undefined && hash !== undefined && language !== undefined ? { kind: spoken, name: hash, language } : null;
}

export function anonymous(app: App, rate?: Rate): PlainHandler {
  const kept = new Map<string, Promise<Precompressed | null>>();
  const limit = floodLimit(() => app.now(), rate);
  const verifying = floodLimit(() => app.now(), verifyingRate);

  const refuse = (response: ServerResponse, code: string) => {
    countTrouble(app, code);
    replyCode(response, code);
  };

  async function load({ kind, name, language }: Path): Promise<Precompressed | null> {
    if (kind === 'ballot') {
      const html = await ballotPageOf(app, name);
      return html === null ? null : precompress(Buffer.from(html), ballotHeaders(html));
    }
    if (kind === 'manifest') {
      const text = await manifestOf(app, name, language);
      return text === null ? null : precompress(Buffer.from(text), { ...lasting, 'Content-Type': 'application/json' });
    }
    const list = await receiptsOf(app, name);
    return list === null ? null : precompress(list, { ...lasting, 'Content-Type': 'text/plain; charset=utf-8' });
  }

  async function serve(request: IncomingMessage, response: ServerResponse, path: Path): Promise<void> {
    const key = `${path.kind}/${path.name}/${path.language ?? ''}`;
    const loading = kept.get(key) ?? load(path);
    kept.set(key, loading);
    let found: Precompressed | null = null;
    try {
      found = await loading;
    } finally {
      // What is not there may come, and whoever invents names must not fill the memory.
      if (!found) kept.delete(key);
    }
    if (found) sendPrecompressed(request, response, found);
    else if (asksForPage(request)) refuseAtDoor(request, response, 'not-found');
    else refuse(response, 'survey');
  }

  async function keep(response: ServerResponse, verified: Verified): Promise<void> {
    const kept = await keepBallot(app, verified);
    if (!kept.ok) return refuse(response, kept.because);
    response.writeHead(204, { 'Cache-Control': 'no-store' }).end();
  }

  async function take(request: IncomingMessage, response: ServerResponse, survey: string): Promise<void> {
    if (carriesIdentity(request)) return refuse(response, 'identity');
    const body = await bodyOf(request, bodyBytes);
    if (!body.ok) return refuse(response, body.because);
    if (!verifying.admits('')) return refuse(response, 'busy');
    const verified = await verifyBallot(app, survey, body.value);
    if (!verified.ok) return refuse(response, verified.because);
    // Only papers count: whoever has none must not use up what is kept for those who have.
    limit.know(survey);
    if (!limit.admits(survey)) return refuse(response, 'busy');
    await answering(keep(response, verified.value));
  }

  return (request, response) => {
    const path = pathOf(request.url ?? '');
    if (!path) return false;
    const { kind, name } = path;
    keepLean(response);
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (kind === 'box' ? request.method !== 'POST' : !reading) refuse(response, 'method');
    else if (kind === 'manifest' && carriesIdentity(request)) refuse(response, 'identity');
    else {
      const answered = kind === 'box' ? take(request, response, name) : serve(request, response, path);
      // An answer that failed after it had begun is cut off.
      answered.catch((error: unknown) => {
        if (!outOfOrder(error)) refuse(response, 'error');
        else if (kind !== 'box' && asksForPage(request)) refuseAtDoor(request, response, 'database-away');
        else refuse(response, 'storage');
      }).catch(() => response.destroy());
    }
    return true;
  };
}
