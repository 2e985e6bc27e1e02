import type { Kysely } from 'kysely';
import type { Inquiry } from '#app/domain/plans/inquiry.ts';
import { storedInquiry } from '#app/domain/plans/stored-inquiry.ts';
import { inChunks } from '#db/stores/in-chunks.ts';
import type { Tables } from '#db/schema/tables.ts';

/** Written once, never changed; removed whole. */
export function inquiryStore(db: Kysely<Tables>) {
  const latestFirst = () => db.selectFrom('inquiries').select('content').orderBy('day', 'desc').orderBy('id');
  return {
    /** A form sent twice is kept once. */
    async add(inquiry: Inquiry): Promise<void> {
      const { id, departmentId, day } = inquiry;
      await db.insertInto('inquiries').values({ id, department_id: departmentId, day, content: storedInquiry.write(inquiry) }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
    },

    async get(id: string): Promise<Inquiry | null> {
      const row = await db.selectFrom('inquiries').select('content').where('id', '=', id).executeTakeFirst();
      return row ? storedInquiry.read(row.content) : null;
    },

    /** The latest first. */
    async all(): Promise<Inquiry[]> {
      return (await latestFirst().execute()).map(({ content }) => storedInquiry.read(content));
    },

    /** The latest first. */
    async ofDepartments(departmentIds: Iterable<string>): Promise<Inquiry[]> {
      const found: Inquiry[] = [];
      await inChunks([...departmentIds], 500, async (ids) => {
        for (const { content } of await latestFirst().where('department_id', 'in', ids).execute()) found.push(storedInquiry.read(content));
      });
      return found.sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('inquiries').where('id', '=', id).execute();
    },
  };
}
