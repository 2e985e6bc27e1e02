// Two causes look alike in a score: the thing is poor, or nobody sees that it is good. Talking helps only the second, so each
// cause asks for measures of its own kind.
import { refused, done, type Outcome } from '../kernel/outcome.ts';
import type { Cause } from './cause.ts';
import type { Fact } from './evidence.ts';
import type { Promised } from './promised.ts';
import { realisticPreview, type PlannedMeasure } from './planned-measure.ts';

export type CauseRefusal = 'needs-substantive-measure' | 'needs-communication-measure' | 'needs-value-figure' | 'needs-promise';

interface Case {
  readonly facts: readonly Fact[];
  readonly measures: readonly PlannedMeasure[];
  readonly promises: readonly Promised[];
}

const has = (measures: readonly PlannedMeasure[], kind: PlannedMeasure['kind']) => measures.some((one) => one.kind === kind);

function awareness({ facts, measures }: Case): CauseRefusal | null {
  if (!has(measures, 'communication')) return 'needs-communication-measure';
  return facts.some((fact) => fact.kind === 'figure' && fact.showsValue) ? null : 'needs-value-figure';
}

const value = ({ measures }: Case): CauseRefusal | null => (has(measures, 'substantive') ? null : 'needs-substantive-measure');

const expectation = ({ measures, promises }: Case): CauseRefusal | null =>
  promises.length > 0 || measures.some((one) => one.catalogueId === realisticPreview) ? null : 'needs-promise';

const rules: Readonly<Record<Cause, (one: Case) => CauseRefusal | null>> = {
  value,
  awareness,
  expectation,
  mixed: (one) => value(one) ?? awareness(one),
};

/** Whether the measures can work against the cause at all. */
export function fitsCause(cause: Cause, one: Case): Outcome<true, CauseRefusal> {
  const because = rules[cause](one);
  return because === null ? done(true) : refused(because);
}
