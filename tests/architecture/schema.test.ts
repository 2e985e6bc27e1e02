// The schema as it really is on both databases: the same, the same as the types say, and with no way from a person to a ballot.
import { readdirSync } from 'node:fs';
import { Kysely, type TableMetadata } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialectOf } from '#db/dialects/dialect-of.ts';
import { migrate } from '#db/index.server.ts';
import { migrations } from '#db/migrations/index.ts';
import { tableNames, type Tables } from '#db/schema/tables.ts';
import { databases } from '#tests/support/databases.ts';
import { sourcesIn } from '#tests/support/sources.ts';

type Columns = Record<string, string>;

const kinds: Record<string, string> = { text: 'string', integer: 'number', int4: 'number', real: 'number', float8: 'number' };

const columnsOf = (table: TableMetadata): Columns =>
  Object.fromEntries(
    table.columns.map((column) => {
      const kind = kinds[column.dataType.toLowerCase()] ?? column.dataType;
      return [column.name, column.isNullable ? `${kind} | null` : kind];
    }),
  );

/** What the hand-written interfaces say, by table. */
function declared(): Record<string, Columns> {
  const sources = sourcesIn('db/schema');
  const interfaces = new Map<string, Columns>();
  for (const { text } of sources) {
    for (const [, name, body] of text.matchAll(/^export interface (\w+Table) \{\n([\s\S]*?)^\}/gm)) {
      const fields = [...(body as string).matchAll(/^ {2}(\w+): (string|number)( \| null)?;$/gm)];
      interfaces.set(name as string, Object.fromEntries(fields.map(([, field, kind, nullable]) => [field, `${kind}${nullable ?? ''}`])));
    }
  }
  const tables = sources.find(({ path }) => path === 'db/schema/tables.ts')?.text ?? '';
  const entries = [...tables.matchAll(/^ {2}(\w+): (\w+Table);$/gm)];
  return Object.fromEntries(entries.map(([, table, name]) => [table as string, interfaces.get(name as string) ?? {}]));
}

test('every migration file is registered, in the order of its number', () => {
  const files = readdirSync('db/migrations').filter((file) => /^\d{4}-/.test(file));
  expect(Object.keys(migrations)).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
});

describe.each(databases)('the schema on $name', (database) => {
  let db: Kysely<Tables>;
  let address: string;
  let tables: TableMetadata[];

  beforeAll(async () => {
    address = await database.create();
    db = new Kysely<Tables>({ dialect: dialectOf(address) });
    await migrate(db);
    tables = await db.introspection.getTables();
  });

  afterAll(async () => {
    await db.destroy();
    await database.remove(address);
  });

  test('is what the types say', () => {
    expect(Object.fromEntries(tables.map((table) => [table.name, columnsOf(table)]))).toEqual(declared());
  });

  test('is copied whole by a backup, which goes through the list of tables', () => {
    expect([...tableNames].sort()).toEqual(tables.map((table) => table.name).sort());
  });

  test('numbers no row by itself: an order of arrival would be a trace', () => {
    expect(tables.flatMap((table) => table.columns).filter((column) => column.isAutoIncrementing)).toEqual([]);
  });

  test('has no column for a ballot, a paper, an answer or where somebody sat', () => {
    const trace = /(^|_)(ballot|answer|paper|serial|blind(ed)?|signature|receipt|box|slot|ip|agent|address|device|fingerprint)s?(_|$)/;
    const columns = tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`));
    expect(columns.filter((column) => trace.test(column.split('.')[1] as string))).toEqual([]);
  });

  test('has no table that holds a person and a survey side by side', () => {
    const people = /^(person|people|actor|author|employee|respondent|member|invitee)(_id)?$/;
    const both = tables.filter((table) => {
      // A number of people is nobody.
      const names = Object.entries(columnsOf(table)).flatMap(([name, kind]) => (kind.startsWith('string') ? [name] : []));
      return names.some((name) => people.test(name)) && names.some((name) => /^(survey|manifest|release)(_id|_hash)?$/.test(name));
    });
    expect(both.map((table) => table.name)).toEqual([]);
  });

  test('migrates again without doing anything', async () => {
    await migrate(db);
    expect((await db.introspection.getTables()).length).toBe(tables.length);
  });
});
