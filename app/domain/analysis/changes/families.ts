// The two families of comparisons of a release. Whatever is one and the same comparison is one test in them, on however many rows it stands.
import type { Steps } from '../../kernel/steps.ts';
import type { Change } from './comparability.ts';
import { scaledBy, testable, verdictsOf, type Difference, type Judged } from './comparison.ts';
import { kappaOf, type GroupChange } from '../statistics/kappa.ts';
import type { Reading, Subject } from '../readings.ts';
import type { Wave } from '../wave.ts';

export const scaled = (change: Change | undefined, kappa: number): Difference | null => (change?.difference ? scaledBy(kappa, change.difference) : null);

/**
 * By row, the kappa of all other groups; by row, by subject. The company has no others: all groups tell its own, which is at most that of
 * independent draws. Departments that truly moved apart make it no less certain how the whole of them moved.
 */
export function* kappasOfRows(wave: Wave, subjects: readonly Subject[], changes: readonly (readonly Change[])[]): Steps<number[]> {
  const disjoint: GroupChange[][] = [];
  for (const column of subjects.keys()) {
    disjoint.push(isRepeated(wave, subjects, column) ? [] : disjointChanges(changes.map((line) => line[column] as Change)));
    yield;
  }
  const kappaWithout = kappaOf(disjoint);
  const kappas: number[] = [];
  for (const [row, line] of changes.entries()) {
    const kappa = kappaWithout((column) => (row === 0 ? [] : (line[column]?.now?.group.atoms ?? [])));
    kappas.push(row === 0 ? Math.min(1, kappa) : kappa);
    yield;
  }
  return kappas;
}

/** Changes of the smallest groups of a subject's partition, each once. Eight answers and more: below that nothing is compared. */
function disjointChanges(changes: readonly Change[]): GroupChange[] {
  const seen = new Set<string>();
  return changes.flatMap(({ before, now, broken }) => {
    const atom = now?.group.atoms.length === 1 ? now.group.atoms[0] : undefined;
    if (!before || !now || broken !== null || atom === undefined || seen.has(atom) || !testable(before, now)) return [];
    seen.add(atom);
    const [one, other] = [before.moments, now.moments];
    return [{ atom, points: other.mean - one.mean, variance: one.variance / one.n + other.variance / other.n }];
  });
}

/** A dimension of one question and that question by itself are one test. */
function testOf(wave: Wave, { kind, id }: Subject): string {
  const items = kind === 'dimension' ? (wave.release.dimensions[id]?.items ?? []) : [id];
  return items.length === 1 ? `item ${items[0]}` : `dimension ${id}`;
}

function isRepeated(wave: Wave, subjects: readonly Subject[], column: number): boolean {
  const own = testOf(wave, subjects[column] as Subject);
  return subjects.slice(0, column).some((subject) => testOf(wave, subject) === own);
}

export interface Table {
  readonly wave: Wave;
  readonly subjects: readonly Subject[];
  /** By row, by subject. */
  readonly readings: readonly (readonly (Reading | null)[])[];
}

type Differ = (reading: Reading, row: number, column: number) => Difference | null;

/** Every comparison of a table as one family; rows that are counted together on a sensitive question are one test, not several. */
export function* judgeOnce({ wave, subjects, readings }: Table, differ: Differ): Steps<(Judged | null)[][]> {
  const names = subjects.map((subject) => testOf(wave, subject));
  const keyOf = (reading: Reading, column: number) => `${names[column]}:${reading.group.partition}:${reading.group.atoms.join()}`;
  const tests = new Map<string, Difference | null>();
  for (const [row, line] of readings.entries()) {
    line.forEach((reading, column) => {
      if (!reading || tests.get(keyOf(reading, column))) return;
      tests.set(keyOf(reading, column), differ(reading, row, column));
    });
    yield;
  }
  const judge = verdictsOf([...tests.values()]);
  const verdicts = new Map<string, Judged | null>();
  for (const [at, [key, test]] of [...tests].entries()) {
    verdicts.set(key, judge(test, at));
    if (at % piece === 0) yield;
  }
  return readings.map((line) => line.map((reading, column) => (reading ? (verdicts.get(keyOf(reading, column)) ?? null) : null)));
}

const piece = 20;
