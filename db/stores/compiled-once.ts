// A query that every request asks is put into SQL once: building the words anew costs several times what the database takes to answer.
import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

/** What is compared with, by name. Text alone: it stands for itself until the query is put into SQL. */
type Values = Readonly<Record<string, string>>;

const placeholder = (name: string) => `placeholder of ${name}`;

/** The rows of a query whose words do not depend on its values. `build` uses each value only as a parameter. */
export function compiledOnce<V extends Values, R>(db: Kysely<Tables>, names: readonly (keyof V & string)[], build: (values: V) => Compilable<R>): (values: V) => Promise<R[]> {
  let compiled: CompiledQuery<R> | null = null;
  let order: readonly (keyof V)[] = [];
  return async (values) => {
    if (!compiled) {
      compiled = build(Object.fromEntries(names.map((name) => [name, placeholder(name)])) as V).compile();
      order = compiled.parameters.map((parameter) => names.find((name) => placeholder(name) === parameter) ?? unknown(parameter));
    }
    // As with every other query: a plugin may refuse it.
    const executor = db.getExecutor();
    for (const { transformQuery } of executor.plugins) transformQuery({ node: compiled.query, queryId: compiled.queryId });
    const { rows } = await executor.executeQuery<R>({ ...compiled, parameters: order.map((name) => values[name]) });
    return rows;
  };
}

function unknown(parameter: unknown): never {
  throw new Error(`${String(parameter)} is no value of this query`);
}
