// The floor of every page: the same built portal with one page more, in which nothing stands. Whoever asks is signed in, the frame is
// drawn around nothing, and everything else is what the framework costs.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startScript, type BenchServer } from './server.ts';

export const emptyPage = '/bench-empty-page';

const built = new URL('../../build/server/', import.meta.url);

function pagesChunk(): string {
  const folder = new URL('assets/', built);
  const name = readdirSync(fileURLToPath(folder)).find((file) => /^server-build-.*\.js$/.test(file));
  if (!name) throw new Error('no built pages: run `npm run build` before');
  return new URL(name, folder).href;
}

/** The routes of a build are plain objects, which the server reads when it starts. */
const withEmptyPage = `
  const pages = await import(${JSON.stringify(pagesChunk())});
  const id = 'routes/bench-empty-page';
  const route = { id, parentId: 'root', path: ${JSON.stringify(emptyPage.slice(1))} };
  pages.routes[id] = { ...route, module: { default: () => null, loader: () => null } };
  pages.assets.routes[id] = { ...pages.assets.routes['routes/_index'], ...route, index: undefined, css: [] };
`;

/** The portal as it is built, on a data folder, with the empty page. */
export function startPortalWithEmptyPage(dataFolder: string, env: Record<string, string> = {}): Promise<BenchServer> {
  const serve = `const { serve } = await import(${JSON.stringify(new URL('index.js', built).href)}); const running = await serve({}); process.once('SIGTERM', () => running.stop().then(() => process.exit(0)));`;
  return startScript(withEmptyPage + serve, { MURMUR_DATA: dataFolder, ...env });
}
