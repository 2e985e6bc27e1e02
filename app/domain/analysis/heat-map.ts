// Departments by dimensions: the one place where everybody's eye looks for the worst number, so every cell carries how many
// answers it rests on and an arrow only where there is evidence after all tests of the map.
import { atOnce, type Steps } from '../kernel/steps.ts';
import { changeIn, pairOf, type Break } from './comparability.ts';
import { differenceBetween, judgeFamily, type Difference, type Judged } from './comparison.ts';
import { rungOf } from './ladder.ts';
import { likelySteps } from './likely.ts';
import type { Guess } from './look-first.ts';
import { partitionOfSubject, read, readFor, without, type Reading, type Subject } from './readings.ts';
import type { Group, Wave } from './wave.ts';
import { meetingPlace } from '#app/domain/publication/groups/tree.ts';

export interface HeatRow {
  /** Department id, or the id of an atom that is no department of its own. */
  readonly id: string;
  /** Null for units that are counted together and have no number of their own. */
  readonly department: string | null;
  /** The department inside which it lies; null for the company. */
  readonly place: string | null;
  readonly depth: number;
  readonly group: Group;
}

export interface HeatCell {
  readonly reading: Reading;
  readonly index: number | null;
  /** Against the rest of the company; null where it cannot be tested. */
  readonly rest: Judged | null;
  readonly change: Judged | null;
  readonly broken: Break | null;
  /** What is likely, beside what is proved; null where nothing can be guessed. */
  readonly likely: Guess | null;
}

export interface HeatMap {
  readonly subjects: readonly Subject[];
  readonly rows: readonly HeatRow[];
  /** By row, by subject; null where it was not asked or nothing is published. */
  readonly cells: readonly (readonly (HeatCell | null)[])[];
}

/** Null for a release without a base partition. `earlier`: the wave before, undefined in the first. */
export const heatMapOf = (wave: Wave, earlier: Wave | undefined, subjects: readonly Subject[]): HeatMap | null => atOnce(heatMapSteps(wave, earlier, subjects));

/** The same in pieces of a row: a large company's map rests on thousands of tests. */
export function* heatMapSteps(wave: Wave, earlier: Wave | undefined, subjects: readonly Subject[]): Steps<HeatMap | null> {
  if (wave.base === null) return null;
  const rows = rowsOf(wave, wave.base);
  yield;
  const found = yield* lineByLine(rows, (row) => subjects.map((subject) => readingIn(wave, subject, row)));
  const wholes = subjects.map((subject) => readFor(wave, subject, wave.root));
  const rest = yield* judgeOnce(found, (reading, _, column) => againstRest(wholes[column] ?? null, reading));
  const pairs = subjects.map((subject) => pairOf(earlier, wave, subject));
  const changes = yield* lineByLine(rows, ({ department }) => pairs.map((pair) => (department === null ? null : changeIn(pair, department))));
  const change = yield* judgeOnce(found, (_, row, column) => changes[row]?.[column]?.difference ?? null);
  const likely = yield* likelySteps(wave, { subjects, readings: found });
  const cells = found.map((line, row) =>
    line.map((reading, column): HeatCell | null =>
      reading === null
        ? null
        : {
            reading,
            index: rungOf(reading.moments.n).level ? reading.moments.mean : null,
            rest: rest[row]?.[column] ?? null,
            change: change[row]?.[column] ?? null,
            broken: changes[row]?.[column]?.broken ?? null,
            likely: likely[row]?.[column] ?? null,
          },
    ),
  );
  return { subjects, rows, cells };
}

function* lineByLine<Line>(rows: readonly HeatRow[], lineOf: (row: HeatRow) => Line): Steps<Line[]> {
  const lines: Line[] = [];
  for (const row of rows) {
    lines.push(lineOf(row));
    yield;
  }
  return lines;
}

function readingIn(wave: Wave, subject: Subject, row: HeatRow): Reading | null {
  const partition = partitionOfSubject(wave, subject);
  if (partition === null) return null;
  const group = row.department === null ? wave.groupOfAll(partition, row.group.departments) : wave.group(partition, row.department);
  return group && read(wave, subject, group);
}

function againstRest(whole: Reading | null, reading: Reading): Difference | null {
  const others = whole && without(whole, reading);
  return others && differenceBetween(others, reading);
}

// Rows that are counted together on a sensitive question are one test, not several.
function* judgeOnce(
  readings: readonly (readonly (Reading | null)[])[],
  differ: (reading: Reading, row: number, column: number) => Difference | null,
): Steps<(Judged | null)[][]> {
  const tests = new Map<string, Difference | null>();
  const keyOf = (reading: Reading, column: number) => `${column}:${reading.group.partition}:${reading.group.atoms.join()}`;
  for (const [row, line] of readings.entries()) {
    line.forEach((reading, column) => {
      if (!reading || tests.has(keyOf(reading, column))) return;
      tests.set(keyOf(reading, column), differ(reading, row, column));
    });
    yield;
  }
  const judged = judgeFamily([...tests.values()]);
  const verdicts = new Map([...tests.keys()].map((key, at) => [key, judged[at] ?? null]));
  return readings.map((line) => line.map((reading, column) => (reading ? (verdicts.get(keyOf(reading, column)) ?? null) : null)));
}

/** The company, every shown department in tree order, and what is counted together without being one department. */
function rowsOf(wave: Wave, base: string): HeatRow[] {
  const seen = new Set<string>();
  return [...departmentRows(wave, base), ...atomRows(wave, base)]
    .filter(([, row]) => {
      const key = row.group.atoms.join();
      return seen.has(key) ? false : seen.add(key);
    })
    .sort(([one], [other]) => one - other)
    .map(([, row]) => row);
}

type Ordered = readonly [order: number, row: HeatRow];

function departmentRows(wave: Wave, base: string): Ordered[] {
  const { tree, release } = wave;
  const ids = new Set([wave.root, ...(release.partitions[base]?.departments ?? []).map((one) => one.id)]);
  return tree.ids.flatMap((id, index) => {
    const group = ids.has(id) ? wave.group(base, id) : null;
    const place = tree.ids[tree.parent[index] as number] ?? null;
    return group ? [[index, { id, department: id, place, depth: tree.depth[index] as number, group }] as const] : [];
  });
}

// What small units were pooled into stands at the end of the department in which they meet.
function atomRows(wave: Wave, base: string): Ordered[] {
  const { tree, release } = wave;
  return (release.partitions[base]?.atoms ?? []).flatMap((atom) => {
    const group = wave.groupOfAll(base, atom.departments);
    if (!group) return [];
    const place = atom.departments.map((id) => tree.indexOf.get(id) ?? 0).reduce((one, other) => meetingPlace(tree, one, other));
    const depth = (tree.depth[place] as number) + 1;
    const row = { id: atom.id, department: null, place: tree.ids[place] ?? null, depth, group };
    return [[(tree.end[place] as number) - 0.5 - depth * 1e-4, row] as const];
  });
}

/** The row on which a department is counted. */
export function rowOf(map: HeatMap, wave: Wave, department: string): number {
  const atoms = wave.base === null ? undefined : wave.group(wave.base, department)?.atoms.join();
  return map.rows.findIndex((row) => row.group.atoms.join() === atoms);
}
