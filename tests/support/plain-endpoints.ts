// The ballot's endpoints on a real port, and people who reach them as browsers do: with their session where a page sends it, and
// without anything where it asks for `credentials: 'omit'`.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { day } from '#app/domain/kernel/day.ts';
import type { Fetch } from '#app/ballot/drop.ts';
import { codes } from '#app/http/codes.server.ts';
import { anonymous } from '#app/http/anonymous.server.ts';
import type { Rate } from '#app/http/flood-limit.server.ts';
import { papers } from '#app/http/papers.server.ts';
import { sessionName } from '#app/http/session.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import { strays } from '#app/http/strays.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { fetchWith } from './fetch-with.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

export interface Endpoints {
  readonly url: string;
  /** Requests of somebody who is signed in. */
  as(personId: string): Promise<Fetch>;
}

export async function plainEndpoints(app: App, rate?: Rate): Promise<Endpoints> {
  const handlers = [anonymous(app, rate), papers(app, rate), codes(app), strays];
  const server = createServer((request, response) => {
    if (!handlers.some((handle) => handle(request, response))) response.writeHead(404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, as: async (personId) => fetchWith(url, await sessionOf(app, personId)) };
}

/** The value of a Cookie header. */
export async function sessionOf(app: App, personId: string): Promise<string> {
  const secret = `session-of-${personId}`;
  await app.data.sessions.save({ tokenHash: hashOfSecret(secret), personId, createdOn: app.today(), expiresOn: day('2099-01-01') });
  return `${sessionName(app)}=${secret}`;
}
