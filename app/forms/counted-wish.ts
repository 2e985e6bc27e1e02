// Which part of a list of groups an address asks for.
import type { CountedWish } from '#app/domain/surveys/participation/counted-page.ts';

export function countedWishOf({ searchParams }: URL): CountedWish {
  return { find: (searchParams.get('find') ?? '').slice(0, 200).trim(), page: Math.trunc(Number(searchParams.get('page'))) || 1 };
}
