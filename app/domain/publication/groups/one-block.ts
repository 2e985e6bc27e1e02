// Everybody who is asked as one group: no ballot carries a finer label, so that no figure about a part can ever exist.
import type { Department } from '#app/domain/organisation/department.ts';
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { smallestBlock, type FormedBlock, type Roll } from './blocks.ts';

export interface WholeBlock {
  /** The top without what stands above it, and everything below. */
  readonly departments: readonly Department[];
  readonly block: FormedBlock;
}

/** `top` and everything below it. `missing` in a refusal: people by which it falls short of what a block needs; all of them where there is no such department. */
export function oneBlock({ departments, headcounts, k }: Omit<Roll, 'earlier' | 'partners'>, top: string): Outcome<WholeBlock, 'too-few'> {
  const within = new Set([top]);
  // Reading order is no promise here: whoever stands below somebody found is found in a later round.
  for (let before = 0; before < within.size; ) {
    before = within.size;
    for (const { id, parentId } of departments) if (parentId !== null && within.has(parentId)) within.add(id);
  }
  const asked = departments.filter(({ id }) => within.has(id)).map((one) => (one.id === top ? { ...one, parentId: null } : one));
  const members = asked.filter(({ id }) => (headcounts.get(id) ?? 0) > 0).map(({ id }) => id);
  const invited = members.reduce((sum, id) => sum + headcounts.get(id)!, 0);
  if (invited < smallestBlock(k)) return refused('too-few', { missing: smallestBlock(k) - invited });
  return done({ departments: asked, block: { departments: members, place: top, invited } });
}
