// The only place that looks at an address to tell the two databases apart.
import type { Dialect } from 'kysely';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

/** A postgres:// address, ':memory:', or the path of a file. */
export function dialectOf(address: string): Dialect {
  return /^postgres(ql)?:\/\//.test(address) ? postgres(address) : sqlite(address);
}
