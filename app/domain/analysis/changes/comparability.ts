// Two waves may be compared only where the same people's department was asked the same thing: a line breaks where the
// composition of a department or the wording of a question changed.
import { changeFrom, testable, type Difference } from './comparison.ts';
import { partitionOfSubject, read, type Reading, type Subject } from '../readings.ts';
import { sameDepartments, type Group } from '../group.ts';
import type { Wave } from '../wave.ts';

/**
 * Why there is no comparison, one true reason for each. With the survey before: there is none, the question was not asked, it was worded
 * differently, people were counted with others. With the rest: the group is the whole company, or nobody else answered this. With either:
 * too few answers, fewer than a single question needs, or a file that does not tell which answers belong together.
 */
export type Break = 'first-wave' | 'not-asked' | 'wording' | 'composition' | 'too-few' | 'few-for-question' | 'whole' | 'all-together' | 'not-linked';

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
  readonly before: Reading | null;
  readonly now: Reading | null;
}

/** Two waves, and what both measured alike; `basis` null where they measured nothing alike, and `broken` why. */
export interface Pair {
  readonly earlier: Wave;
  readonly later: Wave;
  readonly basis: Subject | null;
  readonly broken: Break | null;
}

/** Undefined in the first wave. The same for every department. */
export function pairOf(earlier: Wave | undefined, later: Wave, subject: Subject): Pair | undefined {
  if (!earlier) return undefined;
  const basis = sharedSubject(earlier, later, subject);
  return { earlier, later, basis, broken: basis ? null : wasAsked(earlier, later, subject) ? 'wording' : 'not-asked' };
}

function wasAsked(earlier: Wave, later: Wave, { kind, id }: Subject): boolean {
  const items = kind === 'item' ? [id] : (later.release.dimensions[id]?.items ?? []);
  return items.some((item) => earlier.release.items[item] !== undefined);
}

/** Finds the people in a wave's partition. */
type Find = (wave: Wave, partition: string) => Group | null;

/** The change of a department from an earlier wave. */
export const changeIn = (pair: Pair | undefined, department: string): Change =>
  changeAmong(pair, (wave, partition) => wave.group(partition, department), pair !== undefined && isCompanyIn(pair, department, pair.basis));

/** The change of departments that are counted together and are no department of their own. */
export const changeTogether = (pair: Pair | undefined, departments: readonly string[]): Change =>
  changeAmong(pair, (wave, partition) => wave.groupOfAll(partition, departments), false);

function changeAmong(pair: Pair | undefined, find: Find, whole: boolean): Change {
  const nothing = { difference: null, basis: null, before: null, now: null };
  if (!pair) return { ...nothing, broken: 'first-wave' };
  const { earlier, later, basis } = pair;
  if (!basis) return { ...nothing, broken: pair.broken };
  const [before, now] = [readAmong(earlier, basis, find), readAmong(later, basis, find)];
  const broken = breakBetween(before, now, whole);
  return { difference: broken === null && before && now ? changeFrom(before, now, whole) : null, basis, broken, before, now };
}

function readAmong(wave: Wave, subject: Subject, find: Find): Reading | null {
  const partition = partitionOfSubject(wave, subject);
  const group = partition === null ? null : find(wave, partition);
  return group && read(wave, subject, group);
}

function breakBetween(before: Reading | null, now: Reading | null, whole: boolean): Break | null {
  if (!now) return 'too-few';
  if (!before || !sameComposition(before, now, whole)) return 'composition';
  return testable(before, now) ? null : 'too-few';
}

/** The same for one subject; `earlier` undefined in the first wave. */
export const changeOf = (earlier: Wave | undefined, later: Wave, subject: Subject, department: string): Change => changeIn(pairOf(earlier, later, subject), department);

function askedIn(wave: Wave | undefined): readonly string[] | null {
  return !wave?.asked || wave.base === null ? null : wave.company(wave.base).departments;
}

/** Whether these departments were asked; null: everybody of today, whom only a survey of everybody asked. */
function hasAsked(wave: Wave, asked: readonly string[] | null): boolean {
  const known = askedIn(wave);
  return known === null || (asked !== null && asked.every((id) => known.includes(id)));
}

/**
 * Whether what all who were asked in a wave said stands in the line of the last one. Parts of the company are not the company: between two
 * surveys of everybody one of parts is no point of the line, and after it the line of everybody goes on.
 */
export function standsInLine(wave: Wave, last: Wave, department: string): boolean {
  if (department !== last.root || wave.asked === null) return true;
  const [one, other] = [askedIn(wave), askedIn(last)];
  return one !== null && other !== null && one.length === other.length && one.every((id) => other.includes(id));
}

/** The same of surveys that have yet to be offered for comparison: those that asked all who were asked in the last. */
export const asksAll = (wave: Wave, last: Wave): boolean => hasAsked(wave, askedIn(last));

/**
 * The wave with which the last one is compared in words and maps. A survey from a file asked whom another tool asked, perhaps a part of
 * the company: it stands in lines, but nothing is said to have risen since. Of several the last one that asked all who were asked now.
 */
export function waveBefore(waves: readonly Wave[]): Wave | undefined {
  const collected = (wave: Wave | undefined) => wave !== undefined && wave.release.manifest !== null;
  const earlier = waves.slice(0, -1);
  const offered = collected(waves.at(-1)) ? earlier.filter(collected) : earlier;
  const asked = askedIn(waves.at(-1));
  return offered.findLast((wave) => hasAsked(wave, asked)) ?? offered.at(-1);
}

/** The company is the company, whoever joined it; parts of it are those departments and no others, also where only one question asked them. */
export const isCompanyIn = ({ earlier, later }: Pick<Pair, 'earlier' | 'later'>, department: string, about?: Subject | null): boolean =>
  department === later.root && !earlier.asked && !later.asked && !(about?.kind === 'item' && later.ofSome.some(({ question, to }) => to !== null && about.id === question.id));

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
