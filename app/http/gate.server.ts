// Nothing a stranger sends reaches a page unread: encoding, size, time and kind of every body are judged here, by the route that
// takes it, and what is too much is refused before any of it is kept.
import type { IncomingMessage } from 'node:http';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { App } from '#app/platform/app.server.ts';
import { hashOfSecret } from '#app/platform/secrets.server.ts';
import { voterOf } from '#app/services/responses.server.ts';
import { announcesMoreThan, bringsBody, readBody, type BodyRefusal } from './body.server.ts';
import { isForm } from './form.server.ts';
import type { Body } from './remix.server.ts';
import type { Taking } from './route-table.server.ts';
import { secretOf } from './session.server.ts';

async function isSignedIn(app: App, { headers }: IncomingMessage): Promise<boolean> {
  const secret = secretOf(app, headers.cookie);
  return secret !== null && (await voterOf(app, hashOfSecret(secret))) !== null;
}

/** Whoever has no session is sent to sign in whatever the body holds: of forms for people who are signed in nothing is read then. */
export async function admit(app: App, request: IncomingMessage, taking: Taking | null): Promise<Outcome<Body, BodyRefusal | 'unreadable'>> {
  if (!taking || !bringsBody(request)) return done(null);
  // A few bytes that unpack to gigabytes; browsers never pack what they send.
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return refused('unreadable');
  if (taking.may !== 'visit' && !(await isSignedIn(app, request))) return done(null);
  if (taking.streams) return done('stream');
  if (announcesMoreThan(request, taking.takes.bytes)) return refused('too-large');
  if (!isForm(request.headers['content-type'])) return refused('unreadable');
  return readBody(request, taking.takes);
}
