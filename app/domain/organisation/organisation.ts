// The company that uses the portal: one per installation. It speaks some of the three languages and may only raise k.
import type { Language } from '../kernel/language.ts';
import type { Tongue } from '../kernel/tongue.ts';

/** Smallest group any organisation may publish about. */
export const smallestK = 5;

export interface Organisation {
  readonly name: string;
  readonly languages: readonly Language[];
  /** Further ones in which employees are asked and written to; absent where there are none. */
  readonly tongues?: readonly Tongue[];
  /** Used where a person has chosen none. */
  readonly language: Language;
  readonly k: number;
  /** The day; of an instant no more than that is kept. */
  readonly created: string;
  /** Where its days begin, by its name in the time zone database; null until the first start that knows of it. */
  readonly timeZone: string | null;
}

/** A setting somebody changed: who may be asked about it later is part of the promise. */
export interface SettingChange {
  readonly id: string;
  /** The day; of an instant no more than that is kept. */
  readonly at: string;
  /** Null where the command line did it. */
  readonly actorId: string | null;
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}
