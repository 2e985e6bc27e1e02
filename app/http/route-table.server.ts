// Which action a request reaches, asked of the framework's own router: a path written otherwise (`/%73ign-in`, `/x/../sign-in`)
// is the same path to both.
import { matchRoutes } from '@remix-run/react';
import type { ServerBuild } from '@remix-run/node';
import type { Permission } from '#app/domain/access/actor.ts';
import type { BodyLimit } from './body-limit.server.ts';
import type { Build } from './remix.server.ts';

export interface Taking {
  readonly may: Permission;
  readonly takes: BodyLimit;
  /** Files are read by the action itself, straight from the line. */
  readonly streams?: true;
}

interface Branch {
  readonly id: string;
  readonly path?: string;
  readonly index?: boolean;
  readonly children?: Branch[];
}

function branches(build: ServerBuild, parent?: string): Branch[] {
  return Object.values(build.routes).flatMap((route): Branch[] => {
    if (!route || route.parentId !== parent) return [];
    const { id, path, index } = route;
    return [index ? { id, path, index } : { id, path, children: branches(build, id) }];
  });
}

/** The action behind a path, by a build that may be another with each request. */
export function takingAt(build: Build): (pathname: string) => Promise<Taking | null> {
  if (typeof build === 'function') return async (pathname) => routeTable(await build())(pathname);
  const table = routeTable(build);
  return async (pathname) => table(pathname);
}

/** The action behind a path as the router reads it; null where nothing is taken. */
function routeTable(build: ServerBuild): (pathname: string) => Taking | null {
  const table = branches(build);
  return (pathname) => {
    for (const { route } of [...(matchRoutes(table as never, pathname) ?? [])].reverse()) {
      const action = build.routes[route.id ?? '']?.module.action as (Taking & object) | undefined;
      if (action) return action;
    }
    return null;
  };
}
