// Replies of the endpoints in front of the framework: a status and one code word; the page has the sentences.
import type { ServerResponse } from 'node:http';

const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

const statuses: Readonly<Record<string, number>> = {
  identity: 400,
  size: 400,
  version: 400,
  'sign-in': 401,
  paper: 403,
  'not-on-roll': 403,
  held: 403,
  'by-slip': 403,
  'cross-site': 403,
  survey: 404,
  method: 405,
  'other-paper': 409,
  'no-reissue': 409,
  closed: 410,
  'too-slow': 408,
  'not-open': 425,
  busy: 429,
  error: 500,
  storage: 503,
};

/** Leaves out what HTTP/1.1 takes for granted, and the time, which has no place beside a ballot: on a slow line every byte of this way
 * is waited for. */
export function keepLean(response: ServerResponse): void {
  response.sendDate = false;
  response.removeHeader('Connection');
}

export function replyCode(response: ServerResponse, code: string): void {
  if (response.destroyed || response.headersSent) return;
  // After a wrong size the rest of the body is not read: the connection cannot be used again.
  const ends = code === 'size' || code === 'too-slow' || code === 'busy' ? { Connection: 'close' } : {};
  response.writeHead(statuses[code] ?? 500, { ...headers, ...ends }).end(code);
}
