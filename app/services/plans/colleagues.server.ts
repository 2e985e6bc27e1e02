// Who may be given a step: people of the department and those below it, its heads upwards, and whoever asks.
import type { Actor } from '#app/domain/access/actor.ts';
import { called, meant, type Colleague } from '#app/domain/plans/colleague.ts';
import { downwards, upwards } from '#app/domain/plans/standing.ts';
import type { App } from '#app/platform/app.server.ts';
import { nameIn, placeOf, type Place } from './place-of-actor.server.ts';

const mostColleagues = 300;

export async function colleaguesOf(app: App, { departments }: Pick<Place, 'departments'>, departmentId: string, me: string): Promise<Colleague[]> {
  const inside = await app.data.people.find({ departments: [...downwards(departments, [departmentId])], offset: 0, limit: mostColleagues });
  const heads = upwards(departments, departmentId).flatMap((id) => departments.find((one) => one.id === id)?.headId ?? []);
  const others = await Promise.all([...new Set([me, ...heads])].map((id) => app.data.people.get(id)));
  const here = others.filter((one) => one !== null && one.leftOn === null).map((one) => one!);
  const all = new Map([...here, ...inside].map((one) => [one.id, one]));
  return called([...all.values()].map(({ id, name, departmentId: of }) => ({ id, name, department: of === null ? '' : nameIn(departments, of) })));
}

interface Written {
  readonly departmentId: string;
  readonly written: string;
}

/** The id of the person meant by what was typed or chosen; null where nobody who works here is, or several are. */
export async function personMeant(app: App, actor: Actor, { departmentId, written }: Written): Promise<string | null> {
  const known = await app.data.people.get(written);
  if (known) return known.leftOn === null ? known.id : null;
  return meant(await colleaguesOf(app, await placeOf(app, actor), departmentId, actor.personId), written)?.id ?? null;
}
