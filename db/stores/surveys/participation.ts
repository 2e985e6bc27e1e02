import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Participation } from '#app/domain/surveys/participation/participation.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedSteps } from '#app/domain/surveys/stored-survey.ts';

export function participationStore(db: Kysely<Tables>) {
  return {
    async ofSurvey(surveyId: string): Promise<Participation | null> {
      const row = await db.selectFrom('participation').selectAll().where('survey_id', '=', surveyId).executeTakeFirst();
      return row ? { surveyId, day: row.day as Day, ...storedSteps.read(row.steps) } : null;
    },

    /** The latest alone is kept, and the first figure of a day stays: counts beside each other would show who has just answered. */
    async keep({ surveyId, day, company, step, departments }: Participation): Promise<void> {
      const steps = storedSteps.write({ company, step, departments });
      await db
        .insertInto('participation')
        .values({ survey_id: surveyId, day, steps })
        .onConflict((conflict) => conflict.column('survey_id').doUpdateSet({ day, steps }).where('participation.day', '<', day))
        .execute();
    },

    async remove(surveyId: string): Promise<void> {
      await db.deleteFrom('participation').where('survey_id', '=', surveyId).execute();
    },
  };
}
