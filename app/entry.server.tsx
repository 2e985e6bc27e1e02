import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import type { Context } from './http/page.server.ts';
import './text/all.server.ts';
import { Nonce } from './ui/layout/nonce.ts';
import { holdsRefusal, RefusedForm } from './ui/layout/refused-form.ts';

const patience = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { nonce, app } = loadContext as unknown as Context;
  const whenReady = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(
      <Nonce.Provider value={nonce}>
        <RefusedForm.Provider value={holdsRefusal(remix.staticHandlerContext.actionData)}>
          <RemixServer context={remix} url={request.url} abortDelay={patience} />
        </RefusedForm.Provider>
      </Nonce.Provider>,
      {
        nonce,
        [whenReady]() {
          answered = true;
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          if (answered) app.log.error({ err: error }, 'a page broke while it was drawn');
        },
      },
    );
    setTimeout(abort, patience + 1_000).unref();
  });
}

// A link that signs somebody in is a secret also in a log: whoever reads it could come in with one that was not used yet.
const withoutSecret = (path: string) => path.replace(/^\/(sign-in|setup)\/.+/, '/$1/…');

/** Errors of loaders and actions; refusals are thrown as responses and never come here. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  // A page that does not exist, or takes no form, is no failure of ours.
  const asked = typeof error === 'object' && error !== null && 'status' in error && (error.status === 404 || error.status === 405);
  if (request.signal.aborted || asked) return;
  const { app } = context as unknown as Context;
  app.log.error({ err: error, path: withoutSecret(new URL(request.url).pathname) }, 'a request failed');
}
