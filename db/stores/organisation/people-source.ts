import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { PeopleSource, Standing } from '#app/domain/organisation/people-source.ts';
import { storedSource, storedStanding } from '#app/domain/organisation/stored-source.ts';
import type { Tables } from '#db/schema/tables.ts';

export interface KeptSource {
  readonly source: PeopleSource;
  readonly standing: Standing | null;
  readonly triedOn: Day | null;
}

export function peopleSourceStore(db: Kysely<Tables>) {
  return {
    async get(): Promise<KeptSource | null> {
      const row = await db.selectFrom('people_source').selectAll().executeTakeFirst();
      if (!row) return null;
      return { source: storedSource.read(row.content), standing: row.standing === null ? null : storedStanding.read(row.standing), triedOn: row.tried_on as Day | null };
    },

    /** How the former place went says nothing of this one. */
    async save(source: PeopleSource): Promise<void> {
      const content = storedSource.write(source);
      const kept = { content, standing: null, tried_on: null };
      await db.insertInto('people_source').values({ id: 'source', ...kept }).onConflict((conflict) => conflict.column('id').doUpdateSet(kept)).execute();
    },

    /** False where somebody has begun the try of this day. */
    async begin(day: Day): Promise<boolean> {
      const begun = await db
        .updateTable('people_source')
        .set({ tried_on: day })
        .where((where) => where.or([where('tried_on', 'is', null), where('tried_on', '<', day)]))
        .executeTakeFirst();
      return begun.numUpdatedRows === 1n;
    },

    async told(standing: Standing): Promise<void> {
      await db.updateTable('people_source').set({ standing: storedStanding.write(standing) }).execute();
    },
  };
}
