// Bytes that never change, compressed once as tightly as possible and kept in memory.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Precompressed {
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const smaller = { brotli: promisify(brotliCompress), gzip: promisify(gzip) };

export async function precompress(plain: Buffer, headers: Readonly<Record<string, string>>): Promise<Precompressed> {
  const [br, zipped] = await Promise.all([
    smaller.brotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    smaller.gzip(plain, { level: 9 }),
  ]);
  return { plain, gzip: zipped, br, headers };
}

export function sendPrecompressed(request: IncomingMessage, response: ServerResponse, kept: Precompressed): void {
  const accepted = request.headers['accept-encoding'];
  const encoding = typeof accepted !== 'string' ? null : /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const body = encoding ? kept[encoding] : kept.plain;
  response.writeHead(200, {
    ...kept.headers,
    ...(encoding && { 'Content-Encoding': encoding }),
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
  });
  response.end(body);
}
