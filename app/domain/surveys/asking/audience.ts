// Who of the company a survey asks. Parts are whole groups of the year, so that nobody is picked by hand and no two audiences differ
// by a handful of people whose answers could then be told by comparing results.
import type { Localized } from '../../kernel/language.ts';
import { blockNames } from './block-names.ts';
import type { Manifest } from '../sealed/manifest.ts';

/** `departments`: each with everybody below it. */
export interface Parts {
  readonly kind: 'parts';
  readonly departments: readonly string[];
}

/** What HR chooses; everybody where a draft has none. A half is drawn in every group of sixty people and more. */
export type Audience = Parts | { readonly kind: 'half' };

/** People who are counted together in this year and are not asked this time. */
export interface GroupBeside {
  readonly departments: readonly string[];
  readonly place: string;
  readonly people: number;
}

/** As they stand in the manifest, with the groups that are not asked: anybody can check that two surveys of a year differ by whole groups. */
export interface SealedParts extends Parts {
  readonly beside: readonly GroupBeside[];
}

/** Who is asked, sealed with the survey in its languages: the answer page has no sentence for what few surveys say. */
export interface AudienceWords {
  readonly asked: Localized;
  /** For whoever has no answer sheet. */
  readonly others: Localized;
}

/** `seed`: 32 random bytes (hex), from which anybody who holds the list of people repeats the draw. `said`: absent in what was sealed earlier. */
export type SealedAudience = (SealedParts | { readonly kind: 'half'; readonly seed: string }) & { readonly said?: AudienceWords };

/** Groups that are not asked. */
export const besideOf = (audience: SealedAudience | null | undefined): readonly GroupBeside[] => (audience?.kind === 'parts' ? audience.beside : []);

/** Which parts a survey asked, in the names of its own tree. */
export interface AskedView {
  readonly names: readonly string[];
  /** Asked too, because they are counted together with one of those. */
  readonly with: readonly string[];
  readonly invited: number;
  /** Everybody who could have been asked. */
  readonly of: number;
}

interface Described extends Pick<Manifest, 'departments'> {
  readonly audience?: SealedAudience | null | undefined;
}

interface Asked {
  /** Departments whose direct people were asked. */
  readonly asked: readonly string[];
  readonly invited: number;
}

/** Null where all parts were asked. */
export function askedView({ departments, audience }: Described, { asked, invited }: Asked): AskedView | null {
  if (audience?.kind !== 'parts') return null;
  const inside = departmentsWithin(departments, audience.departments);
  const others = asked.filter((id) => !inside.has(id));
  return {
    names: departments.filter(({ id }) => audience.departments.includes(id)).map(({ name }) => name),
    with: blockNames({ departments }, { departments: others, place: '' }),
    invited,
    of: audience.beside.reduce((sum, { people }) => sum + people, invited),
  };
}

/** The same of a manifest, sealed or about to be. */
export const askedIn = ({ blocks, ...described }: Described & { readonly blocks: readonly { readonly departments: readonly string[]; readonly invited: number }[] }): AskedView | null =>
  askedView(described, { asked: blocks.flatMap(({ departments }) => departments), invited: blocks.reduce((sum, { invited }) => sum + invited, 0) });

/** A random half of the large groups. */
export interface HalfView {
  readonly invited: number;
  readonly of: number;
  /** Empty before it is sealed. */
  readonly seed: string;
}

interface Drawn {
  readonly audience?: SealedAudience | null | undefined;
  readonly blocks: readonly { readonly invited: number; readonly people?: number }[];
}

export function halfIn({ audience, blocks }: Drawn): HalfView | null {
  if (audience?.kind !== 'half') return null;
  const sum = (of: (block: Drawn['blocks'][number]) => number) => blocks.reduce((total, block) => total + of(block), 0);
  return { invited: sum(({ invited }) => invited), of: sum(({ people, invited }) => people ?? invited), seed: audience.seed };
}

const namedAtMost = 3;

/** What figures of all who were asked are called, in any language: never the company, of which they are a part. */
export function calledByParts({ names }: Pick<AskedView, 'names'>): string {
  const more = names.length - namedAtMost;
  return [...names.slice(0, more > 1 ? namedAtMost : names.length), ...(more > 1 ? [`+${more}`] : [])].join(' · ');
}

/** Who is asked, for a line of a list: the names of the parts, or a random half. */
export type AskedInShort = { readonly kind: 'parts'; readonly names: string } | { readonly kind: 'half' };

export function askedInShort({ asked, half }: { readonly asked: AskedView | null; readonly half: unknown }): AskedInShort | null {
  if (half) return { kind: 'half' };
  return asked && { kind: 'parts', names: calledByParts(asked) };
}

/** Departments of which a part is not asked, in the tree of a survey. */
export function askedInPart(departments: Manifest['departments'], audience: SealedAudience | null | undefined): ReadonlySet<string> {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const found = new Set<string>();
  for (const group of besideOf(audience)) {
    for (const one of group.departments) for (let at: string | null = one; at !== null && !found.has(at); at = parents.get(at) ?? null) found.add(at);
  }
  return found;
}

/** The departments themselves and everything below them, whatever the order in which they are given. */
export function departmentsWithin(departments: readonly { readonly id: string; readonly parentId: string | null }[], tops: readonly string[]): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of departments) if (parentId !== null && !children.get(parentId)?.push(id)) children.set(parentId, [id]);
  const found = new Set<string>();
  const waiting = [...tops];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(children.get(next) ?? []));
  }
  return found;
}
