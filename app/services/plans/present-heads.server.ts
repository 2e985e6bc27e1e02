// Who leads what today: somebody who has left leads nothing, so that what is owed to people climbs to the next head above.
import type { ListedDepartment } from '#app/domain/organisation/department.ts';
import type { App } from '#app/platform/app.server.ts';

export async function departmentsWithPresentHeads(app: App): Promise<ListedDepartment[]> {
  const departments = await app.data.departments.open();
  const heads = await app.data.people.byIds([...new Set(departments.flatMap(({ headId }) => headId ?? []))]);
  const here = new Set(heads.filter(({ leftOn }) => leftOn === null).map(({ id }) => id));
  return departments.map((one) => (one.headId === null || here.has(one.headId) ? one : { ...one, headId: null }));
}
