// The only map from refusals to status codes.
import type { PageRefusal } from '#app/text/page-refusal.ts';

const statuses: Readonly<Record<string, number>> = {
  'not-found': 404,
  forbidden: 403,
  gone: 410,
  conflict: 409,
  'too-many': 429,
  'bad-request': 400,
  'cross-site': 403,
  'too-slow': 408,
  'too-large': 413,
  unreadable: 415,
  unexpected: 500,
  busy: 503,
  'no-room': 503,
  'database-away': 503,
};

export function statusOf(because: string): number {
  return statuses[because] ?? 422;
}

/** A response to throw: its body is the code; the words are in app/text/page-refusal.ts. */
export function refuse(because: PageRefusal): Response {
  return new Response(because, { status: statusOf(because), headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
