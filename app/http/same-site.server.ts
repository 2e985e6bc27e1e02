// Against a foreign page that posts in a signed-in person's name. Every changing request is judged here, before the framework, which
// checks documents only, not data requests or resource routes.
import type { IncomingMessage } from 'node:http';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export function changesSomething({ method = 'GET' }: Pick<IncomingMessage, 'method'>): boolean {
  return !harmless.has(method);
}

/** True when a changing request says that it comes from a page of this portal. Every browser says so with one of the two headers,
 * `Origin` also with a plain form and without a script; a request that says nothing comes from no page. */
export function isSameSite(request: IncomingMessage, publicUrl: string): boolean {
  if (!changesSomething(request)) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}
