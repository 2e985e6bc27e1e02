import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Proposal } from '#app/domain/surveys/proposals/proposal.ts';
import { storedProposal } from '#app/domain/surveys/proposals/stored-proposal.ts';
import type { ProposalsTable } from '#db/schema/proposals.ts';
import type { Tables } from '#db/schema/tables.ts';

export interface AnswerCount {
  readonly id: string;
  /** How often HR has answered it. */
  readonly answered: number;
}

const fromRow = ({ id, author_id, day, content }: Pick<Selectable<ProposalsTable>, 'id' | 'author_id' | 'day' | 'content'>): Proposal => ({ ...storedProposal.read(content), id, authorId: author_id, day: day as Day });

const toRow = ({ id, authorId, day, ...content }: Proposal) => ({ id, author_id: authorId, day, content: storedProposal.write(content) });

export function proposalStore(db: Kysely<Tables>) {
  return {
    /** The latest day first; inside a day in no order that means anything. */
    async all(): Promise<Proposal[]> {
      const rows = await db.selectFrom('proposals').selectAll().orderBy('day', 'desc').orderBy('id').execute();
      return rows.map(fromRow);
    },

    async ofAuthor(personId: string): Promise<Proposal[]> {
      const rows = await db.selectFrom('proposals').selectAll().where('author_id', '=', personId).orderBy('day', 'desc').orderBy('id').execute();
      return rows.map(fromRow);
    },

    async get(id: string): Promise<Proposal | null> {
      const row = await db.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** One sent twice is kept once. */
    async add(proposal: Proposal): Promise<void> {
      await db.insertInto('proposals').values({ ...toRow(proposal), answered: 0, seen: 0 }).onConflict((conflict) => conflict.column('id').doNothing()).execute();
    },

    /** As it stands until the end of the transaction: two who answer at one moment come one after the other. */
    async held(id: string): Promise<Proposal | null> {
      await db.updateTable('proposals').set(({ ref }) => ({ day: ref('day') })).where('id', '=', id).execute();
      return this.get(id);
    },

    /** With an answer more; how many there are now. */
    async answer(proposal: Proposal): Promise<number> {
      const { content } = toRow(proposal);
      const row = await db.updateTable('proposals').set(({ eb }) => ({ content, answered: eb('answered', '+', 1) })).where('id', '=', proposal.id).returning('answered').executeTakeFirstOrThrow();
      return row.answered;
    },

    /** How often it was answered; null where it is gone. */
    async answered(id: string): Promise<number | null> {
      const row = await db.selectFrom('proposals').select('answered').where('id', '=', id).executeTakeFirst();
      return row?.answered ?? null;
    },

    /** Those whose latest answer their writer has not looked at. */
    unseenBy(personId: string): Promise<AnswerCount[]> {
      return db.selectFrom('proposals').select(['id', 'answered']).where('author_id', '=', personId).whereRef('answered', '>', 'seen').orderBy('id').execute();
    },

    /** The writer looked at these answers, and at none that came later. */
    async see(personId: string, looked: readonly AnswerCount[]): Promise<void> {
      for (const { id, answered } of looked) await db.updateTable('proposals').set({ seen: answered }).where('id', '=', id).where('author_id', '=', personId).where('seen', '<', answered).execute();
    },

    /** Its answers, and whether its words are kept back: who wrote it stays as it is. */
    async save(proposal: Proposal): Promise<void> {
      await db.updateTable('proposals').set({ content: toRow(proposal).content }).where('id', '=', proposal.id).execute();
    },

    /** Whoever has left is named beside nothing any more. */
    async forgetAuthorsWhoLeft(): Promise<void> {
      const left = db.selectFrom('people').select('id').where('left_on', 'is not', null);
      await db.updateTable('proposals').set({ author_id: null }).where('author_id', 'in', left).execute();
    },
  };
}
