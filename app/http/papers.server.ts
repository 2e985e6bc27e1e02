// Ballot papers: the only requests of the ballot page that say who asks. Plain handlers, so that no log and no framework sees
// when somebody takes a paper.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { refused } from '#app/domain/kernel/outcome.ts';
import { signatureBytes } from '#app/domain/responses/ballot-format.ts';
import type { App } from '#app/platform/app.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import { answering } from '#app/platform/ballots-first.server.ts';
import { holderOf, issuePaper, issuePaperForCode, offerPaper, offerPaperForCode, voterOf, type Offer, type Voter } from '#app/services/responses.server.ts';
import { countTrouble } from '#app/services/installation/notice-trouble.server.ts';
import type { PlainHandler } from './anonymous.server.ts';
import { bodyOf } from './body.server.ts';
import { floodLimit, type Rate } from './flood-limit.server.ts';
import { outOfOrder } from './out-of-order.server.ts';
import { keepLean, replyCode } from './plain-reply.server.ts';
import { isSameSite } from './same-site.server.ts';
import { secretOf } from './session.server.ts';
import { slipSecretOf } from './slip-cookie.server.ts';

const way = /^\/paper\/([\w-]{1,64})\/?(?:\?(.*))?$/;
const worthZipping = 400;

/** Who asks: by signing in, by a code that this browser holds, or both, and then the code of this survey goes first. */
interface Asking {
  readonly survey: string;
  readonly voter: Voter | null;
  readonly holder: Buffer | null;
}

interface Written {
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
}

// By the block's list of names, which lives as long as the survey is open, and by what the person has taken.
const offers = new WeakMap<Offer['names'], Map<string, Written>>();

function written(offer: Offer): Written {
  const { names, taken, reissued } = offer;
  let variants = offers.get(names);
  if (!variants) offers.set(names, (variants = new Map()));
  const variant = `${taken} ${reissued}`;
  let found = variants.get(variant);
  if (!found) {
    const plain = Buffer.from(JSON.stringify(offer));
    variants.set(variant, (found = { plain, gzip: plain.length < worthZipping ? null : gzipSync(plain, { level: 9 }) }));
  }
  return found;
}

export function papers(app: App, rate?: Rate): PlainHandler {
  const limit = floodLimit(() => app.now(), rate);

  const refuse = (response: ServerResponse, code: string) => {
    countTrouble(app, code);
    replyCode(response, code);
  };

  async function offer(request: IncomingMessage, response: ServerResponse, { survey, voter, holder }: Asking): Promise<void> {
    const offered = (holder && (await offerPaperForCode(app, holder, survey))) ?? (voter === null ? refused('sign-in') : await offerPaper(app, voter, survey));
    if (!offered.ok) return refuse(response, offered.because);
    const { plain, gzip } = written(offered.value);
    const zipped = gzip !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(zipped && { 'Content-Encoding': 'gzip' }),
    });
    response.end(zipped ? gzip : plain);
  }

  async function issue(request: IncomingMessage, response: ServerResponse, { survey, voter, holder, query }: Asking & { readonly query: string }): Promise<void> {
    const blinded = await bodyOf(request, signatureBytes);
    if (!blinded.ok) return refuse(response, blinded.because);
    if (!limit.admits(survey)) return refuse(response, 'busy');
    await answering(sign(response, { survey, voter, holder, query, blinded: blinded.value }));
  }

  async function sign(response: ServerResponse, { survey, voter, holder, query, blinded }: Asking & { readonly query: string; readonly blinded: Buffer }): Promise<void> {
    const reissue = new URLSearchParams(query).get('reissue') === '1';
    const paper = { surveyId: survey, blinded, reissue };
    const issued = (holder && (await issuePaperForCode(app, holder, paper))) ?? (voter === null ? refused('sign-in') : await issuePaper(app, voter, paper));
    if (issued.ok || issued.because !== 'survey') limit.know(survey);
    if (!issued.ok) return refuse(response, issued.because);
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' }).end(issued.value);
  }

  async function handle(request: IncomingMessage, response: ServerResponse, { survey, query }: { survey: string; query: string }): Promise<void> {
    const posting = request.method === 'POST';
    if (!posting && request.method !== 'GET') return refuse(response, 'method');
    if (!isSameSite(request, app.config.publicUrl)) return refuse(response, 'cross-site');
    if (!(await app.data.answers())) return refuse(response, 'storage');
    const secret = secretOf(app, request.headers.cookie);
    const voter = secret === null ? null : await voterOf(app, hashOfSecret(secret));
    const slip = slipSecretOf(app, request.headers.cookie);
    const holder = slip === null ? null : holderOf(slip);
    if (voter === null && holder === null) return refuse(response, 'sign-in');
    return posting ? issue(request, response, { survey, voter, holder, query }) : answering(offer(request, response, { survey, voter, holder }));
  }

  return (request, response) => {
    const [, survey, query] = way.exec(request.url ?? '') ?? [];
    if (survey === undefined) return false;
    keepLean(response);
    handle(request, response, { survey, query: query ?? '' })
      // An answer that failed after it had begun is cut off.
      .catch((error: unknown) => refuse(response, outOfOrder(error) ? 'storage' : 'error'))
      .catch(() => response.destroy());
    return true;
  };
}
