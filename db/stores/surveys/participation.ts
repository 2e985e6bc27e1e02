import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Participation } from '#app/domain/surveys/participation.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedSteps } from '#app/domain/surveys/stored-survey.ts';

export function participationStore(db: Kysely<Tables>) {
  return {
    /** By day. */
    async ofSurvey(surveyId: string): Promise<Participation[]> {
      const rows = await db.selectFrom('participation').selectAll().where('survey_id', '=', surveyId).orderBy('day').execute();
      return rows.map((row) => ({ surveyId: row.survey_id, day: row.day as Day, ...storedSteps.read(row.steps) }));
    },

    /** The first figure of a day stays: refreshing more often would show who has just answered. */
    async add({ surveyId, day, company, step, departments }: Participation): Promise<void> {
      await db
        .insertInto('participation')
        .values({ survey_id: surveyId, day, steps: storedSteps.write({ company, step, departments }) })
        .onConflict((conflict) => conflict.columns(['survey_id', 'day']).doNothing())
        .execute();
    },
  };
}
