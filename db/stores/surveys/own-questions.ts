import type { Kysely } from 'kysely';
import { ownId, type OwnQuestion } from '#app/domain/surveys/own/own-question.ts';
import { storedOwnQuestion } from '#app/domain/surveys/own/stored-own-question.ts';
import type { Tables } from '#db/schema/tables.ts';

const toRow = (own: OwnQuestion) => ({ id: ownId(own), number: own.number, version: own.version, content: storedOwnQuestion.write(own) });

export function ownQuestionStore(db: Kysely<Tables>) {
  return {
    /** All versions, by number and version. */
    async all(): Promise<OwnQuestion[]> {
      const rows = await db.selectFrom('own_questions').select('content').orderBy('number').orderBy('version').execute();
      return rows.map(({ content }) => storedOwnQuestion.read(content));
    },

    async nextNumber(): Promise<number> {
      const row = await db.selectFrom('own_questions').select(({ fn }) => fn.max<number | string | null>('number').as('last')).executeTakeFirst();
      return Number(row?.last ?? 0) + 1;
    },

    /** A new one; false where its number is taken meanwhile or its form has brought one. */
    async add(own: OwnQuestion, request: string | null): Promise<boolean> {
      const added = await db.insertInto('own_questions').values({ ...toRow(own), request }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },

    /** The number of the one that a form has brought; null where it has brought none. */
    async numberOf(request: string): Promise<number | null> {
      const row = await db.selectFrom('own_questions').select('number').where('request', '=', request).executeTakeFirst();
      return row?.number ?? null;
    },

    /** A new version, or the same one with other words. */
    async save(own: OwnQuestion): Promise<void> {
      const { id, ...row } = toRow(own);
      await db.insertInto('own_questions').values({ id, ...row, request: null }).onConflict((conflict) => conflict.column('id').doUpdateSet({ content: row.content })).execute();
    },
  };
}
