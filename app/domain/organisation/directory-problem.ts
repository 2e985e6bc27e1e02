// What is wrong with a people file, at its place. All problems are told at once: whoever mends a file wants to mend it once.
import type { Details } from '../kernel/outcome.ts';

export type DirectoryProblemCode =
  | 'wrong-encoding'
  | 'broken-quotes'
  | 'empty-file'
  | 'missing-column'
  | 'column-twice'
  | 'wrong-cells'
  | 'missing-cell'
  | 'too-long'
  | 'duplicate-employee'
  | 'duplicate-email'
  | 'email-taken'
  | 'bad-email'
  | 'bad-date'
  | 'bad-language'
  | 'unknown-manager'
  | 'manager-cycle'
  | 'empty-path'
  | 'two-roots'
  | 'no-root'
  | 'unknown-department'
  | 'duplicate-department'
  | 'unknown-parent'
  | 'department-cycle'
  | 'unknown-head';

export interface DirectoryProblem {
  readonly file: 'people' | 'departments';
  readonly line: number;
  /** The column's name as the file writes it; null where the whole line is meant. */
  readonly column: string | null;
  readonly code: DirectoryProblemCode;
  readonly details: Details;
}

/** Problems that leave no tree to compare with: without it every department would look new or gone. */
const structural: readonly DirectoryProblemCode[] = [
  'wrong-encoding',
  'broken-quotes',
  'empty-file',
  'missing-column',
  'column-twice',
  'two-roots',
  'no-root',
  'unknown-parent',
  'duplicate-department',
  'department-cycle',
];

export function isStructural(problem: DirectoryProblem): boolean {
  return structural.includes(problem.code);
}
