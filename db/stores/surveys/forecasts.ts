import type { Kysely } from 'kysely';
import type { CutForecast } from '#app/domain/publication/cuts/cut-preview.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedForecast } from '#app/domain/publication/cuts/stored-forecast.ts';

/** What will probably become of the tables of a draft: worked out with made-up people, and good for one state of the draft. */
export function forecastStore(db: Kysely<Tables>) {
  return {
    /** Null where it was worked out from something else. */
    async get(surveyId: string, seed: string): Promise<readonly CutForecast[] | null> {
      const row = await db.selectFrom('forecasts').select('cuts').where('survey_id', '=', surveyId).where('seed', '=', seed).executeTakeFirst();
      return row ? storedForecast.read(row.cuts) : null;
    },

    async save(surveyId: string, { seed, cuts }: { readonly seed: string; readonly cuts: readonly CutForecast[] }): Promise<void> {
      const made = { seed, cuts: storedForecast.write(cuts) };
      await db.insertInto('forecasts').values({ survey_id: surveyId, ...made }).onConflict((conflict) => conflict.column('survey_id').doUpdateSet(made)).execute();
    },

    async remove(surveyId: string): Promise<void> {
      await db.deleteFrom('forecasts').where('survey_id', '=', surveyId).execute();
    },
  };
}
