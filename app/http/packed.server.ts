// Bytes that differ each time are packed in one go and cheaply: tighter takes several times as long for a tenth of the size.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodingFor, type Encoding } from './encoding.server.ts';

const worthPacking = 1_024;
const kinds = /^(text\/|application\/(json|javascript)\b|image\/svg)/i;

const compress = { brotli: promisify(brotliCompress), gzip: promisify(gzip) };

/** The window is no larger than a page: a larger one is memory that nobody reads, taken and given back with every page. */
const packers: Record<Encoding, (plain: Buffer) => Promise<Buffer>> = {
  br: (plain) =>
    compress.brotli(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
      chunkSize: plain.length >> 2,
    }),
  gzip: (plain) => compress.gzip(plain, { level: 4, chunkSize: plain.length >> 2 }),
};

/** Ends the response, whose status and headers are set. */
export async function sendPacked(request: IncomingMessage, response: ServerResponse, plain: Buffer): Promise<void> {
  const packable = plain.length >= worthPacking && kinds.test(String(response.getHeader('Content-Type') ?? '')) && !response.hasHeader('Content-Encoding');
  if (packable) response.appendHeader('Vary', 'Accept-Encoding');
  const encoding = packable && request.method !== 'HEAD' ? encodingFor(request) : null;
  const body = encoding === null ? plain : await packers[encoding](plain);
  // Whoever went away meanwhile is not written to.
  if (response.destroyed) return;
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  if (plain.length > 0) response.setHeader('Content-Length', body.length);
  response.end(body);
}
