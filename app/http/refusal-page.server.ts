// What is refused in front of the framework is said as a small page of its own: in the visitor's language, in our look, and cheap
// enough to be said to a flood.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '#app/domain/kernel/language.ts';
import { textOf } from '#app/text/text.ts';
import { languageAskedFor } from './language.server.ts';
import { statusOf } from './reply.server.ts';
import { birds, smallStyle as style } from './small-page.server.ts';

/** Each has a sentence under `error` and what helps under `refusal`, in app/text. */
export type FrontRefusal = 'not-found' | 'bad-request' | 'cross-site' | 'too-slow' | 'too-large' | 'unreadable' | 'too-many' | 'unexpected' | 'busy' | 'no-room' | 'database-away';

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const written = new Map<string, Buffer>();

function pageOf(because: FrontRefusal, language: Language): Buffer {
  const key = `${because} ${language}`;
  let page = written.get(key);
  if (!page) {
    const text = textOf(language);
    const title = text.code('error', because);
    page = Buffer.from(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${style}</style></head><body><main>${birds}<h1>${title}</h1><p>${text.code('refusal', because)}</p><a href="/">${text('nav.home')}</a></main></body></html>`,
    );
    written.set(key, page);
  }
  return page;
}

/** Over in a moment: browsers and proxies may ask again. */
const comesBack: ReadonlySet<FrontRefusal> = new Set(['busy', 'too-many', 'no-room', 'database-away']);

export function asksForPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') ?? false;
}

/** A script of the portal's own pages, which draws the refusal itself. */
const isOfScript = ({ url = '' }: IncomingMessage) => /[?&]_data=/.test(url);

/** Says why, once, and holds nothing of what came. */
export function refuseAtDoor(request: IncomingMessage, response: ServerResponse, because: FrontRefusal): void {
  if (response.destroyed || response.headersSent) return;
  const ofScript = isOfScript(request);
  const body = ofScript ? Buffer.from(because) : pageOf(because, languageAskedFor(request.headers) ?? 'en');
  response.writeHead(statusOf(because), {
    'Content-Type': ofScript ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    ...(ofScript && { 'X-Remix-Catch': 'yes' }),
    ...(comesBack.has(because) && { 'Retry-After': '30' }),
    Vary: 'Accept-Language, Cookie',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
