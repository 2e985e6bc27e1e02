// The interface for programs: a token in the one header made for it, reading alone, the same services as the pages. No cookie is read
// here, so that no page elsewhere reads with somebody's session; and no page elsewhere is allowed to read at all (no CORS). Attacker:
// whoever tries tokens or addresses to learn what there is: every refusal says the same whatever is behind it.
import express, { type Request, type RequestHandler, type Response } from 'express';
import * as v from 'valibot';
import type { App } from '#app/platform/app.server.ts';
import { ballotsFirst } from '#app/platform/ballots-first.server.ts';
import { isLanguage } from '#app/domain/kernel/language.ts';
import { readerOfToken, type MachineReader } from '#app/services/access/machine-tokens.server.ts';
import { textOf, type TextKey } from '#app/text/text.ts';
import { floodLimit, type Rate } from './flood-limit.server.ts';
import { endpoints, type Endpoint } from './machine-endpoints.server.ts';
import { openApi } from './openapi.server.ts';
import { outOfOrder } from './out-of-order.server.ts';
import { sendPacked } from './packed.server.ts';
import type { Turnstile } from './turnstile.server.ts';

/** For each token; all unknown ones share one. */
const usualRate: Rate = { burst: 60, perSecond: 2 };

const statuses = { 'bad-request': 400, unauthorized: 401, forbidden: 403, 'not-found': 404, method: 405, 'too-many': 429, unexpected: 500, unavailable: 503 } as const;

type Refused = keyof typeof statuses;

const headersOf: Partial<Record<Refused, Readonly<Record<string, string>>>> = { unauthorized: { 'WWW-Authenticate': 'Bearer' }, method: { Allow: 'GET, HEAD' }, 'too-many': { 'Retry-After': '10' }, unavailable: { 'Retry-After': '60' } };

function send(request: Request, response: Response, value: unknown, type = 'application/json'): Promise<void> {
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  return sendPacked(request, response, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
}

function refuse(request: Request, response: Response, code: Refused, values: Readonly<Record<string, string>> = {}): Promise<void> {
  const asked = request.query['language'];
  const text = textOf(typeof asked === 'string' && isLanguage(asked) ? asked : 'en');
  response.status(statuses[code]).set(headersOf[code] ?? {});
  return send(request, response, { api: 1, error: { code, message: text(`machine.error.${code}` as TextKey, values) } });
}

const secretIn = ({ headers }: Request): string => /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

export interface Machines extends Pick<Turnstile, 'enter'> {
  readonly rate?: Rate;
}

/** To be put at `/api/v1`. */
export function machines(app: App, { enter, rate = usualRate }: Machines): RequestHandler {
  const limit = floodLimit(() => app.now(), rate);

  /** Null where it was refused. */
  async function reader(request: Request, response: Response): Promise<MachineReader | null> {
    const found = await readerOfToken(app, secretIn(request));
    if (found) limit.know(found.token.id);
    if (!limit.admits(found?.token.id ?? '')) await refuse(request, response, 'too-many');
    else if (!found) await refuse(request, response, 'unauthorized');
    else return found;
    return null;
  }

  async function answer(endpoint: Endpoint, request: Request, response: Response): Promise<void> {
    const found = await reader(request, response);
    if (!found) return;
    const { scope } = endpoint;
    if (!found.token.scopes.includes(scope)) return refuse(request, response, 'forbidden', { scope });
    const query = v.safeParse(endpoint.query, request.query);
    if (!query.success) return refuse(request, response, 'bad-request', { name: v.getDotPath(query.issues[0]) ?? '' });
    const leave = await enter();
    if (!leave) return refuse(request, response, 'unavailable');
    await ballotsFirst();
    const loaded = await endpoint.load({ app, actor: found.actor, params: request.params, query: query.output }).finally(leave);
    if (!loaded.ok) return refuse(request, response, 'not-found');
    return endpoint.answer ? send(request, response, v.parse(endpoint.answer, loaded.value)) : send(request, response, loaded.value, 'text/csv');
  }

  /** Whatever went wrong is answered in the same shape. */
  const handled = (work: (request: Request, response: Response) => Promise<void>): RequestHandler => (request, response) => {
    work(request, response)
      .catch((error: unknown) => {
        if (outOfOrder(error)) return refuse(request, response, 'unavailable');
        app.log.error({ err: error }, 'a program could not be answered');
        return refuse(request, response, 'unexpected');
      })
      .catch(() => response.destroy());
  };

  const router = express.Router({ caseSensitive: true });
  router.use((request, response, next) => (request.method === 'GET' || request.method === 'HEAD' ? next() : void refuse(request, response, 'method')));
  router.get('/openapi.json', handled((request, response) => send(request, response, openApi(app.config.publicUrl))));
  for (const endpoint of endpoints) router.get(endpoint.path.replace(/\{(\w+)\}/g, ':$1([\\w-]{1,64})'), handled((request, response) => answer(endpoint, request, response)));
  router.use(handled((request, response) => refuse(request, response, 'not-found')));
  return router;
}
