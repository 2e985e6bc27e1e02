// Between Express and the framework: the request as the framework wants it, its body already read or streamed as the gate decided,
// and its answer written back.
import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { Request as Asked, Response as Answer } from 'express';
import { sendPacked } from './packed.server.ts';

/** Asked for anew with each request where the sources are being changed. */
export type Build = ServerBuild | (() => Promise<ServerBuild>);

/** `stream`: straight from the line, for files. Null: whatever came is not read. */
export type Body = Buffer | 'stream' | null;

/** Null where the headers name no address at all. */
export function addressOf(request: Asked): URL | null {
  const address = `${request.protocol}://${request.headers.host ?? 'localhost'}${request.originalUrl}`;
  return URL.canParse(address) ? new URL(address) : null;
}

function headersOf({ headers }: Asked): Headers {
  const copied = new Headers();
  for (const [name, value] of Object.entries(headers)) for (const one of [value ?? []].flat()) copied.append(name, one);
  // Where a request comes from was judged at the door; the framework would judge it again by other headers.
  for (const name of ['origin', 'x-forwarded-host']) copied.delete(name);
  return copied;
}

function requestOf(asked: Asked, { address, body, signal }: { address: URL; body: Body; signal: AbortSignal }): Request {
  const { method } = asked;
  const init: RequestInit & { duplex?: 'half' } = { method, headers: headersOf(asked), signal };
  if (method !== 'GET' && method !== 'HEAD') {
    if (body === 'stream') Object.assign(init, { body: createReadableStreamFromReadable(asked), duplex: 'half' });
    else if (body) init.body = new Uint8Array(body);
  }
  return new Request(address, init);
}

async function send(asked: Asked, answer: Answer, response: Response): Promise<void> {
  answer.statusMessage = response.statusText;
  answer.status(response.status);
  for (const [name, value] of response.headers.entries()) answer.append(name, value);
  await sendPacked(asked, answer, Buffer.from(await response.arrayBuffer()));
}

export interface Handed {
  readonly asked: Asked;
  readonly answer: Answer;
  readonly address: URL;
  readonly body: Body;
  /** For loaders and actions. */
  readonly context: unknown;
}

/** Resolves when the page is made; sending it to somebody who reads slowly is not waited for by others. */
export function framework(build: Build, mode: string): (handed: Handed) => Promise<() => Promise<void>> {
  const handle = createRequestHandler(build, mode);
  return async ({ asked, answer, address, body, context }) => {
    const gone = new AbortController();
    answer.on('close', () => void (answer.writableFinished || gone.abort()));
    const response = await handle(requestOf(asked, { address, body, signal: gone.signal }), context as never);
    return () => send(asked, answer, response);
  };
}
