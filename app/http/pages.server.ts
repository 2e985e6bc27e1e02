// The way to every page: policy, files, where a request comes from, how much came from one address, the gate, the line, the framework.
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { App } from '#app/platform/app.server.ts';
import { ballotsFirst } from '#app/platform/ballots-first.server.ts';
import { noticeProxy } from '#app/services/installation/notice-trouble.server.ts';
import { contentPolicy } from './content-policy.server.ts';
import { files } from './files.server.ts';
import { admit } from './gate.server.ts';
import { keptNowhere } from './kept-nowhere.server.ts';
import { machines } from './machines.server.ts';
import { outOfOrder } from './out-of-order.server.ts';
import type { Context } from './page.server.ts';
import { refuseAtDoor } from './refusal-page.server.ts';
import { addressOf, framework, type Build } from './remix.server.ts';
import { takingAt } from './route-table.server.ts';
import { securityText } from './security-text.server.ts';
import { changesSomething, isSameSite } from './same-site.server.ts';
import { turnstile, type Turnstile } from './turnstile.server.ts';
import { checkReadiness } from '#app/services/installation/check-readiness.server.ts';

/** Changing requests from one address in a minute: a company of thousands behind one address signs in at the same time. Counted by
 * address in memory only, and forgotten with the minute. */
export const mostInAMinute = 3_000;

/** Using a link is not counted at all: whoever tries links one after another finds none among 2^256. */
const usesLink = /^\/sign-in\/[^/]+\/?$/i;

function brake(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Forwarded headers that nobody announced are noticed elsewhere.
    validate: { xForwardedForHeader: false, trustProxy: false },
    skip: (request) => !changesSomething(request) || usesLink.test(addressOf(request)?.pathname ?? ''),
    handler: (request, response) => refuseAtDoor(request, response, 'too-many'),
  });
}

function pageMaker(app: App, build: Build, { enter }: Turnstile): (request: Request, response: Response) => Promise<void> {
  const make = framework(build, app.config.production ? 'production' : 'development');
  const taken = takingAt(build);
  return async (asked, answer) => {
    const address = addressOf(asked);
    if (!address) return refuseAtDoor(asked, answer, 'bad-request');
    const taking = changesSomething(asked) ? await taken(address.pathname) : null;
    if (!(await app.data.answers())) return refuseAtDoor(asked, answer, 'database-away');
    const admitted = await admit(app, asked, taking);
    if (!admitted.ok) return admitted.because === 'gone' ? undefined : refuseAtDoor(asked, answer, admitted.because);
    const leave = await enter();
    if (!leave) return refuseAtDoor(asked, answer, 'busy');
    await ballotsFirst();
    const context: Context = { app, nonce: String(answer.locals['nonce']) };
    const send = await make({ asked, answer, address, body: admitted.value, context }).finally(leave);
    if (context.outOfOrder) return refuseAtDoor(asked, answer, context.outOfOrder);
    await send();
  };
}

/** Whatever went wrong outside the framework: what was asked for badly, and our own mistakes, which are logged. */
function lastResort(app: App): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const because = outOfOrder(error);
    if (because !== null && !response.headersSent && !response.destroyed) return refuseAtDoor(request, response, because);
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (response.headersSent || response.destroyed) return next(error);
    if (status >= 500) app.log.error({ err: error }, 'a request failed in front of the framework');
    refuseAtDoor(request, response, status === 404 ? 'not-found' : status < 500 ? 'bad-request' : 'unexpected');
  };
}

export interface Pages {
  readonly build: Build;
  readonly mostInAMinute?: number;
}

export function pages(app: App, { build, mostInAMinute: most = mostInAMinute }: Pages): express.Express {
  const web = express();
  const { buildFolder, publicUrl, proxies } = app.config;
  const line = turnstile();
  const makePage = pageMaker(app, build, line);
  web.disable('x-powered-by');
  web.set('trust proxy', proxies);
  web.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  web.get('/readyz', (_request, response) => {
    void checkReadiness(app).then(
      ({ ready, lines }) => response.status(ready ? 200 : 503).type('text').set('Cache-Control', 'no-store').send(`${lines.join('\n')}\n`),
      () => response.status(503).type('text').send('not ready\n'),
    );
  });
  web.get('/.well-known/security.txt', securityText(app));
  web.use((request, _response, next) => (noticeProxy(app, request.headers), next()));
  web.use((request, response, next) => (isSameSite(request, publicUrl) ? next() : refuseAtDoor(request, response, 'cross-site')));
  web.use(brake(most), files(join(buildFolder, 'client')), contentPolicy(publicUrl));
  web.use(keptNowhere);
  web.use('/api/v1', machines(app, line));
  web.all('*', (request, response, next) => void makePage(request, response).catch(next));
  web.use(lastResort(app));
  return web;
}
