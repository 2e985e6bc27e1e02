// A body of one exact size; anything longer is not read to its end.
import type { IncomingMessage } from 'node:http';

/** Null for another size, and for a connection that broke. */
export function bodyOf(request: IncomingMessage, size: number): Promise<Buffer | null> {
  const announced = request.headers['content-length'];
  if (request.destroyed || (announced !== undefined && Number(announced) !== size)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= size) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(length === size ? (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)) : null));
    request.on('close', () => resolve(null));
  });
}
