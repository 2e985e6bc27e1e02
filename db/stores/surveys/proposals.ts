import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Proposal } from '#app/domain/surveys/proposals/proposal.ts';
import { storedProposal } from '#app/domain/surveys/proposals/stored-proposal.ts';
import type { ProposalsTable } from '#db/schema/proposals.ts';
import type { Tables } from '#db/schema/tables.ts';

const fromRow = ({ id, author_id, day, content }: Selectable<ProposalsTable>): Proposal => ({ ...storedProposal.read(content), id, authorId: author_id, day: day as Day });

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
      await db.insertInto('proposals').values(toRow(proposal)).onConflict((conflict) => conflict.column('id').doNothing()).execute();
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
