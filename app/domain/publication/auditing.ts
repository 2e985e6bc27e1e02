// One planning's audits: which prime they use, what one of them may cost and what all of them have cost.
import { audited, type Verdict } from './auditor.ts';
import type { System } from './auditor-system.ts';

export interface Auditing {
  /** Whether everything published together rests on k people. */
  readonly audit: (system: System, k: number) => Verdict;
  readonly steps: () => number;
}

export function auditingWith(prime: number, budget: number): Auditing {
  let steps = 0;
  return {
    audit: (system, k) => {
      const verdict = audited(system, { k, prime, budget });
      steps += verdict.steps;
      return verdict;
    },
    steps: () => steps,
  };
}
