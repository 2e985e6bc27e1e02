// What the address of the map says, in both directions: every view of it is an address, so that it works without JavaScript, can be
// sent to somebody and is found again by the way back. Whatever stands in it is taken as a wish; what is not there is said on the page.

import type { MapWish } from '#app/domain/reports/map-wish.ts';

export type { MapWish };

const longest = 100;

export function mapWishOf(query: URLSearchParams): MapWish {
  const said = (name: string) => query.get(name)?.trim().slice(0, longest) || null;
  const part = Number(query.get('part') ?? 1);
  return {
    department: query.get('department'),
    against: said('compare') ?? 'rest',
    dimension: said('dimension'),
    beside: said('beside'),
    sort: said('sort') ?? 'tree',
    find: said('find') ?? '',
    turned: query.getAll('turned').slice(0, 400),
    part: query.get('part') === 'all' ? null : Number.isSafeInteger(part) ? part : 1,
  };
}

/** The query of a wish: only what differs from how the map begins. */
export function queryOfMap(wish: MapWish): string {
  const query = new URLSearchParams();
  const say = (name: string, value: string | null, begins: string | null = null) => void (value !== null && value !== begins && query.append(name, value));
  say('department', wish.department);
  say('compare', wish.against, 'rest');
  say('dimension', wish.dimension);
  say('beside', wish.beside);
  say('sort', wish.sort, 'tree');
  say('find', wish.find, '');
  for (const id of wish.turned) say('turned', id);
  say('part', wish.part === null ? 'all' : String(wish.part), '1');
  return query.toString();
}
