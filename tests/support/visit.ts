// Calls loaders and actions the way Remix does, with a real session cookie.
import { createHash } from 'node:crypto';
import { day } from '#app/domain/kernel/day.ts';
import { sessionName } from '#app/http/session.server.ts';
import type { App } from '#app/platform/app.server.ts';

export async function cookieOf(app: App, personId: string): Promise<string> {
  const secret = `session-of-${personId}`;
  await app.data.sessions.save({
    tokenHash: createHash('sha256').update(secret).digest('base64url'),
    personId,
    createdOn: app.today(),
    expiresOn: day('2099-01-01'),
  });
  return `${sessionName(app)}=${secret}`;
}

export interface Visiting {
  /** Person id; nobody is signed in without it. */
  readonly as?: string;
  readonly params?: Record<string, string>;
  /** Fields of a form: the request is a POST then. */
  readonly form?: Record<string, string | readonly string[]>;
  readonly headers?: Record<string, string>;
  /** Chosen in this browser; the person's own without it. */
  readonly language?: string;
}

type Handler = (args: never) => Promise<unknown>;

/** The result of a loader or action; what it throws as a response comes back as the response. */
export async function visit<H extends Handler>(app: App, handler: H, path: string, visiting: Visiting = {}): Promise<Awaited<ReturnType<H>> | Response> {
  const headers = new Headers(visiting.headers);
  if (visiting.as) headers.set('cookie', [await cookieOf(app, visiting.as), ...(visiting.language ? [`murmur_language=${visiting.language}`] : [])].join('; '));
  let body: URLSearchParams | undefined;
  if (visiting.form) {
    body = new URLSearchParams();
    for (const [name, value] of Object.entries(visiting.form)) for (const one of [value].flat()) body.append(name, one);
  }
  const request = new Request(new URL(path, app.config.publicUrl), { method: body ? 'POST' : 'GET', headers, body });
  try {
    return (await handler({ request, params: visiting.params ?? {}, context: { app, nonce: '' } } as never)) as Awaited<ReturnType<H>>;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
