import type { Kysely } from 'kysely';
import { storedReasons, type HeldWave } from '#app/domain/surveys/programme/held-wave.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Tables } from '#db/schema/tables.ts';

export function heldWaveStore(db: Kysely<Tables>) {
  return {
    /** The first one first. */
    async all(): Promise<readonly HeldWave[]> {
      const rows = await db.selectFrom('held_waves').selectAll().orderBy('number').execute();
      return rows.map((row) => ({ programmeId: row.programme_id, number: row.number, surveyId: row.survey_id, due: row.due as Day, reasons: storedReasons.read(row.reasons).reasons, leftOut: row.left_out as Day | null }));
    },

    async save({ programmeId, number, surveyId, due, reasons, leftOut }: HeldWave): Promise<void> {
      const row = { survey_id: surveyId, due, reasons: storedReasons.write({ reasons }), left_out: leftOut };
      await db
        .insertInto('held_waves')
        .values({ programme_id: programmeId, number, ...row })
        .onConflict((conflict) => conflict.columns(['programme_id', 'number']).doUpdateSet(row))
        .execute();
    },

    async remove({ programmeId, number }: Pick<HeldWave, 'programmeId' | 'number'>): Promise<void> {
      await db.deleteFrom('held_waves').where('programme_id', '=', programmeId).where('number', '=', number).execute();
    },
  };
}
