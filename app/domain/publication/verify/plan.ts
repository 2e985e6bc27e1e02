// The plan is audited once more as a whole with a second prime: what is safe together is safe in part, so this confirms every single
// admission. On the way it finds the fewest people that anything published rests on.
import type { Auditing } from '#app/domain/publication/audit/auditing.ts';
import { peopleByBand, type System } from '#app/domain/publication/audit/system.ts';

export interface Audited {
  readonly system: System;
  readonly k: number;
}

/** The proved minimum support of all systems, or null where the second prime disagrees. */
export function minimumSupportOf(auditing: Auditing, systems: readonly Audited[]): number | null {
  let least = Infinity;
  for (const { system, k } of systems) {
    const support = supportOf(auditing, system, k, least);
    if (support === null) return null;
    least = Math.min(least, support);
  }
  return least;
}

/** Exact if below `least`; `least` if it is no less; k where a finer answer is out of budget. */
function supportOf(auditing: Auditing, system: System, k: number, least: number): number | null {
  const cells = peopleByBand(system, system.tables[0]!).filter((people) => people > 0);
  let support = Math.max(k, Math.min(least, ...cells));
  for (;;) {
    // At k the same search was affordable before: here it must not fail for want of steps.
    const verdict = auditing.audit(system, support, support === k ? 2 * auditing.budget : auditing.budget / 10);
    if (verdict.safe) return support;
    if (support === k || (verdict.because === 'unsafe' && verdict.violation.people < k)) return null;
    support = verdict.because === 'unsafe' ? verdict.violation.people : k;
  }
}
