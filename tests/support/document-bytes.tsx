// What a page weighs as a document: the markup and, as with every page that comes alive in the browser, the data it was drawn from.
import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import '#app/text/all.server.ts';
import { PageLanguage } from '#app/ui/text.ts';

export interface Drawn {
  readonly html: string;
  readonly bytes: number;
}

/** `data`: what the loader gave. */
export async function drawnPage(Page: ComponentType, data: unknown, path: string): Promise<Drawn> {
  const { query, dataRoutes } = createStaticHandler([{ id: 'page', path: '*', Component: Page, loader: () => data as object }]);
  const context = await query(new Request(new URL(path, 'http://localhost')));
  if (context instanceof Response) throw new Error(`answered ${context.status}`);
  const html = renderToString(
    <PageLanguage.Provider value="en">
      <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
    </PageLanguage.Provider>,
  );
  return { html, bytes: Buffer.byteLength(html) + Buffer.byteLength(JSON.stringify(data)) };
}
