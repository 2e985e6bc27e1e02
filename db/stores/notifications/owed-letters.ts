import type { Kysely } from 'kysely';
import type { LetterJob, LetterOccasion } from '#app/domain/notifications/letter-job.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

/** Letters to many people that are owed and not written yet: who was written to is struck off in the step that writes the letter. */
export function owedLetterStore(db: Kysely<Tables>) {
  return {
    async add({ id, occasion, surveyId, asks, about }: LetterJob, personIds: readonly string[]): Promise<void> {
      await db.insertInto('letter_jobs').values({ id, occasion, survey_id: surveyId, asks: asks ? 1 : 0, about: JSON.stringify(about) }).execute();
      await inChunks(personIds, 500, (ids) => db.insertInto('owed_letters').values(ids.map((personId) => ({ job_id: id, person_id: personId }))).execute());
    },

    async jobs(): Promise<LetterJob[]> {
      const rows = await db.selectFrom('letter_jobs').selectAll().orderBy('id').execute();
      return rows.map((row) => ({ id: row.id, occasion: row.occasion as LetterOccasion, surveyId: row.survey_id, asks: row.asks === 1, about: JSON.parse(row.about) }));
    },

    async count(): Promise<number> {
      return (await db.selectFrom('owed_letters').select((select) => select.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    },

    /** The next people of a job, in the order of their ids. */
    async next(jobId: string, limit: number): Promise<string[]> {
      const rows = await db.selectFrom('owed_letters').select('person_id').where('job_id', '=', jobId).orderBy('person_id').limit(limit).execute();
      return rows.map((row) => row.person_id);
    },

    /** Those of them to whom it was owed still: of two who strike off the same person one succeeds. */
    async strikeOff(jobId: string, personIds: readonly string[]): Promise<Set<string>> {
      const rows = await db.deleteFrom('owed_letters').where('job_id', '=', jobId).where('person_id', 'in', personIds).returning('person_id').execute();
      return new Set(rows.map((row) => row.person_id));
    },

    async remove(jobId: string): Promise<void> {
      await db.deleteFrom('owed_letters').where('job_id', '=', jobId).execute();
      await db.deleteFrom('letter_jobs').where('id', '=', jobId).execute();
    },

    /** Every letter that would ask for answers to this survey. */
    async removeAskingFor(surveyId: string): Promise<void> {
      const asking = db.selectFrom('letter_jobs').select('id').where('survey_id', '=', surveyId).where('asks', '=', 1);
      await db.deleteFrom('owed_letters').where('job_id', 'in', asking).execute();
      await db.deleteFrom('letter_jobs').where('survey_id', '=', surveyId).where('asks', '=', 1).execute();
    },
  };
}
