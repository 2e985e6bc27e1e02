import type { Kysely, Selectable } from 'kysely';
import type { ReleasesTable } from '#db/schema/releases.ts';
import type { Tables } from '#db/schema/tables.ts';

export interface StoredRelease {
  readonly surveyId: string;
  /** SHA-256 (hex) of the text. */
  readonly hash: string;
  readonly previous: string | null;
  /** Order in the chain, from 0. */
  readonly position: number;
  /** Canonical JSON. */
  readonly text: string;
  readonly releasedAt: string;
}

type ListedRelease = Pick<StoredRelease, 'surveyId' | 'hash' | 'position' | 'releasedAt'> & { readonly closedOn: string | null };

function fromRow(row: Selectable<ReleasesTable>): StoredRelease {
  const { id, hash, previous, position, text } = row;
  return { surveyId: id, hash, previous, position, text, releasedAt: row.released_at };
}

/** A release is added once and never changed or removed. */
export function releaseStore(db: Kysely<Tables>) {
  const read = () => db.selectFrom('releases').selectAll();
  const withDays = () =>
    db
      .selectFrom('releases')
      .leftJoin('surveys', 'surveys.id', 'releases.id')
      .select(['releases.id as surveyId', 'hash', 'position', 'released_at as releasedAt', 'closed_on as closedOn'])
      .orderBy('position');
  return {
    async ofSurvey(surveyId: string): Promise<StoredRelease | null> {
      const row = await read().where('id', '=', surveyId).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async byHash(hash: string): Promise<StoredRelease | null> {
      const row = await read().where('hash', '=', hash).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** Releases of surveys about working here, in the order of the chain, without their texts; `closedOn` is the survey's day, null where the survey is not known. */
    async listed(): Promise<ListedRelease[]> {
      return withDays().where(({ or, eb }) => or([eb('surveys.kind', 'is', null), eb('surveys.kind', '=', 'survey')])).execute();
    },

    /** The same of service surveys: they are no waves of anything, and whoever speaks of waves never meets them. */
    async ofServices(): Promise<ListedRelease[]> {
      return withDays().where('surveys.kind', '=', 'service').execute();
    },

    /** In the order of the chain, those of consultations among them. */
    async all(): Promise<StoredRelease[]> {
      return (await read().orderBy('position').execute()).map(fromRow);
    },

    async latest(): Promise<StoredRelease | null> {
      const row = await read().orderBy('position', 'desc').limit(1).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    /** False, and nothing written, if the survey has a release already or another release took this place in the chain. */
    async add(release: StoredRelease): Promise<boolean> {
      const { surveyId, hash, previous, position, text } = release;
      const result = await db
        .insertInto('releases')
        .values({ id: surveyId, hash, previous, position, text, released_at: release.releasedAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
