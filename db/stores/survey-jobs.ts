import type { Kysely } from 'kysely';
import type { JobKind, SurveyJob } from '#app/domain/surveys/survey-job.ts';
import type { Tables } from '#db/schema/tables.ts';

export function surveyJobStore(db: Kysely<Tables>) {
  const read = () => db.selectFrom('survey_jobs').select(['survey_id as surveyId', 'kind', 'state', 'failure']);
  return {
    async get(surveyId: string, kind: JobKind): Promise<SurveyJob | null> {
      return ((await read().where('survey_id', '=', surveyId).where('kind', '=', kind).executeTakeFirst()) as SurveyJob | undefined) ?? null;
    },

    async inState(kind: JobKind, state: SurveyJob['state']): Promise<SurveyJob[]> {
      return (await read().where('kind', '=', kind).where('state', '=', state).orderBy('survey_id').execute()) as SurveyJob[];
    },

    async save({ surveyId, kind, state, failure }: SurveyJob): Promise<void> {
      await db
        .insertInto('survey_jobs')
        .values({ survey_id: surveyId, kind, state, failure })
        .onConflict((conflict) => conflict.columns(['survey_id', 'kind']).doUpdateSet({ state, failure }))
        .execute();
    },

    async remove(surveyId: string, kind: JobKind): Promise<void> {
      await db.deleteFrom('survey_jobs').where('survey_id', '=', surveyId).where('kind', '=', kind).execute();
    },
  };
}
