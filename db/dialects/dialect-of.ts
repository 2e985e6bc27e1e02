// The only place that looks at an address to tell the two databases apart.
import type { PortalDialect } from './portal-dialect.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

/** A postgres:// address, ':memory:', or the path of a file. */
export function dialectOf(address: string): PortalDialect {
  return /^postgres(ql)?:\/\//.test(address) ? postgres(address) : sqlite(address);
}
