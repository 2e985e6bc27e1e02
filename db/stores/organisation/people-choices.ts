import type { Kysely } from 'kysely';
import type { PeopleChoices } from '#app/domain/organisation/people-choices.ts';
import { storedChoices } from '#app/domain/organisation/stored-choices.ts';
import type { Tables } from '#db/schema/tables.ts';

const id = 'people';

export function peopleChoicesStore(db: Kysely<Tables>) {
  return {
    /** Nothing before anybody said anything. */
    async get(): Promise<PeopleChoices> {
      const row = await db.selectFrom('people_choices').selectAll().executeTakeFirst();
      return row ? storedChoices.read(row.kept) : {};
    },

    async keep(choices: PeopleChoices): Promise<void> {
      const kept = storedChoices.write(choices);
      await db.insertInto('people_choices').values({ id, kept }).onConflict((conflict) => conflict.column('id').doUpdateSet({ kept })).execute();
    },
  };
}
