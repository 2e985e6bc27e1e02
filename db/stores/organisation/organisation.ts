import type { Kysely, Selectable } from 'kysely';
import type { Language } from '#app/domain/kernel/language.ts';
import type { Organisation, SettingChange } from '#app/domain/organisation/organisation.ts';
import type { OrganisationTable } from '#db/schema/organisation.ts';
import type { Tables } from '#db/schema/tables.ts';
import { storedLanguages, storedTongues } from '#app/domain/organisation/stored-languages.ts';

const id = 'organisation';

function fromRow(row: Selectable<OrganisationTable>): Organisation {
  return {
    name: row.name,
    languages: storedLanguages.read(row.languages),
    language: row.language as Language,
    k: row.k,
    created: row.created,
    timeZone: row.time_zone,
    ...(row.tongues !== null && { tongues: storedTongues.read(row.tongues) }),
  };
}

export function organisationStore(db: Kysely<Tables>) {
  return {
    /** Null until the set-up has named the company. */
    async get(): Promise<Organisation | null> {
      const row = await db.selectFrom('organisation').selectAll().executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async save({ timeZone, tongues, ...organisation }: Organisation): Promise<void> {
      const row = { ...organisation, id, languages: storedLanguages.write([...organisation.languages]), time_zone: timeZone, tongues: tongues === undefined || tongues.length === 0 ? null : storedTongues.write([...tongues]) };
      await db
        .insertInto('organisation')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    /** The time zone, held until the transaction ends: nobody changes it meanwhile, and nobody else holds it. */
    async holdTimeZone(): Promise<string | null> {
      const row = await db.updateTable('organisation').set((set) => ({ time_zone: set.ref('time_zone') })).returning('time_zone').executeTakeFirst();
      return row?.time_zone ?? null;
    },

    async logChange(change: SettingChange): Promise<void> {
      const { actorId, ...rest } = change;
      await db
        .insertInto('settings_log')
        .values({ ...rest, actor_id: actorId })
        .execute();
    },

    /** Latest first. */
    async changes(): Promise<SettingChange[]> {
      const rows = await db.selectFrom('settings_log').selectAll().orderBy('at', 'desc').orderBy('id').execute();
      return rows.map(({ actor_id, ...rest }) => ({ ...rest, actorId: actor_id }));
    },
  };
}
