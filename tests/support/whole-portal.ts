// The portal behind its real door on a real port, with every route as it is in the sources: what a stranger reaches.
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { Server } from 'node:http';
import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js';
import type { ServerBuild } from '@remix-run/node';
import { afterEach } from 'vitest';
import { door, usualPatience, type Patience } from '#app/http/door.server.ts';
import { mostInAMinute } from '#app/http/pages.server.ts';
import type { App } from '#app/platform/app.server.ts';
import remixConfig from '../../remix.config.js';

const appFolder = join(import.meta.dirname, '../../app');

type Module = ServerBuild['entry']['module'] & Record<string, unknown>;

async function builtRoutes(): Promise<Pick<ServerBuild, 'routes' | 'assets'>> {
  const root = { id: 'root', path: '', file: 'root.tsx' };
  const found = [root, ...Object.values(flatRoutes(appFolder)).map((route) => ({ ...route, parentId: route.parentId ?? 'root' }))];
  const routes: Record<string, unknown> = {};
  const assets: Record<string, unknown> = {};
  for (const route of found) {
    const module = (await import(join(appFolder, route.file))) as Module;
    routes[route.id] = { ...route, module };
    assets[route.id] = { ...route, module: `/assets/${route.id}.js`, hasLoader: 'loader' in module, hasAction: 'action' in module };
  }
  return { routes, assets: { entry: { module: '/assets/entry.js', imports: [] }, routes: assets, url: '/assets/manifest.js', version: '1' } } as never;
}

let building: Promise<ServerBuild> | null = null;

/** As the plugin makes it, once per test file. */
export function sourceBuild(): Promise<ServerBuild> {
  building ??= (async () => {
    const entry = { module: (await import(join(appFolder, 'entry.server.tsx'))) as Module };
    return { ...(await builtRoutes()), entry, future: remixConfig.future, publicPath: '/', assetsBuildDirectory: '', isSpaMode: false, mode: 'production' } as unknown as ServerBuild;
  })();
  return building;
}

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

export interface WholePortal {
  readonly url: string;
  readonly port: number;
  /** Sends a form as a browser's page does. */
  post(path: string, body: string | Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Sends bytes as they are and resolves with everything that comes back until the connection is closed. */
  raw(bytes: string, more?: (write: (bytes: string) => void) => void): Promise<string>;
}

export async function wholePortal(app: App, patience: Partial<Patience> = {}, limits = { mostInAMinute }): Promise<WholePortal> {
  const server = door(app, { build: await sourceBuild(), ...limits }, { ...usualPatience, ...patience });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    post: (path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, accept: 'text/html', ...headers },
        body: typeof body === 'string' ? body : new URLSearchParams(body).toString(),
      }),
    raw: (bytes, more) =>
      new Promise((resolve) => {
        let got = '';
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(bytes);
          more?.((part) => void (socket.writable && socket.write(part)));
        });
        socket.setEncoding('utf8').on('data', (part: string) => (got += part));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(got));
      }),
  };
}
