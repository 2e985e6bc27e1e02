// The map as HR looks at it, by provider.

export interface MappedDepartment {
  readonly id: string;
  readonly name: string;
  /** Dissolved since it came to the map. */
  readonly gone: boolean;
}

export interface MappedProvider extends MappedDepartment {
  /** In it and below; null where it is gone. */
  readonly people: number | null;
  /** Names of providers that are rated together with it, because one of them has fewer than k people. */
  readonly together: readonly string[];
  /** The name of a provider in which it has come to lie: it is asked about with that one; null elsewhere. */
  readonly inside: string | null;
  /** `own`: the customer has come to lie in the provider, and nobody is asked about the own work. */
  readonly links: readonly { readonly customer: MappedDepartment; readonly kind: string; readonly own: boolean }[];
}

export interface ServiceMapPage {
  /** Counts changes: what is saved has to be what was looked at. */
  readonly revision: number;
  readonly k: number;
  readonly providers: readonly MappedProvider[];
  /** How many people all providers fall short of being rated at all; 0 where they can be. */
  readonly missing: number;
  /** Departments to choose from, as they are written. */
  readonly departments: readonly string[];
  /** As the field holds them, one link a line. */
  readonly lines: string;
}
