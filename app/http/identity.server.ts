// What a request must not carry where nobody is to be known: signs of who somebody is, put there by a browser, a proxy that
// signs people in, or a certificate. Address headers are in nobody's interest and are never read.
import type { IncomingMessage } from 'node:http';

const names = new Set([
  'cookie',
  'authorization',
  'proxy-authorization',
  'remote-user',
  'x-remote-user',
  'x-forwarded-user',
  'x-forwarded-email',
  'x-forwarded-preferred-username',
  'x-auth-request-user',
  'x-auth-request-email',
  'x-client-cert',
]);
const prefix = 'x-ssl-client-';

export function carriesIdentity({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  for (const name in headers) if (names.has(name) || name.startsWith(prefix)) return true;
  return false;
}
