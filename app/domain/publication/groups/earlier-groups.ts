// Within a programme year merges stick: who was counted together in one wave is never told apart in a later one.
import type { EarlierGroup } from './blocks.ts';
import type { Release } from '#app/domain/publication/release/release.ts';

/** The atoms of a release's base partition, each standing where it was formed: at the lowest department that shows it. */
export function earlierGroupsOf(release: Release): EarlierGroup[] {
  const base = release.partitions[String(release.k)];
  const places = new Map<string, { readonly id: string; readonly atoms: number; readonly guests: number }>();
  for (const { id, atoms, with: guests } of base?.departments ?? []) {
    for (const atom of atoms) {
      const known = places.get(atom);
      // A lower department has fewer atoms; of two with the same atoms it has more guests, and it comes later.
      const isLower = !known || atoms.length < known.atoms || (atoms.length === known.atoms && guests.length >= known.guests);
      if (isLower) places.set(atom, { id, atoms: atoms.length, guests: guests.length });
    }
  }
  return (base?.atoms ?? []).map(({ id, departments }) => ({ departments, place: places.get(id)?.id ?? '' }));
}
