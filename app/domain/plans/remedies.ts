// What people are asked to choose between where something is weak: measures that fit the cause and that somebody there can really take.
// Whoever chooses a thing that nobody will do was asked for nothing.
import type { Cause } from './cause.ts';
import { measuresFor, type Measure } from './measures-catalogue.ts';

const fewest = 3;
const most = 5;

/** `cause`: as far as it is known. */
export interface WeakPoint {
  readonly dimension: string;
  readonly cause: Cause | null;
  readonly wholeCompany: boolean;
}

/** Three to five; none where the catalogue knows too few. */
export function remediesFor({ dimension, cause, wholeCompany }: WeakPoint): readonly Measure[] {
  const all = measuresFor(dimension);
  const takes = (one: Measure) => wholeCompany || one.controllability !== 'company';
  const fits = (one: Measure) => cause === null || cause === 'mixed' || one.rootCause === cause;
  const better = all.filter((one) => takes(one) && fits(one));
  // What does not fit so well is still better than a choice of two.
  const others = [...all.filter((one) => takes(one) && !fits(one)), ...all.filter((one) => !takes(one))];
  const chosen = [...better.slice(0, most), ...others.slice(0, Math.max(0, fewest - better.length))];
  return chosen.length < fewest ? [] : chosen;
}

/** Whether a plan does one of the two things that most people chose; of equally many all count. */
export function followsChoice(planned: readonly { readonly catalogueId: string | null }[], chosen: readonly { readonly id: string; readonly people: number }[]): boolean {
  const second = [...chosen].sort((one, other) => other.people - one.people)[1]?.people ?? 0;
  const top = chosen.filter(({ people }) => people > 0 && people >= second).map(({ id }) => id);
  return planned.some(({ catalogueId }) => catalogueId !== null && top.includes(catalogueId));
}
