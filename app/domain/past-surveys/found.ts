// What is wrong with a file that HR brings, as a page may show it: the place and what would be right, never what stands there. Whoever
// mends the file sees it in the file.
import type { Details } from '#app/domain/kernel/outcome.ts';
import { collectProblems, type PastProblemCode, type PastProblems } from './problem.ts';

export type FoundCode = PastProblemCode | 'too-many-columns' | 'department-too-fine' | 'department-personal' | 'too-many-questions' | 'failed' | 'same-answers';

export interface FoundProblem {
  /** Both count from 1; 0 where a problem has no place. */
  readonly line: number;
  readonly column: number;
  readonly code: FoundCode;
  readonly details: Details;
}

export interface FoundProblems {
  readonly ok: false;
  /** The first ones. */
  readonly problems: readonly FoundProblem[];
  readonly count: number;
  /** How many of them are answers that could be counted as none. */
  readonly skippable: number;
  /** To which questions those are, as the analysis calls them or, where they are not known yet, by the number of the column. */
  readonly skips: readonly { readonly item: string; readonly n: number }[];
}

const shownAtMost = 50;
/** Details that repeat the file. */
const content = ['value', 'item', 'name'];
const skippable: readonly FoundCode[] = ['bad-answer', 'not-a-point'];

export interface FoundCollector extends PastProblems {
  readonly refuse: (problem: FoundProblem) => void;
  readonly finish: () => FoundProblems;
}

export function foundProblems(): FoundCollector {
  const inner = collectProblems();
  const own: FoundProblem[] = [];
  const skips = new Map<string, number>();
  return {
    ...inner,
    add: (problem) => {
      const item = String(problem.details['item'] ?? problem.column);
      if (skippable.includes(problem.code)) skips.set(item, (skips.get(item) ?? 0) + 1);
      inner.add(problem);
    },
    count: () => inner.count() + own.length,
    refuse: (problem) => void own.push(problem),
    finish: () => ({
      ok: false,
      problems: [...own, ...inner.first().map(withoutContent)].slice(0, shownAtMost),
      count: inner.count() + own.length,
      skippable: [...skips.values()].reduce((sum, n) => sum + n, 0),
      skips: [...skips].map(([item, n]) => ({ item, n })),
    }),
  };
}

function withoutContent({ line, column, code, details }: { readonly line: number; readonly column: number; readonly code: PastProblemCode; readonly details: Details }): FoundProblem {
  return { line, column, code, details: Object.fromEntries(Object.entries(details).filter(([name]) => !content.includes(name))) };
}
