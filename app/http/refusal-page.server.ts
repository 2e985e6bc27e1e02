// What is refused in front of the framework is said as a small page of its own: in the visitor's language, in our look, and cheap
// enough to be said to a flood.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '#app/domain/kernel/language.ts';
import { textOf } from '#app/text/text.ts';
import { languageAskedFor } from './language.server.ts';
import { statusOf } from './reply.server.ts';

/** Each has a sentence under `error` and what helps under `refusal`, in app/text. */
export type FrontRefusal = 'not-found' | 'bad-request' | 'cross-site' | 'too-slow' | 'too-large' | 'unreadable' | 'too-many' | 'unexpected' | 'busy' | 'no-room' | 'database-away';

// Colours and sizes are those of app/styles/tokens.css.
const style = `:root{color-scheme:light dark;--ink:#16202c;--muted:#52606f;--bg:#f6f7f9;--accent:#0b5cad;--on-accent:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6ebf1;--muted:#9fb0c0;--bg:#11181f;--accent:#7db8f2;--on-accent:#0c1a27}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px 16px;background:var(--bg);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
:lang(zh-Hans) body{font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
:lang(zh-Hant) body{font-family:system-ui,-apple-system,"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC","Noto Sans TC",sans-serif}
main{max-width:34rem}svg{width:48px;height:48px;color:var(--accent)}h1{font-size:1.375rem;line-height:1.3;margin:16px 0 8px}p{margin:0 0 24px;color:var(--muted)}
a{display:inline-flex;align-items:center;min-height:44px;padding:0 16px;border-radius:6px;background:var(--accent);color:var(--on-accent);text-decoration:none;font-weight:600}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`;

const birds =
  '<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" aria-hidden="true"><path d="M3 12c3-3 5-3 6.500 0c1.500-3 3.500-3 6.500 0"/><path d="M15 20c3-3 5-3 6.500 0c1.500-3 3.500-3 6.500 0"/><path d="M19 9c2-2 3.300-2 4.300 0c1-2 2.300-2 4.300 0"/><path d="M5 24c2-2 3.300-2 4.300 0c1-2 2.300-2 4.300 0"/></svg>';

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
