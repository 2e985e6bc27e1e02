import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { foldedEmail } from '#app/domain/organisation/email.ts';
import type { Person } from '#app/domain/organisation/person.ts';
import type { PeopleTable } from '#db/schema/people.ts';
import type { Tables } from '#db/schema/tables.ts';
import { markDirectory } from './directory-version.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

function fromRow(row: Selectable<PeopleTable>): Person {
  return {
    id: row.id,
    employeeId: row.employee_id,
    name: row.name,
    email: row.email,
    departmentId: row.department_id,
    managerId: row.manager_id,
    site: row.site,
    joinedOn: row.joined_on as Day | null,
    leftOn: row.left_on as Day | null,
    language: row.language as Language | null,
  };
}

function toRow(person: Person): Selectable<PeopleTable> {
  return {
    id: person.id,
    employee_id: person.employeeId,
    name: person.name,
    name_folded: person.name.toLowerCase(),
    email: person.email,
    email_folded: person.email === null || person.leftOn !== null ? null : foldedEmail(person.email),
    department_id: person.departmentId,
    manager_id: person.managerId,
    site: person.site,
    joined_on: person.joinedOn,
    left_on: person.leftOn,
    language: person.language,
  };
}

type Row = Selectable<PeopleTable>;

/** Rows as a table that an update can read, its columns called column1, column2 … by both databases. */
const listed = (rows: readonly Row[], columns: readonly (keyof Row)[]) => sql`(values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`))})`;

async function letGoOfKeys(db: Kysely<Tables>, rows: readonly Row[]): Promise<void> {
  await sql`update people set email_folded = null from ${listed(rows, ['id', 'email_folded'])} as file
    where people.id = file.column1 and people.email_folded is distinct from file.column2`.execute(db);
  await sql`update people set employee_id = null from ${listed(rows, ['id', 'employee_id'])} as file
    where people.id = file.column1 and people.employee_id is distinct from file.column2`.execute(db);
}

async function knownAmong(db: Kysely<Tables>, rows: readonly Row[]): Promise<Set<string>> {
  const known = new Set<string>();
  await inChunks(rows.map(({ id }) => id), 500, async (ids) => {
    for (const { id } of await db.selectFrom('people').select('id').where('id', 'in', ids).execute()) known.add(id);
  });
  return known;
}

/** Of a hundred thousand people few have another department or head. What an index or another table looks at is written for those
 * alone whose it is: it costs several times the rest. */
async function changeRows(db: Kysely<Tables>, rows: readonly Row[]): Promise<void> {
  await sql`update people set name = file.column2, name_folded = file.column3, email = file.column4, site = file.column5,
      joined_on = file.column6, left_on = file.column7, language = file.column8
    from ${listed(rows, ['id', 'name', 'name_folded', 'email', 'site', 'joined_on', 'left_on', 'language'])} as file where people.id = file.column1`.execute(db);
  await sql`update people set employee_id = file.column2, email_folded = file.column3, department_id = file.column4, manager_id = file.column5
    from ${listed(rows, ['id', 'employee_id', 'email_folded', 'department_id', 'manager_id'])} as file
    where people.id = file.column1 and (people.employee_id is distinct from file.column2 or people.email_folded is distinct from file.column3
      or people.department_id is distinct from file.column4 or people.manager_id is distinct from file.column5)`.execute(db);
}

export interface PeopleQuery {
  /** Part of a name, an address or an employee id; upper and lower case alike. */
  readonly search?: string;
  readonly departments?: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

const literally = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** As many rows are read within some milliseconds. */
const handful = 1_000;

export function peopleStore(db: Kysely<Tables>) {
  const found = ({ search, departments }: Pick<PeopleQuery, 'search' | 'departments'>) => {
    let query = db.selectFrom('people').where('left_on', 'is', null);
    if (departments) query = query.where('department_id', 'in', departments.length > 0 ? departments : ['']);
    if (!search) return query;
    const like = literally(search);
    return query.where((where) =>
      where.or(
        // The escape is spelled out: one of the two databases has none of its own.
        ['name_folded', 'email_folded', 'employee_id'].map((column) => sql<boolean>`lower(${sql.ref(column)}) like ${like} escape '\\'`),
      ),
    );
  };

  async function saveAll(people: readonly Person[]): Promise<void> {
    if (people.length > 0) await markDirectory(db);
    const rows = people.map(toRow);
    const known = await knownAmong(db, rows);
    const [before, fresh] = [rows.filter(({ id }) => known.has(id)), rows.filter(({ id }) => !known.has(id))];
    // Two people may exchange addresses or ids in one file: all are let go before any is taken.
    await inChunks(before, 500, (some) => letGoOfKeys(db, some));
    await inChunks(before, 500, (some) => changeRows(db, some));
    await inChunks(fresh, 500, (some) => db.insertInto('people').values(some).execute());
  }

  return {
    saveAll,

    save: (person: Person): Promise<void> => saveAll([person]),

    async get(id: string): Promise<Person | null> {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** Those of them who are on record, in no order. */
    async byIds(ids: readonly string[]): Promise<Person[]> {
      const people: Person[] = [];
      await inChunks(ids, 500, async (part) => {
        const rows = await db.selectFrom('people').selectAll().where('id', 'in', part).execute();
        people.push(...rows.map(fromRow));
      });
      return people;
    },

    /** Only somebody who is still here. */
    async byEmail(email: string): Promise<Person | null> {
      const row = await db.selectFrom('people').selectAll().where('email_folded', '=', foldedEmail(email)).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** Everybody who is here, by employee id; read in handfuls. */
    async current(): Promise<Person[]> {
      const here = () => db.selectFrom('people').selectAll().where('left_on', 'is', null);
      const people = (await here().where('employee_id', 'is', null).orderBy('id').execute()).map(fromRow);
      for (let after = ''; ; await setImmediate()) {
        const rows = await here().where('employee_id', '>', after).orderBy('employee_id').limit(handful).execute();
        people.push(...rows.map(fromRow));
        const last = rows.at(-1)?.employee_id;
        if (last === undefined || last === null) return people;
        after = last;
      }
    },

    /** Those who left included. Read in handfuls, so that a hundred thousand of them hold up nobody else. */
    async all(): Promise<Person[]> {
      const people: Person[] = [];
      for (let after = ''; ; await setImmediate()) {
        const rows = await db.selectFrom('people').selectAll().where('id', '>', after).orderBy('id').limit(handful).execute();
        people.push(...rows.map(fromRow));
        const last = rows.at(-1);
        if (!last) return people;
        after = last.id;
      }
    },

    /** One page of those who are here, by name. */
    async find(query: PeopleQuery): Promise<Person[]> {
      const rows = await found(query)
        .selectAll()
        .orderBy('name_folded')
        .orderBy('id')
        .limit(query.limit)
        .offset(query.offset)
        .execute();
      return rows.map(fromRow);
    },

    async count(query: Pick<PeopleQuery, 'search' | 'departments'> = {}): Promise<number> {
      const row = await found(query)
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },

    /** Where people who are here work, each site once. */
    async sites(): Promise<string[]> {
      const rows = await db.selectFrom('people').select('site').distinct().where('left_on', 'is', null).where('site', 'is not', null).execute();
      return rows.map((row) => row.site as string);
    },

    /** People who are here, by department; people without a department are left out. */
    async countByDepartment(): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('people')
        .select(['department_id', (select) => select.fn.countAll<number>().as('count')])
        .where('left_on', 'is', null)
        .where('department_id', 'is not', null)
        .groupBy('department_id')
        .execute();
      return new Map(rows.map((row) => [row.department_id as string, row.count]));
    },
  };
}
