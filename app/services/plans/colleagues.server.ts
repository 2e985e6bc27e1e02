// Who may be given a step: people of the department and those below it, its heads upwards, and whoever asks.
import type { Colleague } from '#app/domain/plans/plan-page.ts';
import { downwards, upwards } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import type { Place } from './place-of-actor.server.ts';

const mostColleagues = 300;

export async function colleaguesOf(app: App, { departments }: Pick<Place, 'departments'>, departmentId: string, me: string): Promise<Colleague[]> {
  const inside = await app.data.people.find({ departments: [...downwards(departments, [departmentId])], offset: 0, limit: mostColleagues });
  const heads = upwards(departments, departmentId).flatMap((id) => departments.find((one) => one.id === id)?.headId ?? []);
  const others = await Promise.all([...new Set([me, ...heads])].map((id) => app.data.people.get(id)));
  const all = new Map([...others.filter((one) => one !== null && one.leftOn === null), ...inside].map((one) => [one!.id, one!.name]));
  return [...all].map(([id, name]) => ({ id, name }));
}
