// Rights that change with an import: who heads a department reads its results, and whoever leaves gives back every role.
import type { Actor } from '#app/domain/access/actor.ts';
import { pathsOf } from '#app/domain/organisation/department-difference.ts';
import type { ImportPlan } from '#app/domain/organisation/difference.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Stores } from '#db/index.server.ts';
import { noteDown, type Note } from '#app/services/installation/keep-journal.server.ts';

/** To be called before anything is written. Departments that are new bring their heads with them and are no change. */
export async function noteRights(app: App, stores: Stores, { actor, plan }: { actor: Actor | 'clock' | null; plan: ImportPlan }): Promise<void> {
  const notes: Note[] = [];
  const departments = await stores.departments.all();
  const paths = pathsOf(departments);
  const heads = new Map(departments.map(({ id, headId }) => [id, headId]));
  const changed = plan.departments.filter(({ id, headId }) => heads.has(id) && heads.get(id) !== headId);
  const coming = new Map(plan.people.map(({ id, name }) => [id, name]));
  const known = new Map((await stores.people.byIds(changed.flatMap(({ headId }) => headId ?? []))).map(({ id, name }) => [id, name]));
  for (const { id, headId } of changed) notes.push({ kind: 'head-changed', by: actor, what: paths.get(id) ?? '', of: headId === null ? '' : (coming.get(headId) ?? known.get(headId) ?? '') });
  const leaving = new Map(plan.people.map(({ id, name }) => [id, name]));
  for (const [id, roles] of await stores.roles.ofAll(plan.leaving)) {
    for (const role of roles) notes.push({ kind: `withdrawn-${role}`, by: actor, of: leaving.get(id) ?? '' });
  }
  await noteDown(app, stores, notes);
}
