// The shapes of the question library. Wording of an active item never changes: a change of meaning is a new id, so that
// a trend never joins two different questions.
import type { Localized } from '../../kernel/language.ts';

export type Controllability = 'department' | 'shared' | 'company';
export type Sensitivity = 'normal' | 'elevated' | 'high';
export type OwnerRole = 'hr' | 'manager' | 'provider' | 'executive';
export type Layer = 'material' | 'spiritual' | 'social';

export interface Dimension {
  readonly id: string;
  readonly order: number;
  readonly label: Localized;
  readonly defaultOwnerRole: OwnerRole;
  readonly defaultControllability: Controllability;
  /** Ties between priorities go to the material before the spiritual before the social. */
  readonly layer: Layer;
}

export interface LibraryScale {
  readonly id: string;
  readonly points: number;
  /** One per point; for the eleven points of a recommendation only 0, 5 and 10. */
  readonly labels: readonly (Localized & { readonly value: number })[];
}

export interface Reason {
  readonly id: string;
  readonly label: Localized;
}

export interface LibraryItem {
  readonly id: string;
  readonly version: number;
  /** Null for what is asked about the survey itself and counts towards no dimension. */
  readonly dimension: string | null;
  readonly scale: string;
  readonly reverse: boolean;
  readonly text: Localized;
  /** Null where nobody is asked why. */
  readonly lowScore: { readonly prompt: Localized; readonly reasonSet: string; readonly freeTextMax: number } | null;
  readonly controllability: Controllability;
  readonly sensitivity: Sensitivity;
  /** The one that stands for its dimension where only one is asked. */
  readonly leadItem: boolean;
  readonly rotation: 'anchor' | 'rotating' | 'deep' | 'relational';
  readonly minWeeksBetween: number;
  /** Asked once for each department that provides a service. */
  readonly perProvider: boolean;
  /** A hypothesis only: an unfavourable share of 20 % and more of a `must-be` item raises a flag whatever its mean. */
  readonly kanoHypothesis: 'must-be' | 'one-dimensional' | 'attractive';
  readonly probe: 'value' | 'awareness' | 'expectation';
  readonly status: 'active' | 'parked' | 'retired';
}

export interface SurveyTemplate {
  readonly id: string;
  readonly label: Localized;
  /** Ids of library items in the order asked. */
  readonly items: readonly string[];
  readonly blocks: readonly string[];
  /** How many further items may be chosen; an expectation pair takes the places of two where there are any. */
  readonly further: number;
  readonly cadenceWeeks: number;
  readonly targetMinutes: number;
}
