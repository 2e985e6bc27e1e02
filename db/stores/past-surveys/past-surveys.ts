import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { PastSurvey, PastWords } from '#app/domain/past-surveys/past-survey.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedWords } from '#app/domain/past-surveys/stored-words.ts';

export interface StoredPastSurvey extends PastSurvey {
  /** Canonical JSON of the release. */
  readonly text: string;
  readonly words: PastWords;
}

/** Like a release, one of these is added once and never changed or removed. */
export function pastSurveyStore(db: Kysely<Tables>) {
  const read = async (by: 'id' | 'hash', value: string): Promise<StoredPastSurvey | null> => {
    const row = await db.selectFrom('past_surveys').selectAll().where(by, '=', value).executeTakeFirst();
    if (!row) return null;
    const { id, hash, text, words } = row;
    return { id, hash, closed: row.closed_on as Day, text, words: storedWords.read(words), broughtAt: row.brought_at };
  };
  return {
    get: (id: string) => read('id', id),

    byHash: (hash: string) => read('hash', hash),

    /** Without their texts, the one that closed first comes first. */
    async listed(): Promise<PastSurvey[]> {
      const rows = await db.selectFrom('past_surveys').select(['id', 'hash', 'closed_on', 'brought_at']).orderBy('closed_on').orderBy('id').execute();
      return rows.map((row) => ({ id: row.id, hash: row.hash, closed: row.closed_on as Day, broughtAt: row.brought_at }));
    },

    /** False, and nothing written, if this survey was brought before. */
    async add({ id, hash, closed, text, words, broughtAt }: StoredPastSurvey): Promise<boolean> {
      const result = await db
        .insertInto('past_surveys')
        .values({ id, hash, closed_on: closed, text, words: storedWords.write(words), brought_at: broughtAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
