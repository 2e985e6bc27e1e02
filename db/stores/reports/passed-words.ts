import type { Kysely } from 'kysely';
import type { Day } from '#app/domain/kernel/day.ts';
import type { BlackedOut, Passing } from '#app/domain/reports/passing-on.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

export interface OfGroup {
  readonly hash: string;
  readonly group: string;
}

/** What HR decided about the words of a release: rows that are added, so that two who decide at once lose nothing. */
export function passedWordStore(db: Kysely<Tables>) {
  const leftOut = ({ hash, group }: OfGroup) => db.selectFrom('left_out_words').select('position').where('release_hash', '=', hash).where('group_key', '=', group);
  return {
    async of({ hash, group }: OfGroup): Promise<Passing> {
      const row = await db.selectFrom('passed_words').select('passed_on').where('release_hash', '=', hash).where('group_key', '=', group).executeTakeFirst();
      const rows = await leftOut({ hash, group }).execute();
      return { passedOn: (row?.passed_on as Day | undefined) ?? null, leftOut: new Set(rows.map(({ position }) => position)) };
    },

    /** False where it was done before. */
    async passOn({ hash, group }: OfGroup, on: Day): Promise<boolean> {
      const added = await db.insertInto('passed_words').values({ release_hash: hash, group_key: group, passed_on: on }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },

    async leaveOut({ hash, group }: OfGroup, positions: readonly number[]): Promise<void> {
      await inChunks(positions, 500, (some) => db.insertInto('left_out_words').values(some.map((position) => ({ release_hash: hash, group_key: group, position }))).onConflict((conflict) => conflict.doNothing()).execute());
    },

    async takeIn({ hash, group }: OfGroup, positions: readonly number[]): Promise<void> {
      await inChunks(positions, 500, (some) => db.deleteFrom('left_out_words').where('release_hash', '=', hash).where('group_key', '=', group).where('position', 'in', [...some]).execute());
    },

    async blackedOut(hash: string): Promise<BlackedOut[]> {
      return db.selectFrom('blacked_out_words').select(['position', 'begins', 'ends']).where('release_hash', '=', hash).orderBy('position').orderBy('begins').execute();
    },

    /** Whether anybody but HR may have read words of this release. */
    async isPassedOn(hash: string): Promise<boolean> {
      return (await db.selectFrom('passed_words').select('passed_on').where('release_hash', '=', hash).executeTakeFirst()) !== undefined;
    },

    async uncover(hash: string, positions: readonly number[]): Promise<void> {
      await inChunks(positions, 500, (some) => db.deleteFrom('blacked_out_words').where('release_hash', '=', hash).where('position', 'in', [...some]).execute());
    },

    async blackOut(hash: string, places: readonly BlackedOut[]): Promise<void> {
      await inChunks(places, 300, (some) => db.insertInto('blacked_out_words').values(some.map((place) => ({ release_hash: hash, ...place }))).onConflict((conflict) => conflict.doNothing()).execute());
    },
  };
}
