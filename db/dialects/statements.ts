// Statements are prepared once: taking the same text apart again costs more than most of them do.
import type { CompiledQuery, QueryResult } from 'kysely';
import type { SqliteDatabase } from './sqlite-driver.ts';

type Statement = ReturnType<SqliteDatabase['prepare']>;

export interface Statements {
  run<R>(query: CompiledQuery): QueryResult<R>;
}

/** Few of them are asked for again and again; the rest would only fill the memory. */
const most = 300;
const longestText = 100_000;

export function statementsOf(database: SqliteDatabase): Statements {
  const known = new Map<string, Statement>();
  const prepared = (text: string): Statement => {
    const before = known.get(text);
    if (before) {
      // The one that was asked for longest ago is the first to go.
      known.delete(text);
      known.set(text, before);
      return before;
    }
    const statement = database.prepare(text);
    if (text.length <= longestText) known.set(text, statement);
    if (known.size > most) known.delete(known.keys().next().value as string);
    return statement;
  };
  return {
    run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
      const statement = prepared(sql);
      if (statement.reader) return { rows: statement.all(parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
    },
  };
}
