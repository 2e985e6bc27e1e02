// The log of the portal. The ballot's endpoints never reach it; what does is redacted of people's words, addresses and links.
import pino, { type DestinationStream } from 'pino';
import type { Config } from './config.server.ts';

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>;

function statusOf(thrown: unknown): { status?: number } {
  const status: unknown = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : null;
  return typeof status === 'number' ? { status } : {};
}

/** Name, message and place alone: databases and mail servers hang rows and addresses onto their errors. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'something was thrown that is no error', ...statusOf(error) };
  const { name, message, stack } = error;
  return { name, ...('code' in error && { code: String(error.code) }), message, stack };
}

export function openLog(config: Pick<Config, 'production'>, to: DestinationStream = pino.destination(2)): Log {
  return pino(
    {
      level: config.production ? 'info' : 'warn',
      base: null,
      serializers: { err: withoutValues },
      redact: ['email', 'to', 'link', 'token', 'text', 'html', '*.email', '*.to', '*.link', '*.token', '*.text', '*.html'],
    },
    to,
  );
}
