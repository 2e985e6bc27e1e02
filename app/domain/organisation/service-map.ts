// Who serves whom: the next department is the customer of the one before it. HR keeps the map; a service survey is drafted from it. Every
// change of it goes through here, so that nobody is a customer of the own department and no piece of work has two providers.
import { done, refused, type Details, type Outcome } from '../kernel/outcome.ts';
import { cleanCell } from './clean-cell.ts';
import type { Department } from './department.ts';

export interface ServiceLink {
  /** The department that provides, with everybody below it. */
  readonly provider: string;
  /** The department that depends on it, with everybody below it; the root for everybody. */
  readonly customer: string;
  /** What is provided, in the company's words; empty where it goes without saying. */
  readonly kind: string;
}

/** People find theirs at a glance, and every provider costs bytes of a ballot page that is read on a phone. */
export const mostProviders = 12;
/** Of one provider. */
export const mostKinds = 6;
const mostLinks = 500;
/** Characters. */
export const longestKind = 60;

export type ServiceRefusal = 'services-own' | 'services-top' | 'services-within' | 'services-twice' | 'services-providers' | 'services-kinds' | 'services-kind-long' | 'services-links';

/** The tree of today, looked up by id. */
export interface ServiceGround {
  readonly parents: ReadonlyMap<string, string | null>;
  readonly names: ReadonlyMap<string, string>;
}

export const serviceGround = (departments: readonly Department[]): ServiceGround => ({
  parents: new Map(departments.map(({ id, parentId }) => [id, parentId])),
  names: new Map(departments.map(({ id, name }) => [id, name])),
});

/** Ids from a department up to the top; empty where it is not in the tree. */
export function wayUp(parents: ServiceGround['parents'], id: string): string[] {
  const way: string[] = [];
  for (let at: string | null | undefined = id; at !== null && at !== undefined && parents.has(at) && !way.includes(at); at = parents.get(at)) way.push(at);
  return way;
}

export const sameLink = (one: ServiceLink, other: ServiceLink): boolean => one.provider === other.provider && one.customer === other.customer && one.kind === other.kind;

/** The map with one more link. */
export function withLink(links: readonly ServiceLink[], added: ServiceLink, ground: ServiceGround): Outcome<readonly ServiceLink[], ServiceRefusal> {
  const link = { ...added, kind: cleanCell(added.kind) };
  const problem = problemOf(links, link, ground);
  return problem ? refused(...problem) : done([...links, link]);
}

function problemOf(links: readonly ServiceLink[], link: ServiceLink, { parents, names }: ServiceGround): [ServiceRefusal, Details] | null {
  const { provider, customer, kind } = link;
  const nameOf = (id: string) => names.get(id) ?? id;
  const named = { provider: nameOf(provider), customer: nameOf(customer) };
  if ([...kind].length > longestKind) return ['services-kind-long', { most: longestKind }];
  if (parents.get(provider) === null) return ['services-top', named];
  if (wayUp(parents, customer).includes(provider)) return ['services-own', named];
  const providers = [...new Set(links.map((one) => one.provider))];
  const way = wayUp(parents, provider);
  const other = providers.find((one) => one !== provider && (way.includes(one) || wayUp(parents, one).includes(provider)));
  if (other !== undefined) return ['services-within', { ...named, other: nameOf(other) }];
  if (links.some((one) => sameLink(one, link))) return ['services-twice', named];
  if (!providers.includes(provider) && providers.length >= mostProviders) return ['services-providers', { most: mostProviders }];
  if (kindsOf([...links, link], provider).length > mostKinds) return ['services-kinds', { ...named, most: mostKinds }];
  return links.length >= mostLinks ? ['services-links', { most: mostLinks }] : null;
}

/** What a provider provides, in the order in which it came to the map. */
export function kindsOf(links: readonly ServiceLink[], provider: string): readonly string[] {
  return [...new Set(links.flatMap((one) => (one.provider === provider && one.kind !== '' ? [one.kind] : [])))];
}

/**
 * The links that can be asked about in the tree of today. What was dissolved stays on the map, where HR sees it, and nowhere else; so does a
 * provider that came to lie in another, whose people would be rated twice, and a customer that came to lie in its provider.
 */
export function standingLinks(links: readonly ServiceLink[], ground: Pick<ServiceGround, 'parents'>): readonly ServiceLink[] {
  const { parents } = ground;
  return links.filter((link) => parents.has(link.provider) && parents.has(link.customer) && providerAround(links, link.provider, ground) === null && !isOwnCustomer(link, ground));
}

/** The provider of the map in which another has come to lie; null where there is none. */
export const providerAround = (links: readonly ServiceLink[], provider: string, { parents }: Pick<ServiceGround, 'parents'>): string | null =>
  wayUp(parents, provider).find((above) => above !== provider && links.some((one) => one.provider === above && parents.has(one.customer) && !isOwnCustomer(one, { parents }))) ?? null;

/** Whether the customer has come to lie in its provider. */
export const isOwnCustomer = ({ provider, customer }: ServiceLink, { parents }: Pick<ServiceGround, 'parents'>): boolean => wayUp(parents, customer).includes(provider);
