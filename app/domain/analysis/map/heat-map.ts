// Departments by dimensions, and everything that any page, letter or export may assert about them: judged here, once per release, in two
// families («before», «rest») over all shown groups, and question by question only where the dimension stood out.
import { atOnce, type Steps } from '../../kernel/steps.ts';
import { pairOf, type Break, type Change } from '../changes/comparability.ts';
import type { Judged } from '../changes/comparison.ts';
import { judgeOnce, kappasOfRows, scaled } from '../changes/families.ts';
import { rungOf } from '../statistics/ladder.ts';
import { likelySteps } from './likely.ts';
import type { Guess } from './look-first.ts';
import { claimsOfQuestions, type QuestionClaims } from '../changes/question-claims.ts';
import type { Reading, Subject } from '../readings.ts';
import { changeOfRow } from '../changes/row-comparison.ts';
import { restSteps } from './rest.ts';
import { lineByLine, rowsOf, type HeatRow } from './heat-rows.ts';
import type { Wave } from '../wave.ts';

export interface HeatCell {
  readonly reading: Reading;
  readonly index: number | null;
  /** Against the rest of the company; null where it cannot be tested, and `restBroken` says why. */
  readonly rest: Judged | null;
  readonly restBroken: Break | null;
  readonly change: Judged | null;
  readonly broken: Break | null;
  /** What the change is about, where the dimension asks other questions than before: the question that both waves asked. */
  readonly basis: Subject | null;
  /** What is likely, beside what is proved; null where nothing can be guessed. */
  readonly likely: Guess | null;
}

export interface HeatMap {
  readonly subjects: readonly Subject[];
  readonly rows: readonly HeatRow[];
  /** By row, by subject; null where it was not asked or nothing is published. */
  readonly cells: readonly (readonly (HeatCell | null)[])[];
  /** Questions that stand alone and are members of the families: the headline, in files those of no dimension. By question, by row. */
  readonly alone: ReadonlyMap<string, readonly (HeatCell | null)[]>;
  /** By row, the judged questions under what stood out, and no others. */
  readonly questions: readonly QuestionClaims[];
  /** By row: variance of a change by chance, as a multiple of that of independent draws. */
  readonly kappas: readonly number[];
}

/** Null for a release without a base partition. `earlier`: the wave before, undefined in the first. `alone`: see the map. */
export const heatMapOf = (wave: Wave, earlier: Wave | undefined, subjects: readonly Subject[], alone: readonly string[] = []): HeatMap | null =>
  atOnce(heatMapSteps(wave, earlier, subjects, alone));

/** The same in pieces of a row: a large company's map rests on thousands of tests. */
export function* heatMapSteps(wave: Wave, earlier: Wave | undefined, subjects: readonly Subject[], alone: readonly string[] = []): Steps<HeatMap | null> {
  if (wave.base === null) return null;
  const rows = rowsOf(wave, wave.base);
  yield;
  const all = [...subjects, ...alone.map((id): Subject => ({ kind: 'item', id }))];
  const { readings: found, wholes, rest } = yield* restSteps(wave, all, rows);
  const table = { wave, subjects: all, readings: found };
  const pairs = all.map((subject) => pairOf(earlier, wave, subject));
  const changes = yield* lineByLine(rows, (row) => pairs.map((pair) => changeOfRow(pair, row)));
  const kappas = yield* kappasOfRows(wave, all, changes);
  const change = yield* judgeOnce(table, (_, row, column) => scaled(changes[row]?.[column], kappas[row] as number));
  const lines = found.map((line, row) =>
    line.map((reading, column): HeatCell | null => {
      const compared = changes[row]?.[column] as Change;
      return reading && cellOf(reading, { rest: rest[row]?.[column] ?? null, change: change[row]?.[column] ?? null, compared, whole: wholes[column] ?? null });
    }),
  );
  const likely = yield* likelySteps(wave, { subjects, readings: found.map((line) => line.slice(0, subjects.length)) });
  const cells = lines.map((line, row) => line.slice(0, subjects.length).map((cell, column) => cell && { ...cell, likely: likely[row]?.[column] ?? null }));
  const single = new Map(alone.map((id, at) => [id, lines.map((line) => line[subjects.length + at] ?? null)]));
  const questions = yield* claimsOfQuestions({ wave, earlier, kappas }, { subjects, rows, cells });
  return { subjects, rows, cells, alone: single, questions, kappas };
}

interface Verdicts {
  readonly rest: Judged | null;
  readonly change: Judged | null;
  readonly compared: Change;
  readonly whole: Reading | null;
}

function cellOf(reading: Reading, { rest, change, compared, whole }: Verdicts): HeatCell {
  return {
    reading,
    index: rungOf(reading.moments.n).level ? reading.moments.mean : null,
    rest,
    restBroken: rest ? null : restBreakOf(whole, reading),
    change,
    broken: change ? null : (compared.broken ?? 'too-few'),
    basis: compared.basis?.kind === 'item' ? compared.basis : null,
    likely: null,
  };
}

function restBreakOf(whole: Reading | null, reading: Reading): Break {
  const isWhole = whole !== null && whole.group.atoms.length === reading.group.atoms.length;
  if (isWhole) return reading.group.with.length > 0 ? 'all-together' : 'whole';
  return 'too-few';
}

/** The row on which a department is counted. */
export function rowOf(map: Pick<HeatMap, 'rows'>, wave: Wave, department: string): number {
  const atoms = wave.base === null ? undefined : wave.group(wave.base, department)?.atoms.join();
  return map.rows.findIndex((row) => row.group.atoms.join() === atoms);
}
