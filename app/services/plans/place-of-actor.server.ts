// How the person who acts stands to the departments as they are today.
import { may, type Actor } from '#app/domain/access/actor.ts';
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import { standingOf, type Standing } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';

export interface Place {
  readonly who: Standing;
  readonly departments: readonly ListedDepartment[];
}

export async function placeOf(app: App, actor: Actor): Promise<Place> {
  const departments = await app.data.departments.open();
  const { personId, departmentId, heads } = actor;
  return { departments, who: standingOf(departments, { personId, departmentId, heads, hr: may(actor, 'oversee-plans') }) };
}

export const nameIn = (departments: readonly ListedDepartment[], id: string): string => departments.find((one) => one.id === id)?.name ?? '–';
