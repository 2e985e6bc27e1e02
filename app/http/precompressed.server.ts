// Bytes that never change, compressed once as tightly as is worth while and kept in memory.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodingFor } from './encoding.server.ts';

export interface Precompressed {
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** Beyond this many bytes the tightest compression takes longer than anybody waits. */
const large = 1 << 20;
const smaller = { brotli: promisify(brotliCompress), gzip: promisify(gzip) };

export async function precompress(plain: Buffer, headers: Readonly<Record<string, string>>): Promise<Precompressed> {
  const [br, zipped] = await Promise.all([
    smaller.brotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length, [constants.BROTLI_PARAM_QUALITY]: plain.length > large ? 4 : 11 } }),
    smaller.gzip(plain, { level: plain.length > large ? 5 : 9 }),
  ]);
  return { plain, gzip: zipped, br, headers };
}

export function sendPrecompressed(request: IncomingMessage, response: ServerResponse, kept: Precompressed): void {
  const encoding = encodingFor(request);
  const body = encoding ? kept[encoding] : kept.plain;
  response.writeHead(200, {
    ...kept.headers,
    ...(encoding && { 'Content-Encoding': encoding }),
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
  });
  response.end(body);
}
