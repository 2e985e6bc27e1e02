// Who could rate a provider: the people of its customers, and nobody of its own. The same from the sealed map and the sealed tree.
import type { Department } from '../../organisation/department.ts';
import { wayUp } from '../../organisation/service-map.ts';
import type { SealedProvider } from '../../surveys/serving/service-survey.ts';
import type { Raters } from './service-matrix.ts';

type Tree = ReadonlyMap<string, Pick<Department, 'parentId'>>;

/** Whether a department is one of these or lies below one. */
export function liesWithin(departments: Tree): (id: string, places: readonly string[]) => boolean {
  const parents = new Map([...departments].map(([id, { parentId }]) => [id, parentId]));
  return (id, places) => wayUp(parents, id).some((above) => places.includes(above));
}

export function ratersOf(departments: Tree, providers: readonly SealedProvider[]): Raters {
  const within = liesWithin(departments);
  const known = new Map(providers.map((provider) => [provider.id, provider]));
  return (id, among) => {
    const provider = known.get(id);
    return provider ? among.filter((one) => within(one, provider.customers) && !within(one, provider.departments)) : among;
  };
}
