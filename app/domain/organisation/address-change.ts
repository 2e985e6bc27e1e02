// Whoever is given another address is somebody else's mailbox from then on: whoever may change addresses could vote in another's name.
// So every change of a known person is one event, and a survey's paper stays with the address that was sealed until a second person
// with the right has looked.
import type { Day } from '../kernel/day.ts';
import { foldedEmail } from './email.ts';

export interface AddressChange {
  readonly id: string;
  readonly personId: string;
  /** Of this person, from 0. */
  readonly number: number;
  readonly day: Day;
  /** Null from the command line. */
  readonly actorId: string | null;
  /** Folded; null for none, and once it is forgotten. */
  readonly was: string | null;
  readonly became: string | null;
  /** How many surveys had been sealed by then. */
  readonly seals: number;
  readonly released: boolean;
}

export type Hold = { readonly held: false } | { readonly held: true; /** The address that was sealed, folded; null where there was none. */ readonly sealed: string | null };

type Told = Pick<AddressChange, 'was' | 'became' | 'seals' | 'released'>;

/**
 * Whether the paper of a survey stays with another address than today's. `changes`: of one person, the first one first; `position`: of
 * the survey among all that were sealed, from 1. Whoever comes back to the address that was sealed is not held.
 */
export function holdOn(changes: readonly Told[], position: number): Hold {
  const since = changes.filter(({ seals, released }) => seals >= position && !released);
  const [first, last] = [since[0], since.at(-1)];
  return !first || !last || first.was === last.became ? { held: false } : { held: true, sealed: first.was };
}

/** How somebody's address changed, for the log and the letters. */
export type AddressEvent = 'changed' | 'given' | 'taken';

export function eventOf({ was, became }: Pick<AddressChange, 'was' | 'became'>): AddressEvent {
  return became === null ? 'taken' : was === null ? 'given' : 'changed';
}

/** Enough to know one's own address by, and too little to write to somebody else's: `a···@amber.example`. */
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split(/@(?=[^@]*$)/u);
  return `${[...name][0] ?? ''}···@${host}`;
}

export interface Readdressed {
  readonly personId: string;
  /** As this person was called before. */
  readonly name: string;
  /** As written; null for none. */
  readonly was: string | null;
  readonly became: string | null;
}

/** Null where it is the same address in another spelling. */
export function readdressing(who: { readonly personId: string; readonly name: string }, was: string | null, became: string | null): Readdressed | null {
  const folded = (email: string | null) => (email === null ? null : foldedEmail(email));
  return folded(was) === folded(became) ? null : { ...who, was, became };
}

export interface OwnAddressChange {
  readonly id: string;
  readonly day: Day;
  readonly event: AddressEvent;
  /** Null from the command line; '' for somebody no longer listed. */
  readonly who: string | null;
  /** Masked; null for none, and once it is forgotten. */
  readonly was: string | null;
  readonly became: string | null;
}

export interface OwnPrivacy {
  readonly signedInSince: readonly Day[];
  /** The latest first. */
  readonly addresses: readonly OwnAddressChange[];
}
