// Declared cuts on ballots, in HR's order: a cut joins what is admitted before it if the auditor agrees; else bands that a violation
// tells apart are merged until it does or one band is left.
import type { Auditing } from '#app/domain/publication/audit/auditing.ts';
import { withTable, type System, type Table } from '#app/domain/publication/audit/system.ts';
import { firstBands, mergedFurther, tableOf, type Band } from './cut-bands.ts';
import type { DroppedCut } from '#app/domain/publication/release/release.ts';
import type { TalliedCut } from '#app/domain/publication/tally/tally-input.ts';

export interface Candidate {
  readonly cut: TalliedCut;
  /** 1 for the respondents of a division, null for the whole company. */
  readonly inScope: Uint8Array | null;
  /** Fewest people of a band: the largest k among the cut's items. */
  readonly k: number;
}

export interface Fitted {
  readonly cut: TalliedCut;
  readonly bands: readonly Band[];
  readonly table: Table;
}

export type Fit =
  | { readonly fits: true; readonly fitted: Fitted; readonly system: System }
  | { readonly fits: false; readonly why: DroppedCut['why'] };

/** `system`: the ballots by base atom with every cut admitted so far; `k`: the survey's. */
export function fitted(auditing: Auditing, system: System, candidate: Candidate, k: number): Fit {
  const { cut, inScope } = candidate;
  let bands = firstBands(system, cut, inScope, candidate.k);
  let why: DroppedCut['why'] = 'one-band';
  while (bands.length > 1) {
    const table = tableOf(cut, inScope, bands);
    const together = withTable(system, table);
    const verdict = auditing.audit(together, k);
    if (verdict.safe) return { fits: true, fitted: { cut, bands, table }, system: together };
    why = verdict.because;
    const coefficients = verdict.because === 'unsafe' ? verdict.violation.coefficients.at(-1)! : null;
    bands = mergedFurther(system, cut, inScope, { bands, coefficients });
  }
  return { fits: false, why };
}
