// Who reads what customers said of a provider: HR, and the heads of its departments or of those above them in the tree that was sealed, so that a
// reorganisation since then lets nobody read more. The page of a service survey and the form of a plan both ask here.
import { may, type Actor } from '#app/domain/access/actor.ts';
import { wayUp } from '#app/domain/organisation/service-map.ts';
import type { SealedProvider } from '#app/domain/surveys/serving/service-survey.ts';

/** Parents of the departments, as they were sealed. */
type SealedParents = ReadonlyMap<string, string | null>;

export const sealedParents = (departments: Iterable<{ readonly id: string; readonly parentId: string | null }>): SealedParents =>
  new Map([...departments].map(({ id, parentId }) => [id, parentId]));

export function mayReadProvider(actor: Actor, parents: SealedParents, { departments }: Pick<SealedProvider, 'departments'>): boolean {
  if (may(actor, 'read-results')) return true;
  if (!may(actor, 'read-own-departments')) return false;
  return departments.some((id) => wayUp(parents, id).some((above) => actor.heads.includes(above)));
}
