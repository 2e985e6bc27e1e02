// Two waves may be compared only where the same people's department was asked the same thing: a line breaks where the
// composition of a department or the wording of a question changed.
import { changeFrom, type Difference } from './comparison.ts';
import { partitionOfSubject, readFor, type Reading, type Subject } from './readings.ts';
import { sameDepartments, type Wave } from './wave.ts';

export type Break = 'first-wave' | 'wording' | 'composition' | 'too-few';

/** Same id, kind, points, direction and words. Data from elsewhere has no words: there the id decides. */
export function sameQuestion(earlier: Wave, later: Wave, id: string): boolean {
  const [one, other] = [earlier.release.items[id], later.release.items[id]];
  if (!one || !other || one.kind !== other.kind) return false;
  if (one.kind === 'scale' && other.kind === 'scale' && (one.points !== other.points || one.reverse !== other.reverse)) return false;
  return earlier.wording.get(id) === later.wording.get(id);
}

/**
 * What both waves measured alike: the dimension itself while it consists of the same questions, else its first question that
 * was asked in both; null where there is none.
 */
export function sharedSubject(earlier: Wave, later: Wave, subject: Subject): Subject | null {
  if (subject.kind === 'item') return sameQuestion(earlier, later, subject.id) ? subject : null;
  const [before, now] = [earlier.release.dimensions[subject.id]?.items ?? [], later.release.dimensions[subject.id]?.items ?? []];
  const shared = now.filter((id) => before.includes(id) && sameQuestion(earlier, later, id));
  if (shared.length === 0) return null;
  if (shared.length === now.length && shared.length === before.length) return subject;
  return { kind: 'item', id: shared[0] as string };
}

export interface Change {
  readonly difference: Difference | null;
  /** What was compared, where it was not the subject itself. */
  readonly basis: Subject | null;
  readonly broken: Break | null;
}

/** Two waves, and what both measured alike; `basis` null where the words changed. */
export interface Pair {
  readonly earlier: Wave;
  readonly later: Wave;
  readonly basis: Subject | null;
}

/** Undefined in the first wave. The same for every department. */
export function pairOf(earlier: Wave | undefined, later: Wave, subject: Subject): Pair | undefined {
  return earlier && { earlier, later, basis: sharedSubject(earlier, later, subject) };
}

/** The change of a department from an earlier wave. */
export function changeIn(pair: Pair | undefined, department: string): Change {
  if (!pair) return { difference: null, basis: null, broken: 'first-wave' };
  const { earlier, later, basis } = pair;
  if (!basis) return { difference: null, basis: null, broken: 'wording' };
  const [before, now] = [readFor(earlier, basis, department), readFor(later, basis, department)];
  if (!before || !now) return { difference: null, basis, broken: before || now ? 'composition' : 'too-few' };
  if (!sameComposition(before, now, department === later.root)) return { difference: null, basis, broken: 'composition' };
  const difference = changeFrom(before, now);
  return { difference, basis, broken: difference ? null : 'too-few' };
}

/** The same for one subject; `earlier` undefined in the first wave. */
export const changeOf = (earlier: Wave | undefined, later: Wave, subject: Subject, department: string): Change => changeIn(pairOf(earlier, later, subject), department);

/**
 * The wave with which the last one is compared in words and maps. A survey from a file asked whom another tool asked, perhaps a part of
 * the company: it stands in lines, but nothing is said to have risen since.
 */
export function waveBefore(waves: readonly Wave[]): Wave | undefined {
  const collected = (wave: Wave | undefined) => wave !== undefined && wave.release.manifest !== null;
  const earlier = waves.slice(0, -1);
  return (collected(waves.at(-1)) ? earlier.filter(collected) : earlier).at(-1);
}

/** The company is the company, whoever joined it. */
export const sameComposition = (before: Reading, now: Reading, whole: boolean): boolean =>
  whole || sameDepartments(before.group, now.group);

/** The subject a line over waves is drawn for: the last wave's, or the question of it that most waves share. */
export function subjectOfLine(waves: readonly Wave[], subject: Subject): Subject {
  const last = waves.at(-1);
  if (!last || subject.kind === 'item') return subject;
  const asked = waves.filter((wave) => partitionOfSubject(wave, subject) !== null);
  if (asked.every((wave) => sharedSubject(wave, last, subject)?.kind === 'dimension')) return subject;
  const items = last.release.dimensions[subject.id]?.items ?? [];
  const inWaves = (id: string) => waves.filter((wave) => sameQuestion(wave, last, id)).length;
  const best = [...items].sort((a, b) => inWaves(b) - inWaves(a))[0];
  return best === undefined ? subject : { kind: 'item', id: best };
}
