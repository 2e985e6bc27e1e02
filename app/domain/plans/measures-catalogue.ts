// Measures that helped elsewhere, by dimension and root cause: «value» needs a substantive measure, «awareness» a conversation,
// «expectation» a promise that is kept. A suggestion, never a must: own words are always possible.
import type { Localized } from '../kernel/language.ts';
import source from './measures-catalogue.json' with { type: 'json' };

export type RootCause = 'value' | 'awareness' | 'expectation';

export interface Measure {
  readonly id: string;
  readonly dimension: string;
  readonly rootCause: RootCause;
  readonly controllability: 'department' | 'shared' | 'company';
  readonly ownerRole: 'hr' | 'manager' | 'provider' | 'executive';
  readonly effort: 'S' | 'M' | 'L';
  /** Weeks until an effect can be expected. */
  readonly leadWeeks: number;
  readonly title: Localized;
  /** What can be counted before the next survey, in English. */
  readonly leadingIndicator: string;
}

// The file is part of the product and its shape is proved by a test, so it is trusted here.
export const measures = source.measures as readonly Measure[];

export function measure(id: string): Measure | undefined {
  return measures.find((one) => one.id === id);
}

const reach = { department: 0, shared: 1, company: 2 } as const;
const effort = { S: 0, M: 1, L: 2 } as const;

/** Measures for a dimension: what a department can do by itself comes first, then what costs least. */
export function measuresFor(dimension: string, rootCause?: RootCause): readonly Measure[] {
  return measures
    .filter((one) => one.dimension === dimension && (rootCause === undefined || one.rootCause === rootCause))
    .sort((a, b) => reach[a.controllability] - reach[b.controllability] || effort[a.effort] - effort[b.effort]);
}
