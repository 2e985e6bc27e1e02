import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { News, NewsKind } from '#app/domain/notifications/news.ts';
import type { NewsTable } from '#db/schema/news.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

const fromRow = ({ id, kind, subject_id, day }: Selectable<NewsTable>): News => ({ id, kind: kind as NewsKind, subjectId: subject_id, day: day as Day });

/** What may be told, to whom it was told, and when somebody was told last. */
export function newsStore(db: Kysely<Tables>) {
  return {
    /** False where it was news before. */
    async add({ id, kind, subjectId, day }: News): Promise<boolean> {
      const row = { id, kind, subject_id: subjectId, day };
      const result = await db.insertInto('news').values(row).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },

    /** Of that day and later, the oldest first. */
    async since(day: Day): Promise<News[]> {
      return (await db.selectFrom('news').selectAll().where('day', '>=', day).orderBy('day').orderBy('id').execute()).map(fromRow);
    },

    async byIds(ids: readonly string[]): Promise<News[]> {
      return ids.length === 0 ? [] : (await db.selectFrom('news').selectAll().where('id', 'in', [...ids]).orderBy('day').orderBy('id').execute()).map(fromRow);
    },

    /** Ids of those who were told of it. */
    async toldOf(newsId: string): Promise<Set<string>> {
      return new Set((await db.selectFrom('told').select('person_id').where('news_id', '=', newsId).execute()).map((row) => row.person_id));
    },

    /** Those who were told anything after that day. */
    async toldAfter(day: Day): Promise<Set<string>> {
      return new Set((await db.selectFrom('last_told').select('person_id').where('day', '>', day).execute()).map((row) => row.person_id));
    },

    /** Notes that they are told today: only of those who were not told after `since`, and of two who note the same person one succeeds. */
    async takeTurn(personIds: readonly string[], { today, since }: { readonly today: Day; readonly since: Day }): Promise<string[]> {
      const taken: string[] = [];
      await inChunks([...personIds], 500, async (ids) => {
        const rows = await db
          .insertInto('last_told')
          .values(ids.map((person_id) => ({ person_id, day: today })))
          .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ day: today }).where('last_told.day', '<=', since))
          .returning('person_id')
          .execute();
        taken.push(...rows.map((row) => row.person_id));
      });
      return taken;
    },

    /** Of these people those who had not been told of it. */
    async tell(newsId: string, personIds: readonly string[]): Promise<string[]> {
      const told: string[] = [];
      await inChunks([...personIds], 500, async (ids) => {
        const rows = await db
          .insertInto('told')
          .values(ids.map((person_id) => ({ news_id: newsId, person_id })))
          .onConflict((conflict) => conflict.columns(['news_id', 'person_id']).doNothing())
          .returning('person_id')
          .execute();
        told.push(...rows.map((row) => row.person_id));
      });
      return told;
    },

    /** Who was told of what is older; that it was news stays. */
    async forgetToldBefore(day: Day): Promise<void> {
      const old = db.selectFrom('news').select('id').where('day', '<', day);
      await db.deleteFrom('told').where('news_id', 'in', old).execute();
    },
  };
}
