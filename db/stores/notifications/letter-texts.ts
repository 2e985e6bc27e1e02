import type { Kysely } from 'kysely';
import type { LetterTexts } from '#app/domain/surveys/letters/letter-texts.ts';
import { storedLetterTexts } from '#app/domain/surveys/letters/stored-letter-texts.ts';
import type { Tables } from '#db/schema/tables.ts';

export function letterTextStore(db: Kysely<Tables>) {
  return {
    async ofSurvey(surveyId: string): Promise<LetterTexts> {
      const row = await db.selectFrom('letter_texts').selectAll().where('survey_id', '=', surveyId).executeTakeFirst();
      return row ? storedLetterTexts.read(row.texts) : {};
    },

    async save(surveyId: string, written: LetterTexts): Promise<void> {
      const texts = storedLetterTexts.write(written);
      await db.insertInto('letter_texts').values({ survey_id: surveyId, texts }).onConflict((conflict) => conflict.column('survey_id').doUpdateSet({ texts })).execute();
    },

    async remove(surveyId: string): Promise<void> {
      await db.deleteFrom('letter_texts').where('survey_id', '=', surveyId).execute();
    },
  };
}
