// A statement is made ready once and used again: making it ready costs more than a session or a role costs to look up, and on the ballot's
// way more than everything else the server does beside signing.
import type { SqliteDatabase as KyselyDatabase, SqliteStatement } from 'kysely';
import type { SqliteDatabase } from './sqlite-driver.ts';

const most = 500;
/** Long ones insert many rows at once: each is used a few times in one import and never again. */
const longest = 4_000;
const lasting = /^\s*(?:select|insert|update|delete|begin|commit|rollback|with)\b/i;

/** `busy`: rows of it are being read one by one just now. */
type Kept = SqliteStatement & { readonly busy?: boolean };

export interface KeepingDatabase extends KyselyDatabase {
  /** For another connection that changed the schema. */
  forget(): void;
}

/** The same database for Kysely. What changes the schema forgets every statement, and tells `changed`. */
export function keepStatements(database: SqliteDatabase, changed: () => void = () => undefined): KeepingDatabase {
  // The oldest first.
  const kept = new Map<string, Kept>();
  const make = (sql: string) => database.prepare(sql) as unknown as Kept;

  function prepare(sql: string): SqliteStatement {
    if (sql.length > longest) return make(sql);
    if (!lasting.test(sql)) {
      kept.clear();
      changed();
      return make(sql);
    }
    const before = kept.get(sql);
    if (before?.busy) return make(sql);
    const statement = before ?? make(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return statement;
  }

  return { prepare, close: () => void database.close(), forget: () => kept.clear() };
}
