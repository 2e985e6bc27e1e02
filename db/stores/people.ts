import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { foldedEmail, type Person } from '#app/domain/organisation/person.ts';
import type { PeopleTable } from '#db/schema/people.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from './in-chunks.ts';

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

export interface PeopleQuery {
  /** Part of a name, an address or an employee id; upper and lower case alike. */
  readonly search?: string;
  readonly departments?: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

const literally = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

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
    // Two people may exchange addresses in one file: all are let go before any is taken.
    await inChunks(people.map((person) => person.id), 500, (ids) =>
      db.updateTable('people').set({ email_folded: null }).where('id', 'in', ids).execute(),
    );
    await inChunks(people.map(toRow), 500, (rows) =>
      db
        .insertInto('people')
        .values(rows)
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            employee_id: row.ref('excluded.employee_id'),
            name: row.ref('excluded.name'),
            name_folded: row.ref('excluded.name_folded'),
            email: row.ref('excluded.email'),
            email_folded: row.ref('excluded.email_folded'),
            department_id: row.ref('excluded.department_id'),
            manager_id: row.ref('excluded.manager_id'),
            site: row.ref('excluded.site'),
            joined_on: row.ref('excluded.joined_on'),
            left_on: row.ref('excluded.left_on'),
            language: row.ref('excluded.language'),
          })),
        )
        .execute(),
    );
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

    /** Everybody who is here, by employee id. */
    async current(): Promise<Person[]> {
      const rows = await db.selectFrom('people').selectAll().where('left_on', 'is', null).orderBy('employee_id').execute();
      return rows.map(fromRow);
    },

    /** Those who left included. Read in handfuls, so that a hundred thousand of them hold up nobody else. */
    async all(): Promise<Person[]> {
      const people: Person[] = [];
      for (let after = ''; ; await setImmediate()) {
        const rows = await db.selectFrom('people').selectAll().where('id', '>', after).orderBy('id').limit(2_000).execute();
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
