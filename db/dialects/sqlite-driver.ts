// Two releases of one driver. The newer one needs Node 22; the older one runs on Node 20 but aborts the process from Node 24.19 on,
// where a base class of its statements calls into an environment that is gone. npm installs what the running Node can use.
import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';

const require = createRequire(import.meta.url);

/** The package whose driver runs on this Node, like «22.11.0». */
export function driverFor(node: string): string {
  return Number.parseInt(node, 10) >= 22 ? 'better-sqlite3' : 'better-sqlite3-for-node-20';
}

function load(): typeof Driver {
  try {
    const Loaded = require(driverFor(process.versions.node)) as typeof Driver;
    // The native part is loaded with the first database: one that was built for another Node is noticed here.
    new Loaded(':memory:').close();
    return Loaded;
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new Error(`the database driver does not run on Node ${process.versions.node}: install with this Node (npm ci) and start again (${cause})`, { cause: error });
  }
}

const Database = load();

export type SqliteDatabase = Driver.Database;
export default Database;
