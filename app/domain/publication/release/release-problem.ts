// What can be wrong with a release, found from the release alone.
import type { Details } from '../../kernel/outcome.ts';

export type ReleaseProblemCode =
  | 'malformed'
  | 'wrong-hash'
  | 'not-canonical'
  | 'wrong-previous'
  | 'k-below-floor'
  | 'total-differs'
  | 'too-many-ballots'
  | 'moved-told'
  | 'support-too-small'
  | 'no-base'
  | 'partition-below-k'
  | 'atom-too-small'
  | 'repeated-atom'
  | 'repeated-department'
  | 'departments-differ'
  | 'people-below-asked'
  | 'not-nested'
  | 'nested-sum'
  | 'unknown-atom'
  | 'department-sum'
  | 'not-a-union'
  | 'not-laminar'
  | 'unknown-partition'
  | 'cells-differ'
  | 'cell-width'
  | 'cell-too-small'
  | 'cell-too-large'
  | 'no-doubt'
  | 'unknown-item'
  | 'dimension-too-fine'
  | 'impossible-index'
  | 'band-too-small'
  | 'one-band'
  | 'impossible-band'
  | 'repeated-cut'
  | 'repeated-label'
  | 'bands-differ'
  | 'not-in-a-cut'
  | 'cut-sum'
  | 'impossible-correlation'
  | 'comment-group-too-small';

export interface ReleaseProblem {
  readonly code: ReleaseProblemCode;
  readonly details: Details;
}

/** Collects problems while a release is read. */
export type Report = (code: ReleaseProblemCode, details?: Details) => void;
