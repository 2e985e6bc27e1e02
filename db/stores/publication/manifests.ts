import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';

export interface StoredManifest {
  /** SHA-256 (hex) of the text. */
  readonly hash: string;
  readonly surveyId: string;
  /** Canonical JSON. */
  readonly text: string;
}

/** Nothing here changes: a manifest is added once and read. */
export function manifestStore(db: Kysely<Tables>) {
  const read = () => db.selectFrom('manifests').select(['hash', 'survey_id as surveyId', 'text']);
  return {
    async get(hash: string): Promise<StoredManifest | null> {
      return (await read().where('hash', '=', hash).executeTakeFirst()) ?? null;
    },

    async ofSurvey(surveyId: string): Promise<StoredManifest | null> {
      return (await read().where('survey_id', '=', surveyId).executeTakeFirst()) ?? null;
    },

    async add({ hash, surveyId, text }: StoredManifest): Promise<void> {
      await db.insertInto('manifests').values({ hash, survey_id: surveyId, text }).execute();
    },
  };
}
