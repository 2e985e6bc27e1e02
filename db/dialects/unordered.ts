// Tables that keep no order of arrival. The embedded database numbers the rows of a table as they come unless it is told not to; the
// database server has no such choice, and keeps an order whatever it is told (docs/threat-model.md).
import { SqliteAdapter, sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** The table lies in the order of its key alone, where the database can do that. */
export function unordered<T extends string, C extends string>(db: Kysely<unknown>, table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C> {
  return db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table;
}
