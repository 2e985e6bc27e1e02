import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { LetterKind, SentLetters } from '#app/domain/surveys/letters/survey-letters.ts';
import type { Tables } from '#db/schema/tables.ts';

export function surveyLetterStore(db: Kysely<Tables>) {
  return {
    /** By day. */
    async ofSurvey(surveyId: string): Promise<SentLetters[]> {
      const rows = await db.selectFrom('survey_letters').selectAll().where('survey_id', '=', surveyId).orderBy('day').orderBy('kind').execute();
      return rows.map((row) => ({ surveyId: row.survey_id, kind: row.kind as LetterKind, day: row.day as Day, people: row.people }));
    },

    /** False if this kind was sent before: of two who try at the same moment one succeeds. */
    async add({ surveyId, kind, day, people }: SentLetters): Promise<boolean> {
      const result = await db
        .insertInto('survey_letters')
        .values({ survey_id: surveyId, kind, day, people })
        .onConflict((conflict) => conflict.columns(['survey_id', 'kind']).doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
