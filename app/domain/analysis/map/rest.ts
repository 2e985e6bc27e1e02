// Each group against the rest of the company: one family of tests over all rows, apart from everything that needs the survey before.
import type { Steps } from '../../kernel/steps.ts';
import type { Judged } from '../changes/comparison.ts';
import { judgeOnce } from '../changes/families.ts';
import { lineByLine, rowsOf, type HeatRow } from './heat-rows.ts';
import { readFor, type Reading, type Subject } from '../readings.ts';
import { againstRest, readingIn } from '../changes/row-comparison.ts';
import type { Wave } from '../wave.ts';

interface AgainstRest {
  /** By row, by subject. */
  readonly readings: readonly (readonly (Reading | null)[])[];
  /** Of the company, by subject. */
  readonly wholes: readonly (Reading | null)[];
  readonly rest: readonly (readonly (Judged | null)[])[];
}

export function* restSteps(wave: Wave, subjects: readonly Subject[], rows: readonly HeatRow[]): Steps<AgainstRest> {
  const readings = yield* lineByLine(rows, (row) => subjects.map((subject) => readingIn(wave, subject, row)));
  const wholes = subjects.map((subject) => readFor(wave, subject, wave.root));
  const rest = yield* judgeOnce({ wave, subjects, readings }, (reading, _, column) => againstRest(wholes[column] ?? null, reading));
  return { readings, wholes, rest };
}

/** What is judged of every row, without its readings: they are found again for the one row that somebody looks at. */
export interface RestOfRows {
  readonly subjects: readonly Subject[];
  readonly rows: readonly HeatRow[];
  readonly rest: AgainstRest['rest'];
}

/** `alone`: members of the family beside the subjects, as in the map. Null for a release without a base partition. */
export function* restOfRowsSteps(wave: Wave, subjects: readonly Subject[], alone: readonly string[]): Steps<RestOfRows | null> {
  if (wave.base === null) return null;
  const rows = rowsOf(wave, wave.base);
  const { rest } = yield* restSteps(wave, [...subjects, ...alone.map((id): Subject => ({ kind: 'item', id }))], rows);
  return { subjects, rows, rest: rest.map((line) => line.slice(0, subjects.length)) };
}

/** The company has no rest: nothing of it is tested, and no other row has to be read. */
export function restOfCompany(wave: Wave, subjects: readonly Subject[]): RestOfRows | null {
  const row = wave.base === null ? undefined : rowsOf(wave, wave.base)[0];
  return row ? { subjects, rows: [row], rest: [subjects.map(() => null)] } : null;
}
