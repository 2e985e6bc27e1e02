import type { Kysely } from 'kysely';
import type { Evidence } from '#app/domain/plans/evidence.ts';
import type { Issue } from '#app/domain/plans/issue.ts';
import type { PlansTable } from '#db/schema/plans.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedIssue } from '#app/domain/plans/stored-issue.ts';

type Origin = Pick<Issue, 'departmentId' | 'dimension' | 'forwardedFrom'> & { readonly evidence: Pick<Evidence, 'releaseHash'> | null };

const aboutOf = ({ departmentId, dimension, evidence, forwardedFrom }: Origin) => JSON.stringify([departmentId, dimension, evidence?.releaseHash ?? null, forwardedFrom]);

/** What came from no figure is about itself alone. */
const aboutIssue = ({ id, source, evidence, ...issue }: Issue) => (evidence === null ? JSON.stringify([source, id]) : aboutOf({ ...issue, evidence }));

const fromRow = (row: Pick<PlansTable, 'content'>) => storedIssue.read(row.content);

function toRow(issue: Issue) {
  const { id, state, revision } = issue;
  return { id, about: aboutIssue(issue), department_id: issue.departmentId, state, revision, content: storedIssue.write(issue) };
}

export function issueStore(db: Kysely<Tables>) {
  return {
    async get(id: string): Promise<Issue | null> {
      const row = await db.selectFrom('issues').select('content').where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** The one issue about this figure of this department. */
    async about(origin: Origin): Promise<Issue | null> {
      const row = await db.selectFrom('issues').select('content').where('about', '=', aboutOf(origin)).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async all(): Promise<Issue[]> {
      return (await db.selectFrom('issues').select('content').orderBy('id').execute()).map(fromRow);
    },

    async ofDepartment(departmentId: string): Promise<Issue[]> {
      return (await db.selectFrom('issues').select('content').where('department_id', '=', departmentId).orderBy('id').execute()).map(fromRow);
    },

    async ofDepartments(departments: readonly string[]): Promise<Issue[]> {
      if (departments.length === 0) return [];
      return (await db.selectFrom('issues').select('content').where('department_id', 'in', [...departments]).orderBy('id').execute()).map(fromRow);
    },

    /** False, and nothing written, where there is an issue about the same figure already. */
    async add(issue: Issue): Promise<boolean> {
      const result = await db.insertInto('issues').values(toRow(issue)).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    /** Writes the issue only over the revision that was read; false if somebody else changed it since. */
    async replace(issue: Issue, seen: number): Promise<boolean> {
      const { id, ...row } = toRow(issue);
      const result = await db.updateTable('issues').set(row).where('id', '=', id).where('revision', '=', seen).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
