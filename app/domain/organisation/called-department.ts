// A department as somebody types it: by its name, or by the whole path where two are called alike. A slip of the pen is answered with
// the name that was probably meant.
import type { Details } from '../kernel/outcome.ts';
import { foldedText } from './clean-cell.ts';

interface Called {
  readonly id: string;
  /** From the top: «Amber / Sales / North». */
  readonly path: string;
  readonly name: string;
}

export type CalledProblem = 'department' | 'department-near' | 'ambiguous';

export type FoundDepartment<Department> = { readonly found: Department } | { readonly problem: CalledProblem; readonly details: Details };

/** A whole path before a name: two departments may be called alike. */
export function departmentCalled<Department extends Called>(place: string, departments: readonly Department[]): FoundDepartment<Department> {
  const wanted = foldedText(place);
  const byPath = departments.filter(({ path }) => foldedText(path) === wanted);
  const found = byPath.length > 0 ? byPath : departments.filter(({ name }) => foldedText(name) === wanted);
  if (found.length > 1) return { problem: 'ambiguous', details: { name: place, path: found[0]!.path, other: found[1]!.path } };
  return found[0] ? { found: found[0] } : unknownDepartment(place, departments);
}

function unknownDepartment(place: string, departments: readonly Called[]): { readonly problem: CalledProblem; readonly details: Details } {
  const wanted = foldedText(place);
  const near = departments.map(({ name }) => ({ name, away: distance(wanted, foldedText(name)) })).sort((one, other) => one.away - other.away)[0];
  const isNear = near !== undefined && wanted !== '' && near.away <= Math.ceil(wanted.length / 3);
  return isNear ? { problem: 'department-near', details: { name: place, near: near.name } } : { problem: 'department', details: { name: place, example: departments[0]?.name ?? '' } };
}

/** Letters to change, to add or to leave out (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to += 1) next.push(Math.min((row[to] as number) + 1, (next[to - 1] as number) + 1, (row[to - 1] as number) + (letter === other[to - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length] as number;
}
