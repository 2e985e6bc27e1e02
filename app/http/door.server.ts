// The door: the anonymous way first, then pages; and how long anybody may stand in it. Connections that say nothing, headers that
// never end and readers who do not read are shown out, or a few thousand of them keep everybody else outside.
import { createServer, type Server } from 'node:http';
import type { App } from '#app/platform/app.server.ts';
import { countTrouble } from '#app/services/installation/notice-trouble.server.ts';
import { anonymous } from './anonymous.server.ts';
import { codes } from './codes.server.ts';
import { cutLeftover } from './leftover.server.ts';
import { pages, type Pages } from './pages.server.ts';
import { papers } from './papers.server.ts';
import { strays } from './strays.server.ts';

export interface Patience {
  /** Milliseconds until the headers are there. */
  readonly headers: number;
  /** Until the whole request is there: files over a slow line. Every other body has less, by its route. */
  readonly request: number;
  /** Without a byte in either direction. */
  readonly silence: number;
  /** How often it is looked. */
  readonly look: number;
}

export const usualPatience: Patience = { headers: 10_000, request: 660_000, silence: 120_000, look: 2_000 };

const mostConnections = 5_000;

/** A server that listens nowhere yet. */
export function door(app: App, what: Pages, patience: Patience = usualPatience): Server {
  const ballots = anonymous(app);
  const signedPapers = papers(app);
  const slips = codes(app);
  const web = pages(app, what);
  const options = { connectionsCheckingInterval: patience.look, headersTimeout: patience.headers, requestTimeout: patience.request };
  const server = createServer(options, (request, response) => {
    cutLeftover(request, response);
    if (ballots(request, response) || signedPapers(request, response) || slips(request, response)) return;
    if (strays(request, response)) countTrouble(app, 'stray');
    else web(request, response);
  });
  server.timeout = patience.silence;
  server.maxHeadersCount = 100;
  server.maxConnections = mostConnections;
  return server;
}
