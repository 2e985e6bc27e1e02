// Against a foreign page that posts in a signed-in person's name. Remix checks documents only, not data requests or resource
// routes, so every changing request is checked here first.
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True when a changing request comes from a page of this portal. Requests of programs without either header pass: they carry no cookie by accident. */
export function isSameSite(request: IncomingMessage, publicUrl: string): boolean {
  if (harmless.has(request.method ?? 'GET')) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}

export function sameSite(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    if (isSameSite(request, publicUrl)) next();
    else response.status(403).type('text').send('Cross-site request refused');
  };
}
