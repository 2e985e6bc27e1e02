// A full disk or a database that is away is no mistake of a page: it says so, in front of the framework, and everything comes back by itself.
import { failureOf } from '#app/platform/failures.server.ts';
import type { App } from '#app/platform/app.server.ts';
import { refuse } from './reply.server.ts';

export type OutOfOrder = 'no-room' | 'database-away';

const said = { full: 'no-room', disk: 'no-room', database: 'database-away', fault: null } as const;

/** Null where the program is at fault. */
export function outOfOrder(error: unknown): OutOfOrder | null {
  return error instanceof Response ? null : said[failureOf(error)];
}

export interface Noting {
  readonly app: App;
  /** What a loader or an action came upon: said instead of the page. */
  outOfOrder?: OutOfOrder;
}

/** To be thrown in its stead. */
export function thrownBy(error: unknown, context: Noting): unknown {
  const because = outOfOrder(error);
  if (because === null) return error;
  if (!context.outOfOrder) context.app.log.warn({ err: error }, because === 'no-room' ? 'the disk takes nothing' : 'the database does not answer');
  context.outOfOrder = because;
  return refuse(because);
}
