import type { Kysely, Selectable } from 'kysely';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import type { DepartmentsTable } from '#db/schema/departments.ts';
import type { Tables } from '#db/schema/tables.ts';
import { markDirectory } from './directory-version.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

function fromRow(row: Selectable<DepartmentsTable>): ListedDepartment {
  const { id, code, name, position } = row;
  return { id, parentId: row.parent_id, code, name, headId: row.head_id, position, closed: row.closed === 1 };
}

function toRow(department: ListedDepartment): Selectable<DepartmentsTable> {
  const { id, code, name, position } = department;
  return { id, parent_id: department.parentId, code, name, head_id: department.headId, position, closed: department.closed ? 1 : 0 };
}

export function departmentStore(db: Kysely<Tables>) {
  const ordered = () => db.selectFrom('departments').selectAll().orderBy('position').orderBy('id');
  return {
    async get(id: string): Promise<ListedDepartment | null> {
      const row = await db.selectFrom('departments').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** The tree as it is today, neighbours in their order. */
    async open(): Promise<ListedDepartment[]> {
      return (await ordered().where('closed', '=', 0).execute()).map(fromRow);
    },

    /** Gone departments included. */
    async all(): Promise<ListedDepartment[]> {
      return (await ordered().execute()).map(fromRow);
    },

    /** Open departments this person leads. */
    async headedBy(personId: string): Promise<string[]> {
      const rows = await db.selectFrom('departments').select('id').where('head_id', '=', personId).where('closed', '=', 0).execute();
      return rows.map((row) => row.id);
    },

    async saveAll(departments: readonly ListedDepartment[]): Promise<void> {
      if (departments.length > 0) await markDirectory(db);
      await inChunks(departments.map(toRow), 500, (rows) =>
        db
          .insertInto('departments')
          .values(rows)
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((row) => ({
              parent_id: row.ref('excluded.parent_id'),
              code: row.ref('excluded.code'),
              name: row.ref('excluded.name'),
              head_id: row.ref('excluded.head_id'),
              position: row.ref('excluded.position'),
              closed: row.ref('excluded.closed'),
            })),
          )
          .execute(),
      );
    },
  };
}
