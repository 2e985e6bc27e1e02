// The only map from refusals to status codes.

const statuses: Readonly<Record<string, number>> = {
  'not-found': 404,
  forbidden: 403,
  gone: 410,
  conflict: 409,
  'too-many': 429,
};

/** A response to throw: its body is the code; the words are in app/text under `error.<code>`. */
export function refuse(because: string): Response {
  return new Response(because, { status: statuses[because] ?? 422, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
