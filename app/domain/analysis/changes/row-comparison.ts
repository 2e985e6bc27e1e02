// What one row of the map is compared with: everybody else in the same survey, and itself in the survey before.
import { changeIn, changeTogether, type Change, type Pair } from './comparability.ts';
import { differenceBetween, type Difference } from './comparison.ts';
import { partitionOfSubject, read, without, type Reading, type Subject } from '../readings.ts';
import type { Group } from '../group.ts';
import type { Wave } from '../wave.ts';

/** A department, or departments that are counted together and are none of their own. */
export interface RowPeople {
  readonly department: string | null;
  readonly group: Group;
}

export function readingIn(wave: Wave, subject: Subject, { department, group: base }: RowPeople): Reading | null {
  const partition = partitionOfSubject(wave, subject);
  if (partition === null) return null;
  const group = department === null ? wave.groupOfAll(partition, base.departments) : wave.group(partition, department);
  return group && read(wave, subject, group);
}

export const changeOfRow = (pair: Pair | undefined, { department, group }: RowPeople): Change =>
  department === null ? changeTogether(pair, group.departments) : changeIn(pair, department);

/** Null where nobody else is left, or too few for a test. */
export function againstRest(whole: Reading | null, reading: Reading): Difference | null {
  const others = whole && without(whole, reading);
  return others && differenceBetween(others, reading);
}
