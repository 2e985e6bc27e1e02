// What HR is told of its programme.
import type { Day } from '../kernel/day.ts';
import type { Details } from '../kernel/outcome.ts';

export interface ProgrammeTold {
  readonly kind: 'drafted' | 'seal-now' | 'stuck';
  /** The draft; null where there is none. */
  readonly surveyId: string | null;
  /** The wave that cannot go ahead as it stands, with everything that is in its way; absent where nothing is. */
  readonly held?: { readonly surveyId: string | null; readonly due: Day; readonly reasons: readonly { readonly because: string; readonly details: Details }[] };
}
