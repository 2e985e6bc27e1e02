import type { Kysely } from 'kysely';
import type { GrantedRole } from '#app/domain/access/granted-role.ts';
import type { Tables } from '#db/schema/tables.ts';
import { inChunks } from '#db/stores/in-chunks.ts';

export function roleStore(db: Kysely<Tables>) {
  return {
    async of(personId: string): Promise<GrantedRole[]> {
      const rows = await db.selectFrom('roles').select('role').where('person_id', '=', personId).orderBy('role').execute();
      return rows.map((row) => row.role as GrantedRole);
    },

    /** By person; people without a role are left out. */
    async ofAll(personIds: readonly string[]): Promise<Map<string, GrantedRole[]>> {
      const roles = new Map<string, GrantedRole[]>();
      await inChunks(personIds, 500, async (ids) => {
        const rows = await db.selectFrom('roles').selectAll().where('person_id', 'in', ids).orderBy('role').execute();
        for (const row of rows) roles.set(row.person_id, [...(roles.get(row.person_id) ?? []), row.role as GrantedRole]);
      });
      return roles;
    },

    /** Ids of the people who have this role, also of those who left. */
    async holders(role: GrantedRole): Promise<string[]> {
      const rows = await db.selectFrom('roles').select('person_id').where('role', '=', role).orderBy('person_id').execute();
      return rows.map((row) => row.person_id);
    },

    /** `seals`: how many surveys had been sealed by then. */
    async grant(personId: string, role: GrantedRole, seals = 0): Promise<void> {
      await db
        .insertInto('roles')
        .values({ person_id: personId, role, seals })
        .onConflict((conflict) => conflict.columns(['person_id', 'role']).doNothing())
        .execute();
    },

    /** How many surveys had been sealed when this person was granted the first of the roles held now; null without one. */
    async heldSince(personId: string): Promise<number | null> {
      const row = await db.selectFrom('roles').select('seals').where('person_id', '=', personId).orderBy('seals').executeTakeFirst();
      return row?.seals ?? null;
    },

    /** Every role of these people. */
    async withdrawAll(personIds: readonly string[]): Promise<void> {
      await inChunks(personIds, 500, (ids) => db.deleteFrom('roles').where('person_id', 'in', ids).execute());
    },

    async withdraw(personId: string, role: GrantedRole): Promise<void> {
      await db.deleteFrom('roles').where('person_id', '=', personId).where('role', '=', role).execute();
    },
  };
}
