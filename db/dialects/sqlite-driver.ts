// Two releases of one driver. The newer one needs Node 22; the older one runs on Node 20 but aborts the process from Node 24.19 on,
// where a base class of its statements calls into an environment that is gone. npm installs what the running Node can use.
import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';

const require = createRequire(import.meta.url);

/** The package whose driver runs on this Node, like «22.11.0». */
export function driverFor(node: string): string {
  return Number.parseInt(node, 10) >= 22 ? 'better-sqlite3' : 'better-sqlite3-for-node-20';
}

/** By its name the command line knows it as something that whoever starts the program can put right. */
class DriverMistake extends Error {
  override readonly name = 'StartMistake';
}

/** One sentence with what to do. The older driver is built where it is installed, and npm is silent when that fails. */
export function sentenceOf(node: string, cause: string): string {
  const isOld = driverFor(node) !== 'better-sqlite3';
  const otherwise = isOld ? 'install python3, make and g++ and run npm ci again, or run Node 22 or newer' : 'run npm ci again with this Node';
  return `the database driver for Node ${node} is not installed here: ${otherwise} (${cause})`;
}

function load(): typeof Driver {
  const node = process.versions.node;
  try {
    const Loaded = require(driverFor(node)) as typeof Driver;
    // The native part is loaded with the first database: one that was built for another Node is noticed here.
    new Loaded(':memory:').close();
    return Loaded;
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new DriverMistake(sentenceOf(node, cause ?? ''), { cause: error });
  }
}

const Database = load();

export type SqliteDatabase = Driver.Database;
export default Database;
