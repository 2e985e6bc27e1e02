// Everything the portal's pages hand to a browser: what each loader answers to somebody, by its file. Also the print and the data
// behind a page are made from it and from nothing else.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '#app/platform/app.server.ts';
import { visit } from './visit.ts';

const folder = join(import.meta.dirname, '../../app/routes');

type Loader = (args: never) => Promise<unknown>;

const routes = readdirSync(folder, { withFileTypes: true }).map((entry) => (entry.isDirectory() ? join(entry.name, 'route.tsx') : entry.name));

const everyLoader: readonly { readonly file: string; readonly loader: Loader }[] = (
  await Promise.all(routes.map(async (file) => ({ file, loader: ((await import(join(folder, file))) as { loader?: Loader }).loader })))
).flatMap(({ file, loader }) => (loader ? [{ file, loader }] : []));

interface Shown {
  readonly file: string;
  /** JSON of what was handed over; of a refusal or a way elsewhere its status and address. */
  readonly data: string;
}

interface Asked {
  readonly params: Record<string, string>;
  readonly query?: string;
  /** Only pages of these files. */
  readonly files?: RegExp;
}

/** All pages as somebody sees them with these parameters and this query. */
export async function everyPage(app: App, as: string, { params, query = '', files = /./ }: Asked): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const { file, loader } of everyLoader.filter((one) => files.test(one.file))) {
    const answer = await visit(app, loader, `/somewhere${query}`, { as, params });
    shown.push({ file, data: answer instanceof Response ? `${answer.status} ${answer.headers.get('location') ?? ''}` : JSON.stringify(answer) });
  }
  return shown;
}
