// The only readers of bodies. What is announced is judged before anything is read, what comes is counted while it comes, and what
// comes too slowly is given up: otherwise a stranger fills the memory with one long body, or holds it with a thousand slow ones.
import type { IncomingMessage } from 'node:http';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import type { BodyLimit } from './body-limit.server.ts';

/** `gone`: the connection broke, and nobody waits for an answer. */
export type BodyRefusal = 'too-large' | 'too-slow' | 'gone';

/** The size that was announced; null where none was, as with bodies that come in chunks. */
function announced({ headers }: IncomingMessage): number | null {
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}

export function announcesMoreThan(request: IncomingMessage, bytes: number): boolean {
  return (announced(request) ?? 0) > bytes;
}

/** Whether anything follows the headers. */
export function bringsBody(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] !== undefined || (announced(request) ?? 0) > 0;
}

export function readBody(request: IncomingMessage, { bytes, seconds }: Pick<BodyLimit, 'bytes' | 'seconds'>): Promise<Outcome<Buffer, BodyRefusal>> {
  if (request.destroyed) return Promise.resolve(refused('gone'));
  if (announcesMoreThan(request, bytes)) return Promise.resolve(refused('too-large'));
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const tooSlow = setTimeout(() => end(refused('too-slow')), seconds * 1000);
    const take = (part: Buffer) => {
      length += part.length;
      if (length > bytes) end(refused('too-large'));
      else parts.push(part);
    };
    const finish = () => end(done(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    const leave = () => end(refused('gone'));
    const end = (outcome: Outcome<Buffer, BodyRefusal>) => {
      clearTimeout(tooSlow);
      request.off('data', take).off('end', finish).off('close', leave);
      if (!outcome.ok) parts.length = 0;
      resolve(outcome);
    };
    request.on('data', take).on('end', finish).on('close', leave);
  });
}

/** A ballot or a paper takes seconds over the slowest line. */
const exactSeconds = 30;

/** A body of one exact size; `size` for any other. */
export async function bodyOf(request: IncomingMessage, size: number): Promise<Outcome<Buffer, 'size' | 'too-slow'>> {
  const length = announced(request);
  if (length !== null && length !== size) return refused('size');
  const body = await readBody(request, { bytes: size, seconds: exactSeconds });
  if (!body.ok) return refused(body.because === 'too-slow' ? 'too-slow' : 'size');
  return body.value.length === size ? body : refused('size');
}
