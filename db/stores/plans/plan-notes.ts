import { sql, type Kysely, type Selectable } from 'kysely';
import type { PlanEvent, ProgressNote } from '#app/domain/plans/progress-note.ts';
import type { PlanNotesTable } from '#db/schema/plans.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedDetails } from '#app/domain/plans/stored-issue.ts';

function fromRow(row: Selectable<PlanNotesTable>): ProgressNote {
  const { id, at, text } = row;
  const details = storedDetails.read(row.details);
  return { id, planId: row.plan_id, at, authorId: row.author_id, event: row.event as PlanEvent, text, details };
}

/** A diary: written once, never changed or removed. */
export function planNoteStore(db: Kysely<Tables>) {
  return {
    /** A note sent twice is written once. */
    async add(note: ProgressNote): Promise<void> {
      const { id, at, event, text } = note;
      await db
        .insertInto('plan_notes')
        .values(({ selectFrom }) => ({
          id,
          plan_id: note.planId,
          at,
          author_id: note.authorId,
          event,
          text,
          details: storedDetails.write(note.details),
          position: selectFrom('plan_notes as earlier').select(sql<number>`coalesce(max(position), 0) + 1`.as('next')).where('earlier.plan_id', '=', note.planId),
        }))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    /** What was written last about each of these plans, by plan; what the system wrote is none of it. */
    async lastWritten(planIds: readonly string[]): Promise<ReadonlyMap<string, ProgressNote>> {
      if (planIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('plan_notes as note')
        .selectAll()
        .where('plan_id', 'in', [...planIds])
        .where('event', '=', 'note')
        .where(({ not, exists, selectFrom }) => not(exists(selectFrom('plan_notes as later').select('id').where('later.event', '=', 'note').whereRef('later.plan_id', '=', 'note.plan_id').whereRef('later.position', '>', 'note.position'))))
        .execute();
      return new Map(rows.map((row) => [row.plan_id, fromRow(row)]));
    },

    /** The latest first. */
    async ofPlan(planId: string): Promise<ProgressNote[]> {
      const rows = await db.selectFrom('plan_notes').selectAll().where('plan_id', '=', planId).orderBy('position', 'desc').orderBy('id', 'desc').execute();
      return rows.map(fromRow);
    },
  };
}
