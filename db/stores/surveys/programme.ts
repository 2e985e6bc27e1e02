import type { Kysely } from 'kysely';
import type { Programme } from '#app/domain/surveys/programme/programme.ts';
import { storedProgramme } from '#app/domain/surveys/programme/stored-programme.ts';
import type { Tables } from '#db/schema/tables.ts';

const id = 'programme';

export interface KeptProgramme {
  readonly programme: Programme;
  readonly revision: number;
}

export function programmeStore(db: Kysely<Tables>) {
  return {
    /** The latest, also where it has ended; null before the first. */
    async get(): Promise<KeptProgramme | null> {
      const row = await db.selectFrom('survey_programme').selectAll().executeTakeFirst();
      return row ? { programme: storedProgramme.read(row.programme), revision: row.revision } : null;
    },

    /** `seen`: the revision that was looked at, 0 before the first. False where somebody else changed it meanwhile. */
    async save(programme: Programme, seen: number): Promise<boolean> {
      const kept = { programme: storedProgramme.write(programme), revision: seen + 1 };
      if (seen === 0) {
        const added = await db.insertInto('survey_programme').values({ id, ...kept }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
        return added.numInsertedOrUpdatedRows === 1n;
      }
      const changed = await db.updateTable('survey_programme').set(kept).where('id', '=', id).where('revision', '=', seen).executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
  };
}
