import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { SetAside, SetAsideEnd, SetAsideReason } from '#app/domain/surveys/set-aside.ts';
import type { SetAsidesTable } from '#db/schema/kept-surveys.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedTitle } from '#app/domain/surveys/stored-survey.ts';

function fromRow(row: Selectable<SetAsidesTable>): SetAside {
  return {
    surveyId: row.survey_id,
    reason: row.reason as SetAsideReason,
    title: row.title === null ? null : storedTitle.read(row.title),
    since: row.since as Day,
    told: row.told,
    wish: row.wish as SetAside['wish'],
    ended: row.ended as SetAsideEnd | null,
    endedOn: row.ended_on as Day | null,
  };
}

export function setAsideStore(db: Kysely<Tables>) {
  return {
    async get(surveyId: string): Promise<SetAside | null> {
      const row = await db.selectFrom('set_asides').selectAll().where('survey_id', '=', surveyId).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** By day, those that ended too. */
    async all(): Promise<SetAside[]> {
      return (await db.selectFrom('set_asides').selectAll().orderBy('since').orderBy('survey_id').execute()).map(fromRow);
    },

    /** False where it is set aside already; one that was taken up before may be set aside again. */
    async add({ surveyId, reason, title, since }: Pick<SetAside, 'surveyId' | 'reason' | 'title' | 'since'>): Promise<boolean> {
      const row = { reason, title: title && storedTitle.write(title), since, told: 0, wish: null, ended: null, ended_on: null };
      const result = await db
        .insertInto('set_asides')
        .values({ survey_id: surveyId, ...row })
        .onConflict((conflict) => conflict.column('survey_id').doUpdateSet(row).where('set_asides.ended', 'is not', null))
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    /** False where it ended in the meantime. */
    async change(surveyId: string, { told, wish, ended, endedOn }: Partial<Pick<SetAside, 'told' | 'wish' | 'ended' | 'endedOn'>>): Promise<boolean> {
      const row = { ...(told !== undefined && { told }), ...(wish !== undefined && { wish }), ...(ended !== undefined && { ended }), ...(endedOn !== undefined && { ended_on: endedOn }) };
      const result = await db.updateTable('set_asides').set(row).where('survey_id', '=', surveyId).where('ended', 'is', null).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}
