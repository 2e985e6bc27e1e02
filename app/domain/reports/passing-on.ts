// Which words reach whom. HR reads all of them; others what HR passed on, where the sealed page named them, and only heads who lead
// everybody of the group: whoever leads a part of it would know the few writers on the other side of the border.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isWithin } from '../publication/groups/tree.ts';
import { commentsOf } from '../analysis/words/comments.ts';
import type { Group } from '../analysis/group.ts';
import type { Wave } from '../analysis/wave.ts';
import type { Day } from '../kernel/day.ts';
import { blackBar } from './black-bar.ts';
import { fewestBesideText, type WordReaders } from '../surveys/own/own-words.ts';

/** What HR decided about a group: the day, null before; places in the release of what it left out. */
export interface Passing {
  readonly passedOn: Day | null;
  readonly leftOut: ReadonlySet<number>;
}

/** UTF-16 places in the text at `position` of the release. */
export interface BlackedOut {
  readonly position: number;
  readonly begins: number;
  readonly ends: number;
}

export interface WordGroup {
  /** The same for everybody who looks at these people, by whichever department they came. */
  readonly key: string;
  readonly departments: readonly string[];
  /** Everybody: what is passed on for the company is read by all. */
  readonly whole: boolean;
  /** Place in the release and words. */
  readonly texts: readonly { readonly position: number; readonly text: string }[];
}

/** Without texts where a release has none, or too few people stand behind them. */
export function wordGroupOf(wave: Wave, department: string): WordGroup {
  const found = commentsOf(wave, department);
  if (!found || found.group.answered < fewestBesideText(wave.release.k)) return { key: hashed(department), departments: [department], whole: department === wave.root, texts: [] };
  const { group } = found;
  const inside = new Set(found.comments);
  const texts = wave.release.comments.flatMap((one, position) => (inside.has(one) ? [{ position, text: one.text }] : []));
  return { key: hashed([...group.atoms].sort().join(' ')), departments: group.departments, whole: isWhole(wave, group), texts };
}

const isWhole = (wave: Wave, group: Group): boolean => group.atoms.length === wave.company(group.partition).atoms.length;

export type Sight = 'all' | 'passed-on';

/** Who would read, as far as it matters here. */
export interface WordReader {
  /** HR. */
  readonly readsAll: boolean;
  readonly takesPart: boolean;
  /** Departments led today. */
  readonly heads: readonly string[];
}

/** Null: no right to read the words of this group. `wordsFor`: as the survey was sealed; undefined in what was sealed before. */
export function sightOf(reader: WordReader, wave: Wave, { group, wordsFor }: { readonly group: WordGroup; readonly wordsFor: WordReaders | undefined }): Sight | null {
  if (reader.readsAll) return 'all';
  if (wordsFor !== 'heads') return null;
  return (group.whole ? reader.takesPart : leadsAll(reader, wave, group)) ? 'passed-on' : null;
}

/** Who may answer in public: HR, and whoever leads everybody of the group. */
export const mayAnswer = (reader: WordReader, wave: Wave, group: WordGroup): boolean => reader.readsAll || leadsAll(reader, wave, group);

function leadsAll({ heads }: WordReader, wave: Wave, { departments }: WordGroup): boolean {
  const placeOf = (id: string) => wave.tree.indexOf.get(id) ?? -1;
  return heads.some((head) => placeOf(head) >= 0 && departments.every((id) => isWithin(wave.tree, placeOf(id), placeOf(head))));
}

/** 128 bits of SHA-256, hex. */
const hashed = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);

/** The text as everybody reads it: every bar has one length, so that it tells nothing of the name. */
export function masked(text: string, places: readonly BlackedOut[]): string {
  let [shown, from] = ['', 0];
  for (const { begins, ends } of [...places].sort((one, other) => one.begins - other.begins || other.ends - one.ends)) {
    if (begins >= from) shown += text.slice(from, begins) + blackBar;
    from = Math.max(from, ends);
  }
  return shown + text.slice(from);
}

/** Where a name stands in a text, wherever it stands, whatever the case of its letters. */
export function placesOf(name: string, text: string): { begins: number; ends: number }[] {
  const pattern = new RegExp(name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'giu');
  return name.trim() === '' ? [] : [...text.matchAll(pattern)].map((found) => ({ begins: found.index, ends: found.index + found[0].length }));
}

export interface ShownText {
  readonly position: number;
  /** Found by what is shown: made from the whole text it would let a name under a bar be guessed, and so would the order. */
  readonly id: string;
  readonly text: string;
  readonly leftOut: boolean;
}

/** What somebody with this sight reads, in an order that tells nothing. */
export function shownTexts(release: string, { group, passing, blackedOut, sight }: Decided & { readonly sight: Sight }): ShownText[] {
  if (sight === 'passed-on' && passing.passedOn === null) return [];
  const bars = new Map<number, BlackedOut[]>();
  for (const place of blackedOut) bars.set(place.position, [...(bars.get(place.position) ?? []), place]);
  const all = group.texts.map(({ position, text: whole }): ShownText => {
    const text = masked(whole, bars.get(position) ?? []);
    return { position, text, id: hashed(`${release}\n${text}`), leftOut: passing.leftOut.has(position) };
  });
  const shown = sight === 'all' ? all : all.filter(({ leftOut }) => !leftOut);
  return shown.sort((one, other) => (one.id === other.id ? one.position - other.position : one.id < other.id ? -1 : 1));
}

export interface Decided {
  readonly group: WordGroup;
  readonly passing: Passing;
  readonly blackedOut: readonly BlackedOut[];
}
