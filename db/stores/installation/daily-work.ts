import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Tables } from '#db/schema/tables.ts';

export function dailyWorkStore(db: Kysely<Tables>) {
  return {
    /** The last day whose work is done; null before the first. */
    async doneUntil(name: string): Promise<Day | null> {
      return ((await db.selectFrom('daily_work').select('day').where('name', '=', name).executeTakeFirst())?.day as Day | undefined) ?? null;
    },

    async done(name: string, day: Day): Promise<void> {
      await db
        .insertInto('daily_work')
        .values({ name, day })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ day }))
        .execute();
    },
  };
}
