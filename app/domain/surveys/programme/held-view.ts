// What is in the way of a wave, in the words of whoever reads it.
import type { Day } from '../../kernel/day.ts';

/** What mends something that is in the way; `operator`: only whoever runs the portal can. */
export type Mend = 'rule' | 'draft' | 'routing' | 'seal' | 'surveys' | 'own' | 'people' | 'departments' | 'languages' | 'services' | 'slips' | 'kept' | 'board' | 'operator';

export interface HeldView {
  readonly number: number;
  /** Of its draft; null where nothing could be drafted. */
  readonly title: string | null;
  readonly due: Day;
  /** Null while it can still be asked. */
  readonly leftOut: Day | null;
  /** `to`: where it is mended; null where only whoever runs the portal can. */
  readonly reasons: readonly { readonly said: string; readonly mend: Mend; readonly to: string | null }[];
}
