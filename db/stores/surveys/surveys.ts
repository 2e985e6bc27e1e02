import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import { isConsultation } from '#app/domain/surveys/consultation.ts';
import { isServiceSurvey } from '#app/domain/surveys/serving/service-survey.ts';
import { storedDefinition, storedTitle } from '#app/domain/surveys/stored-survey.ts';
import type { Survey, SurveyState } from '#app/domain/surveys/survey.ts';
import type { SurveysTable } from '#db/schema/surveys.ts';
import type { Tables } from '#db/schema/tables.ts';

function fromRow(row: Selectable<SurveysTable>): Survey {
  return {
    id: row.id,
    state: row.state as SurveyState,
    title: storedTitle.read(row.title),
    purpose: storedTitle.read(row.purpose),
    opens: row.opens_on as Day,
    closes: row.closes_on as Day,
    programme: row.programme,
    definition: storedDefinition.read(row.definition),
    manifestHash: row.manifest_hash,
    createdBy: row.created_by,
    createdAt: row.created_at,
    closedAt: row.closed_at,
    closedOn: row.closed_on as Day | null,
  };
}

function toRow(survey: Survey): Selectable<SurveysTable> {
  return {
    id: survey.id,
    state: survey.state,
    title: storedTitle.write(survey.title),
    purpose: storedTitle.write(survey.purpose),
    opens_on: survey.opens,
    closes_on: survey.closes,
    programme: survey.programme,
    definition: storedDefinition.write(survey.definition),
    manifest_hash: survey.manifestHash,
    created_by: survey.createdBy,
    created_at: survey.createdAt,
    closed_at: survey.closedAt,
    closed_on: survey.closedOn,
    kind: isConsultation(survey) ? 'consultation' : isServiceSurvey(survey) ? 'service' : 'survey',
  };
}

export function surveyStore(db: Kysely<Tables>) {
  const ordered = () => db.selectFrom('surveys').selectAll().orderBy('opens_on', 'desc').orderBy('id');
  return {
    async get(id: string): Promise<Survey | null> {
      const row = await db.selectFrom('surveys').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async byManifest(hash: string): Promise<Survey | null> {
      const row = await db.selectFrom('surveys').selectAll().where('manifest_hash', '=', hash).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** What people know as surveys, the one that opens last first: no list, line, lock or count meets a consultation by accident. */
    async all(): Promise<Survey[]> {
      return (await ordered().where('kind', '!=', 'consultation').execute()).map(fromRow);
    },

    /** With consultations of draft plans: for whoever looks at what was sealed. */
    async withConsultations(): Promise<Survey[]> {
      return (await ordered().execute()).map(fromRow);
    },

    /** The programme of every survey, by id; null for those that stand alone. */
    async programmes(): Promise<ReadonlyMap<string, string | null>> {
      const rows = await db.selectFrom('surveys').select(['id', 'programme']).execute();
      return new Map(rows.map(({ id, programme }) => [id, programme]));
    },

    /** Consultations among them: what is sealed is looked after alike. */
    async inState(state: SurveyState): Promise<Survey[]> {
      return (await ordered().where('state', '=', state).execute()).map(fromRow);
    },

    /** False where there is one of this id: its form was sent before. */
    async add(survey: Survey): Promise<boolean> {
      const added = await db.insertInto('surveys').values(toRow(survey)).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },

    /** Writes the survey only if it is still in this state; false if somebody else moved it on in the meantime. */
    async replace(survey: Survey, whileIn: SurveyState): Promise<boolean> {
      const { id, ...row } = toRow(survey);
      const result = await db.updateTable('surveys').set(row).where('id', '=', id).where('state', '=', whileIn).executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },

    /** False for anything but a draft. */
    async removeDraft(id: string): Promise<boolean> {
      const result = await db.deleteFrom('surveys').where('id', '=', id).where('state', '=', 'draft').executeTakeFirst();
      return result.numDeletedRows === 1n;
    },
  };
}
