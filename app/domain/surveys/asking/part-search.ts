// Parts of a large company are found by words: its form offers those near the top, and whichever has the words somebody typed.
import type { PartOffered } from '../draft-offer.ts';

/** So many boxes of parts; more fill a page that nobody reads. */
const partsOffered = 40;

/** A part with every department above it, the top of the tree aside. */
export interface PlacedPart extends PartOffered {
  readonly depth: number;
  readonly path: string;
}

export interface FoundParts {
  readonly parts: readonly PartOffered[];
  /** The words; empty where none were looked for. */
  readonly find: string;
  /** How many have them, shown or not. */
  readonly found: number;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const offered = ({ id, name, above, people }: PlacedPart): PartOffered => ({ id, name, above, people });

/** Those nearest to the top, the larger ones first, as the tree reads. */
export function partsNear(all: readonly PlacedPart[], ticked: ReadonlySet<string>): readonly PartOffered[] {
  const near = new Set([...all].sort((one, other) => one.depth - other.depth || other.people - one.people).slice(0, partsOffered).map(({ id }) => id));
  return all.filter(({ id }) => near.has(id) || ticked.has(id)).map(offered);
}

/** Those of which the name, or that of a department above, has each of the words, the own name first; whatever is ticked stays. */
export function partsWith(all: readonly PlacedPart[], find: string, ticked: ReadonlySet<string>): FoundParts {
  const words = folded(find).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return { parts: partsNear(all, ticked), find: '', found: 0 };
  const own = ({ name }: PlacedPart) => words.every((word) => folded(name).includes(word));
  const found = all.filter(({ path }) => words.every((word) => path.includes(word))).sort((one, other) => Number(own(other)) - Number(own(one)));
  const shown = new Set([...found.slice(0, partsOffered).map(({ id }) => id), ...ticked]);
  return { parts: [...found.filter(({ id }) => shown.has(id)), ...all.filter(({ id }) => ticked.has(id) && !found.some((one) => one.id === id))].map(offered), find: find.trim(), found: found.length };
}

/** As it is looked through. */
export const pathOf = (names: readonly string[]): string => folded(names.join(' '));

/** By its button, or by Enter where words stand that were not looked for yet: without a script Enter sends the form of whatever field. */
export function isLooking(said: Readonly<Record<string, unknown>>): boolean {
  const find = said['find-parts'] ?? '';
  return (said['looking'] ?? '') !== '' || (said['by'] === 'enter' && find !== '' && find !== said['looked']);
}
