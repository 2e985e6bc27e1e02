// One planning's audits: which prime they use, what one of them may cost and what all of them have cost.
import { audited, type Verdict } from './auditor.ts';
import type { System } from './system.ts';

export interface Auditing {
  /** Whether everything published together rests on k people; within a planning's usual means, or with `budget` steps. */
  readonly audit: (system: System, k: number, budget?: number) => Verdict;
  readonly budget: number;
  readonly steps: () => number;
}

/** A planning may cost as much as this many audits that run out of budget … */
const wholeAudits = 40;
/** … and one audit at most a tenth of what is left, so that no cut starves those after it. */
const share = 10;

export function auditingWith(prime: number, budget: number): Auditing {
  let steps = 0;
  const usual = (): number => Math.ceil(Math.min(budget, Math.max(0, wholeAudits * budget - steps) / share));
  return {
    audit: (system, k, means = usual()) => {
      const verdict = audited(system, { k, prime, budget: means });
      steps += verdict.steps;
      return verdict;
    },
    budget,
    steps: () => steps,
  };
}
