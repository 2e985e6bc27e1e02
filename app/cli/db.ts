// murmur db: bringing the tables up to date by hand, and beginning a new migration.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#app/platform/config.server.ts';
import { openData } from '#db/index.server.ts';
import type { Command } from './command.ts';

export const dbMigrate: Command = {
  name: 'db migrate',
  usage: 'db migrate [--data DIR]',
  summary: 'Brings the tables up to date; serving does so by itself.',
  async run(args, io) {
    if (args.length > 0) {
      io.err(`nothing more is needed\nUsage: murmur ${dbMigrate.usage}`);
      return 2;
    }
    const data = await openData(readConfig({ dataFolder: io.dataFolder }).database);
    await data.close();
    io.out(io.json ? '{"ok":true}' : 'the tables are up to date');
    return 0;
  },
};

const folder = join('db', 'migrations');

const template = `// What changes, and why. Frozen once it has run anywhere.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createTable('things').addColumn('id', 'text', (c) => c.notNull().primaryKey()).execute();
}
`;

export const dbNew: Command = {
  name: 'db new',
  usage: 'db new NAME',
  summary: 'Begins a migration file; NAME in kebab-case. In a checkout only.',
  async run(args, io) {
    const [name, ...more] = args;
    if (name === undefined || more.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
      io.err(`one name in kebab-case is needed\nUsage: murmur ${dbNew.usage}`);
      return 2;
    }
    if (!existsSync(folder)) {
      io.err('there is no db/migrations here: a migration is written in a checkout of the program');
      return 1;
    }
    const numbers = readdirSync(folder).map((file) => Number(/^(\d{4})-/.exec(file)?.[1] ?? 0));
    const file = `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}-${name}`;
    writeFileSync(join(folder, `${file}.ts`), template, { flag: 'wx' });
    io.out(join(folder, `${file}.ts`));
    io.err(`Register it in ${join(folder, 'index.ts')}: '${file}', and its tables in db/schema.`);
    return 0;
  },
};
