// The only place that looks at an address to tell the two databases apart.
import type { DialectOptions, PortalDialect } from './portal-dialect.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

const server = /^postgres(ql)?:\/\//;

/** What would be right, where an address names neither a database server that is known nor a file; null where it does. */
export function problemOfAddress(address: string): string | null {
  const known = server.test(address) ? URL.canParse(address) : !address.includes('://');
  return known ? null : 'an address like postgres://murmur@localhost/murmur is needed, or nothing for a file in the data folder';
}

/** A postgres:// address, ':memory:', or the path of a file. */
export function dialectOf(address: string, options: DialectOptions = {}): PortalDialect {
  return server.test(address) ? postgres(address) : sqlite(address, options);
}
