import { join } from 'node:path';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import type { Language } from './domain/kernel/language.ts';
import type { Context } from './http/page.server.ts';
import { preloadSentences } from './http/sentence-files.server.ts';
import { giveWay } from './platform/slices.server.ts';
import './text/all.server.ts';
import { Nonce } from './ui/layout/nonce.ts';
import { holdsRefusal, RefusedForm } from './ui/layout/refused-form.ts';
import { scriptless } from './ui/layout/scriptless.ts';

/** A page without scripts says nothing in the browser. */
function preload({ staticHandlerContext: { matches, loaderData } }: EntryContext, { app }: Context): string | null {
  const frame = loaderData['root'] as { readonly language: Language } | undefined;
  if (!frame || matches.some(({ route }) => route.handle === scriptless)) return null;
  return preloadSentences(join(app.config.buildFolder, 'client'), matches.map(({ route }) => route.id), frame.language);
}

/** Everything on a page is there when its loaders have ended, so that it is drawn in one go: as a stream it costs half as much again. */
export default async function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, loadContext: AppLoadContext): Promise<Response> {
  const { nonce } = loadContext as unknown as Context;
  // Drawing is most of a page: a ballot that came while its loaders worked goes first.
  await giveWay();
  const drawn = renderToString(
    <Nonce.Provider value={nonce}>
      <RefusedForm.Provider value={holdsRefusal(remix.staticHandlerContext.actionData)}>
        <RemixServer context={remix} url={request.url} />
      </RefusedForm.Provider>
    </Nonce.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const sentences = preload(remix, loadContext as unknown as Context);
  if (sentences) headers.append('Link', sentences);
  // As bytes: a string would be searched for broken characters and written as bytes once more.
  return new Response(Buffer.from(`<!DOCTYPE html>${drawn}`), { headers, status });
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
