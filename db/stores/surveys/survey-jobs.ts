import type { Kysely } from 'kysely';
import type { JobKind, JobState, SurveyJob } from '#app/domain/surveys/survey-job.ts';
import type { Tables } from '#db/schema/tables.ts';

export function surveyJobStore(db: Kysely<Tables>) {
  const read = () => db.selectFrom('survey_jobs').select(['survey_id as surveyId', 'kind', 'state', 'failure', 'done', 'of', 'ordered_by as orderedBy', 'seen']);
  return {
    async get(surveyId: string, kind: JobKind): Promise<SurveyJob | null> {
      return ((await read().where('survey_id', '=', surveyId).where('kind', '=', kind).executeTakeFirst()) as SurveyJob | undefined) ?? null;
    },

    async inState(kind: JobKind, state: SurveyJob['state']): Promise<SurveyJob[]> {
      return (await read().where('kind', '=', kind).where('state', '=', state).orderBy('survey_id').execute()) as SurveyJob[];
    },

    /** Who ordered it stays, unless somebody else does now. */
    async save({ surveyId, kind, state, failure, orderedBy, seen }: JobState): Promise<void> {
      const order = { ...(orderedBy !== undefined && { ordered_by: orderedBy }), ...(seen !== undefined && { seen }) };
      await db
        .insertInto('survey_jobs')
        .values({ survey_id: surveyId, kind, state, failure, done: 0, of: 0, ...order })
        .onConflict((conflict) => conflict.columns(['survey_id', 'kind']).doUpdateSet({ state, failure, ...order }))
        .execute();
    },

    /** Of a job that is there: one that has ended meanwhile does not come back. */
    async progress(surveyId: string, kind: JobKind, { done, of }: Pick<SurveyJob, 'done' | 'of'>): Promise<void> {
      await db.updateTable('survey_jobs').set({ done, of }).where('survey_id', '=', surveyId).where('kind', '=', kind).execute();
    },

    async remove(surveyId: string, kind: JobKind): Promise<void> {
      await db.deleteFrom('survey_jobs').where('survey_id', '=', surveyId).where('kind', '=', kind).execute();
    },
  };
}
