// Every store test runs on both databases with one body. PostgreSQL gives each test file a database of its own, copied from an
// empty migrated one; SQLite lives in memory.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openData, type Data } from '#db/index.server.ts';

export interface TestDatabase {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Address of a new empty database for this test file. */
  create(): Promise<string>;
  remove(address: string): Promise<void>;
}

const sqlite: TestDatabase = {
  name: 'SQLite',
  create: async () => ':memory:',
  remove: async () => undefined,
};

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function postgres(server: string): TestDatabase {
  return {
    name: 'PostgreSQL',
    async create() {
      const name = `murmur_${randomUUID().replaceAll('-', '')}`;
      await onServer(server, `create database ${name}`);
      const address = new URL(server);
      address.pathname = `/${name}`;
      return address.href;
    },
    remove: (address) => onServer(server, `drop database ${new URL(address).pathname.slice(1)} with (force)`),
  };
}

const server = inject('postgres');

/** SQLite, and PostgreSQL where its binaries are installed: `describe.each(databases)('… on $name', (database) => …)`. */
export const databases: readonly TestDatabase[] = server === null ? [sqlite] : [sqlite, postgres(server)];

/** Opens one migrated database for the surrounding `describe` and closes it afterwards. */
export function dataOf(database: TestDatabase): () => Data {
  let address: string;
  let data: Data;
  beforeAll(async () => {
    address = await database.create();
    data = await openData(address);
  });
  afterAll(async () => {
    await data.close();
    await database.remove(address);
  });
  return () => data;
}
