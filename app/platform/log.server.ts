// The log of the portal. The ballot's endpoints never reach it; what does is redacted of people's words, addresses and links.
import pino from 'pino';
import type { Config } from './config.server.ts';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>;

export function openLog(config: Config): Log {
  return pino(
    {
      level: config.production ? 'info' : 'warn',
      base: null,
      redact: ['email', 'to', 'link', 'token', 'text', 'html', '*.email', '*.to', '*.link', '*.token', '*.text', '*.html'],
    },
    pino.destination(2),
  );
}
