// Puts the house together and opens its door. The anonymous way stands in front of everything else: no session, no log, no
// framework ever sees a ballot.
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import compression from 'compression';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { anonymous } from './http/anonymous.server.ts';
import { keptNowhere } from './http/kept-nowhere.server.ts';
import type { Context } from './http/page.server.ts';
import { papers } from './http/papers.server.ts';
import { sameSite } from './http/same-site.server.ts';
import { strays } from './http/strays.server.ts';
import { openApp, type App } from './platform/app.server.ts';
import './text/all.server.ts';
import { readConfig, type Overrides } from './platform/config.server.ts';
import { openMailer } from './platform/mailer.server.ts';
import { schedule, type Job } from './platform/scheduler.server.ts';
import { inviteToOpenSurveys } from './services/inviting.server.ts';
import { closeJournalDays } from './services/journal.server.ts';
import { dailyPlanLetters, reviewPlans } from './services/planning.server.ts';
import { closeDueSurveys, startSurveys, stopClosing } from './services/publishing.server.ts';
import { forgetWhatEnded } from './services/forgetting.server.ts';
import { forgetOldStages as forgetOldPastFiles } from './services/bringing-past-surveys/stage.server.ts';
import { forgetOldStages } from './services/importing-people/staged-files.server.ts';
import { prepareResults } from './services/reading-results.server.ts';
import { sendLetters } from './services/sending-letters.server.ts';

function contentPolicy(app: App): express.RequestHandler {
  const secure = app.config.publicUrl.startsWith('https:');
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", `'nonce-${nonce}'`],
          // React writes widths of bars as style attributes; styles cannot run anything.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          upgradeInsecureRequests: secure ? [] : null,
        },
      },
      // `no-referrer` would make browsers send `Origin: null` with forms, which the cross-site check refuses.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: secure,
      crossOriginEmbedderPolicy: false,
    })(request, response, next);
  };
}

/** Counts by address in memory only, for the pages where somebody could try addresses or links one after another. */
const brake = rateLimit({ windowMs: 10 * 60_000, limit: 60, standardHeaders: 'draft-8', legacyHeaders: false, skip: (request) => request.method !== 'POST' });

function framework(app: App): express.Express {
  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', app.config.proxies);
  web.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  web.get('/readyz', (_request, response) => {
    void app.data.ready().then(
      (ready) => response.status(ready ? 200 : 503).type('text').send(ready ? 'ready' : 'not ready'),
      () => response.status(503).type('text').send('not ready'),
    );
  });
  web.use(contentPolicy(app), compression());
  web.use('/assets', express.static(join(app.config.buildFolder, 'client/assets'), { immutable: true, maxAge: '1y', index: false }));
  web.use(express.static(join(app.config.buildFolder, 'client'), { maxAge: '1h', index: false }));
  web.use(sameSite(app.config.publicUrl));
  web.use('/sign-in', brake);
  web.use(keptNowhere);
  web.all(
    '*',
    createRequestHandler({
      // @ts-expect-error a module that the Remix plugin makes at build time
      build: () => import('virtual:remix/server-build'),
      mode: import.meta.env.MODE,
      getLoadContext: (_request, response) => ({ app, nonce: String(response.locals['nonce']) }) satisfies Context as never,
    }),
  );
  return web;
}

export interface Running {
  readonly app: App;
  readonly server: Server;
  readonly url: string;
  /** Finishes what is under way and closes everything, in order. */
  stop(): Promise<void>;
}

function listen(app: App): Promise<Server> {
  const ballots = anonymous(app);
  const signedPapers = papers(app);
  const web = framework(app);
  const server = createServer((request, response) => {
    if (!ballots(request, response) && !signedPapers(request, response) && !strays(request, response)) web(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(app.config.port, app.config.host, () => resolve(server));
  });
}

/** Builds the App value, listens, and resolves when the first request can be answered. */
export async function serve(overrides: Overrides = {}): Promise<Running> {
  const app = await openApp(readConfig(overrides));
  // Before the first request: which slots are used is known only after reading the boxes.
  const { closing } = await startSurveys(app);
  const server = await listen(app);
  const mailer = openMailer(app.config);
  const jobs: Job[] = [
    { name: 'close surveys', when: '20 * * * * *', run: () => closeDueSurveys(app) },
    { name: 'get results ready', when: '50 * * * * *', run: () => prepareResults(app) },
    { name: 'look at what plans changed', when: '0 */10 * * * *', run: () => reviewPlans(app) },
    { name: 'forget files nobody imported', when: '0 */10 * * * *', run: async () => (forgetOldStages(app), forgetOldPastFiles(app)) },
    { name: 'close the days of the journal', when: '30 */10 * * * *', run: () => closeJournalDays(app) },
    { name: 'forget what has ended', when: '0 15 3 * * *', run: () => forgetWhatEnded(app) },
  ];
  // Nobody lives at the addresses of the demonstration.
  if (!app.config.demo) {
    jobs.push({ name: 'invite to surveys', when: '40 */5 * * * *', run: () => inviteToOpenSurveys(app) });
    jobs.push({ name: 'remind of plans', when: '0 */5 * * * *', run: () => dailyPlanLetters(app) });
  }
  if (mailer) jobs.push({ name: 'send letters', when: '*/5 * * * * *', run: () => sendLetters(app, mailer) });
  const stopJobs = schedule(jobs, app.log);
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
    await Promise.all([closed, stopClosing(app), stopJobs(), closing]);
    mailer?.close();
    await app.data.close();
  };
  return { app, server, url: app.config.publicUrl, stop };
}
