// A code is tried in front of the framework, as a paper is taken: no session, no log line, no time. There is no limit by address, which
// would shut an office out, and none by guesses, which would let a stranger shut everybody out: sixty bits are their own brake.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLanguage, type Language } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';
import { heldBy, holderOf, useCode } from '#app/services/responses.server.ts';
import { countTrouble } from '#app/services/installation/notice-trouble.server.ts';
import type { PlainHandler } from './anonymous.server.ts';
import { readBody } from './body.server.ts';
import { codePage, codePolicy, type CodePage, type CodeTrouble } from './code-page.server.ts';
import { formIn } from './form.server.ts';
import { languageAskedFor } from './language.server.ts';
import { outOfOrder } from './out-of-order.server.ts';
import { keepLean, replyCode } from './plain-reply.server.ts';
import { isSameSite } from './same-site.server.ts';
import { slipCookie, slipSecretOf } from './slip-cookie.server.ts';

const way = /^\/code\/?(?:\?(.*))?$/;
const little = { bytes: 2_048, seconds: 10, fields: 10 };
const statuses: Readonly<Record<CodeTrouble, number>> = { wrong: 422, cookie: 422, storage: 503 };

function asked(request: IncomingMessage, query: string): Pick<CodePage, 'language' | 'kiosk'> {
  const wishes = new URLSearchParams(query);
  const chosen = wishes.get('lang') ?? '';
  const language: Language = isLanguage(chosen) ? chosen : (languageAskedFor(request.headers) ?? 'en');
  return { language, kiosk: wishes.has('kiosk') };
}

export function codes(app: App): PlainHandler {
  function send(request: IncomingMessage, response: ServerResponse, { cookie, ...page }: CodePage & { readonly cookie: string | null }): void {
    response.writeHead(page.trouble ? statuses[page.trouble] : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': codePolicy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      ...(cookie && { 'Set-Cookie': cookie }),
    });
    response.end(request.method === 'HEAD' ? undefined : codePage(page));
  }

  async function show(request: IncomingMessage, response: ServerResponse, page: Pick<CodePage, 'language' | 'kiosk'>): Promise<void> {
    const secret = slipSecretOf(app, request.headers.cookie);
    // The code of somebody who was here before is nobody else's: on a shared device every visit begins anew.
    const fresh = secret === null || page.kiosk || (await heldBy(app, holderOf(secret))) === 'used';
    send(request, response, { ...page, cookie: fresh ? slipCookie(app, app.newSecret()) : null });
  }

  /** With what this browser holds already, so that a reply that was lost costs nobody the code; else with something new. */
  async function attempt(secret: string, tried: { readonly code: string; readonly language: Language }) {
    const held = await heldBy(app, holderOf(secret));
    const own = held === 'used' ? null : await useCode(app, { ...tried, holder: holderOf(secret) });
    if (own && (own.ok || own.because !== 'code' || held === 'nothing')) return { used: own, cookie: null };
    const next = app.newSecret();
    return { used: await useCode(app, { ...tried, holder: holderOf(next) }), cookie: slipCookie(app, next) };
  }

  async function attend(request: IncomingMessage, response: ServerResponse, page: Pick<CodePage, 'language' | 'kiosk'>): Promise<void> {
    if (!isSameSite(request, app.config.publicUrl)) return replyCode(response, 'cross-site');
    const body = await readBody(request, little);
    const form = body.ok ? formIn(body.value, little.fields) : body;
    if (!form.ok) return replyCode(response, form.because === 'too-slow' ? 'too-slow' : 'size');
    const typed = [form.value['code'] ?? ''].flat()[0] ?? '';
    const secret = slipSecretOf(app, request.headers.cookie);
    if (secret === null) return send(request, response, { ...page, typed, trouble: 'cookie', cookie: slipCookie(app, app.newSecret()) });
    const { used, cookie } = await attempt(secret, { code: typed, language: page.language });
    if (!used.ok) {
      countTrouble(app, used.because);
      return send(request, response, { ...page, typed, trouble: used.because === 'code' ? 'wrong' : 'storage', cookie: null });
    }
    response.writeHead(303, { Location: `${used.value}${page.kiosk ? '&kiosk' : ''}`, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', ...(cookie && { 'Set-Cookie': cookie }) }).end();
  }

  return (request, response) => {
    const [whole, query = ''] = way.exec(request.url ?? '') ?? [];
    if (whole === undefined) return false;
    keepLean(response);
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') replyCode(response, 'method');
    else {
      const page = asked(request, query);
      const answered = method === 'POST' ? attend(request, response, page) : show(request, response, page);
      // An answer that failed after it had begun is cut off.
      answered.catch((error: unknown) => replyCode(response, outOfOrder(error) ? 'storage' : 'error')).catch(() => response.destroy());
    }
    return true;
  };
}
