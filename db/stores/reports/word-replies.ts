import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import { storedReply } from '#app/domain/reports/stored-reply.ts';
import type { WordReply } from '#app/domain/reports/word-reply.ts';
import type { WordRepliesTable } from '#db/schema/words.ts';
import type { Tables } from '#db/schema/tables.ts';
import type { OfGroup } from './passed-words.ts';

const fromRow = ({ id, release_hash, group_key, said_on, content }: Selectable<WordRepliesTable>): WordReply => ({ id, hash: release_hash, group: group_key, on: said_on as Day, ...storedReply.read(content) });

/** Written once, never changed: where two answer, both stay. */
export function wordReplyStore(db: Kysely<Tables>) {
  const inOrder = () => db.selectFrom('word_replies').selectAll().orderBy('said_on').orderBy('id');
  return {
    /** A form that is sent twice is one answer: false then. */
    async add({ id, hash, group, on, ...content }: WordReply): Promise<boolean> {
      const row = { id, release_hash: hash, group_key: group, said_on: on, content: storedReply.write(content) };
      const added = await db.insertInto('word_replies').values(row).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },

    /** By day, the first one first. */
    async ofGroup({ hash, group }: OfGroup): Promise<WordReply[]> {
      return (await inOrder().where('release_hash', '=', hash).where('group_key', '=', group).execute()).map(fromRow);
    },

    async all(): Promise<WordReply[]> {
      return (await inOrder().execute()).map(fromRow);
    },
  };
}
