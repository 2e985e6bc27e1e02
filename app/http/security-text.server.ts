// Where somebody who finds a weakness tells of it (RFC 9116). It stands there only where the operator named somebody who reads it.
import type { RequestHandler } from 'express';
import { addDays } from '#app/domain/kernel/day.ts';
import { languages } from '#app/domain/kernel/language.ts';
import type { App } from '#app/platform/app.server.ts';

/** Days; the standard wants less than a year, and a portal that nobody runs any more must not promise for longer. */
const lasts = 180;

export function securityText(app: App): RequestHandler {
  const { securityContact, publicUrl } = app.config;
  return (_request, response, next) => {
    if (securityContact === null) return next();
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${addDays(app.today(), lasts)}T00:00:00Z`,
      `Preferred-Languages: ${languages.join(', ')}`,
      // Only what is encrypted may call itself the original.
      ...(publicUrl.startsWith('https:') ? [`Canonical: ${publicUrl}/.well-known/security.txt`] : []),
    ];
    response.type('text/plain; charset=utf-8').set('Cache-Control', 'public, max-age=3600').send(`${lines.join('\n')}\n`);
  };
}
