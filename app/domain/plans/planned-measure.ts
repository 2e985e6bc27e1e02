// What will be done: a measure of the catalogue or the owner's own words, with a number that can be counted before the next survey.
import { inAll, type Localized } from '../kernel/language.ts';
import { measure, type Measure } from './measures-catalogue.ts';

export const mostMeasures = 5;
/** «Show what the job is really like before somebody takes it»: it answers an expectation without a promise. */
export const realisticPreview = 'M-OUT-1';

export interface LeadingIndicator {
  readonly name: string;
  readonly start: number;
  readonly goal: number;
  /** As counted so far; null before the first count. */
  readonly now: number | null;
}

export interface PlannedMeasure {
  readonly id: string;
  readonly catalogueId: string | null;
  /** Own words; empty for a measure of the catalogue, which speaks all languages. */
  readonly text: string;
  /** Talking alone never makes a poor thing good. */
  readonly kind: 'substantive' | 'communication';
  readonly effort: Measure['effort'];
  readonly controllability: Measure['controllability'];
  readonly leading: LeadingIndicator | null;
}

/** Of the catalogue; throws on an unknown id: the form offers only known ones. */
export function fromCatalogue(id: string, catalogueId: string): PlannedMeasure {
  const known = measure(catalogueId);
  if (!known) throw new Error(`no such measure: ${catalogueId}`);
  const kind = known.rootCause === 'value' ? 'substantive' : 'communication';
  return { id, catalogueId, text: '', kind, effort: known.effort, controllability: known.controllability, leading: null };
}

/** In own words: taken as something the department can do by itself at little cost, as a manager's own idea usually is. */
export function inOwnWords(id: string, text: string, kind: PlannedMeasure['kind'], size: Pick<PlannedMeasure, 'effort' | 'controllability'>): PlannedMeasure {
  return { id, catalogueId: null, text: text.trim(), kind, ...size, leading: null };
}

export function titleOf(one: PlannedMeasure): Localized {
  const known = one.catalogueId === null ? undefined : measure(one.catalogueId);
  return known?.title ?? inAll(one.text);
}

/** True when every leading indicator that has a goal reached it, and there is one. */
export function leadingMet(measures: readonly PlannedMeasure[]): boolean {
  const counted = measures.flatMap((one) => (one.leading ? [one.leading] : []));
  return counted.length > 0 && counted.every(({ start, goal, now }) => now !== null && (goal >= start ? now >= goal : now <= goal));
}

/** What a head may start alone: in the department's own hands and small. */
export const isSmall = (one: PlannedMeasure): boolean => one.effort === 'S' && one.controllability === 'department';
