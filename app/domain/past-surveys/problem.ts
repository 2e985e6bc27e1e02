// What is wrong with a file of past answers, and where. All problems are collected before anything is made: a file is right or it is
// refused with everything that has to be put right.
import type { Details } from '#app/domain/kernel/outcome.ts';
import type { PastObjectionKind } from './counting.ts';

export type PastFile = 'answers' | 'departments' | 'items' | 'call' | 'out';

export type PastProblemCode =
  | 'not-found'
  | 'not-writable'
  | 'empty-file'
  | 'binary-file'
  | 'wrong-encoding'
  | 'encoding-asked'
  | 'scale-asked'
  | 'broken-csv'
  | 'missing-column'
  | 'repeated-column'
  | 'wrong-width'
  | 'no-department'
  | 'unknown-department'
  | 'no-item'
  | 'unknown-item'
  | 'bad-answer'
  | 'not-a-point'
  | 'no-id'
  | 'repeated-department'
  | 'unknown-parent'
  | 'two-roots'
  | 'no-root'
  | 'cycle'
  | 'bad-invited'
  | 'repeated-item'
  | 'bad-points'
  | 'bad-reverse'
  | 'no-items'
  | 'too-few'
  | 'k-below-floor'
  | 'cut-in-long'
  | 'cut-too-many-values'
  | 'cut-personal'
  | 'cut-department'
  | 'person-twice'
  | 'answered-twice'
  | 'person-moves'
  | 'no-such-period'
  | `counted-${PastObjectionKind}`;

export interface PastProblem {
  readonly file: PastFile;
  /** Both count from 1; 0 where a problem has no place. */
  readonly line: number;
  readonly column: number;
  readonly code: PastProblemCode;
  readonly details: Details;
}

/** More than anybody reads: the rest is counted only. */
const mostKept = 200;

export interface PastProblems {
  readonly add: (problem: PastProblem) => void;
  readonly first: () => readonly PastProblem[];
  readonly count: () => number;
}

/** Keeps the first problems of each file in the order of their lines. */
export function collectProblems(): PastProblems {
  const kept: PastProblem[] = [];
  let count = 0;
  return {
    add: (problem) => {
      count += 1;
      if (kept.length < mostKept) kept.push(problem);
    },
    first: () => [...kept].sort((one, other) => one.line - other.line || one.column - other.column),
    count: () => count,
  };
}

/** A value as it may stand in a message: on one line, and not endless. */
export function quoted(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
