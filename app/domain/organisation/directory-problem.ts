// What is wrong with a people file, at its place. All problems are told at once: whoever mends a file wants to mend it once.
import type { Details } from '../kernel/outcome.ts';

export type DirectoryProblemCode =
  | 'wrong-encoding'
  | 'encoding-asked'
  | 'broken-workbook'
  | 'old-workbook'
  | 'other-program'
  | 'too-large'
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
  | 'ambiguous-date'
  | 'two-addresses'
  | 'long-site'
  | 'rounded-id'
  | 'two-departments'
  | 'ambiguous-manager'
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
  'encoding-asked',
  'broken-workbook',
  'old-workbook',
  'other-program',
  'too-large',
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

/** Problems of a cell that nobody needs: the row comes in, and what is known of that cell stays. */
const lone: readonly DirectoryProblemCode[] = [
  'bad-email', 'two-addresses', 'duplicate-email', 'email-taken', 'bad-date', 'ambiguous-date', 'bad-language', 'long-site', 'unknown-manager', 'ambiguous-manager', 'manager-cycle', 'unknown-head',
];

/** What a problem keeps from coming in. */
export function weightOf(problem: DirectoryProblem): 'file' | 'row' | 'cell' {
  if (lone.includes(problem.code)) return 'cell';
  return isStructural(problem) || problem.file === 'departments' ? 'file' : 'row';
}

/** What somebody can answer on the page that shows how the file is read. */
export function isQuestion({ code }: DirectoryProblem): boolean {
  return code === 'encoding-asked' || code === 'missing-column' || code === 'column-twice' || code === 'ambiguous-date' || code === 'two-departments';
}
