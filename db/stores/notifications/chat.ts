import type { Kysely } from 'kysely';
import type { ChatPost, ChatSetting, ChatTrouble } from '#app/domain/notifications/chat.ts';
import { storedChat, storedPost, storedTrouble } from '#app/domain/notifications/stored-chat.ts';
import type { Tables } from '#db/schema/tables.ts';

export interface WaitingPost extends ChatPost {
  /** With this one. */
  readonly attempts: number;
}

export function chatStore(db: Kysely<Tables>) {
  return {
    async get(): Promise<{ readonly setting: ChatSetting; readonly trouble: ChatTrouble | null } | null> {
      const row = await db.selectFrom('chat').selectAll().executeTakeFirst();
      return row ? { setting: storedChat.read(row.setting), trouble: row.trouble === null ? null : storedTrouble.read(row.trouble) } : null;
    },

    /** What waits is told by what is chosen now, at once, as far as it is still to be told. */
    async save(chosen: ChatSetting, now: string): Promise<void> {
      const kept = { setting: storedChat.write(chosen), trouble: null };
      await db.insertInto('chat').values({ id: 'chat', ...kept }).onConflict((conflict) => conflict.column('id').doUpdateSet(kept)).execute();
      const waiting = await db.selectFrom('chat_posts').select('id').where('post', 'is not', null).execute();
      for (const { id } of waiting) {
        const stays = chosen.kind !== 'off' && chosen.occasions.some((occasion) => id.startsWith(`${occasion}:`));
        await db.updateTable('chat_posts').set(stays ? { attempts: 0, next_attempt_at: now } : { post: null, next_attempt_at: null }).where('id', '=', id).execute();
      }
    },

    async told(trouble: ChatTrouble | null): Promise<void> {
      await db.updateTable('chat').set({ trouble: trouble === null ? null : storedTrouble.write(trouble) }).execute();
    },

    /** Of one happening one post, whoever writes it first. */
    async add({ id, ...post }: ChatPost, now: string): Promise<void> {
      await db.insertInto('chat_posts').values({ id, post: storedPost.write(post), attempts: 0, next_attempt_at: now }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
    },

    /** Ids among these that were written already. */
    async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
      if (ids.length === 0) return new Set();
      return new Set((await db.selectFrom('chat_posts').select('id').where('id', 'in', ids).execute()).map(({ id }) => id));
    },

    /** One post to try now, which nobody else gets until `until`; null where none is due. */
    async claim(now: string, until: string): Promise<WaitingPost | null> {
      const row = await db.selectFrom('chat_posts').selectAll().where('next_attempt_at', '<=', now).orderBy('next_attempt_at').orderBy('id').executeTakeFirst();
      if (!row || row.post === null) return null;
      const mine = await db.updateTable('chat_posts').set({ attempts: row.attempts + 1, next_attempt_at: until }).where('id', '=', row.id).where('next_attempt_at', '=', row.next_attempt_at).executeTakeFirst();
      return mine.numUpdatedRows === 1n ? { id: row.id, ...storedPost.read(row.post), attempts: row.attempts + 1 } : null;
    },

    /** Null forgets the text: it was taken, or is given up. */
    async later(id: string, nextAttemptAt: string | null): Promise<void> {
      await db.updateTable('chat_posts').set({ next_attempt_at: nextAttemptAt, ...(nextAttemptAt === null && { post: null }) }).where('id', '=', id).execute();
    },
  };
}
