// Who may release a held address: somebody with the right who had it when the survey was sealed, who neither is the person nor had a
// hand in the change, and who is themselves still whom the survey's sealing knew, and not by an address that whoever changed the other one
// gave them. Otherwise one person would be both.
import type { Day } from '../kernel/day.ts';
import { done, refused, type Outcome } from '../kernel/outcome.ts';
import { holdOn, type AddressChange } from '../organisation/address-change.ts';

export interface Releaser {
  readonly personId: string;
  /** How many surveys had been sealed when the right was granted. */
  readonly since: number;
  readonly changes: readonly AddressChange[];
}

export interface HeldChanges {
  readonly personId: string;
  /** Of the first survey that holds them. */
  readonly position: number;
  readonly changes: readonly AddressChange[];
}

export type ReleaseRefusal = 'own-address' | 'own-change' | 'new-right' | 'new-address' | 'given-address';

export function mayRelease(releaser: Releaser, held: HeldChanges): Outcome<null, ReleaseRefusal> {
  const inForce = held.changes.filter(({ seals, released }) => seals >= held.position && !released);
  if (releaser.personId === held.personId) return refused('own-address');
  if (inForce.some(({ actorId }) => actorId === releaser.personId)) return refused('own-change');
  // A survey that was sealed before sealings were counted has 0, as have the rights of that time.
  if (releaser.since >= Math.max(1, held.position)) return refused('new-right');
  if (holdOn(releaser.changes, held.position).held) return refused('new-address');
  return isPuppet(releaser, inForce) ? refused('given-address') : done(null);
}

/** Whoever changed a colleague's address before the sealing may read there. When the change is forgotten, the colleague has long heard. */
function isPuppet({ changes }: Releaser, inForce: readonly AddressChange[]): boolean {
  const changers = new Set(inForce.flatMap(({ actorId }) => actorId ?? []));
  const given = changes.some(({ actorId, became, released }) => !released && became !== null && actorId !== null && changers.has(actorId));
  return given && holdOn(changes, 0).held;
}

export interface HeldAddress {
  readonly personId: string;
  readonly name: string;
  /** The address that was sealed; null for none. */
  readonly was: string | null;
  readonly became: string | null;
  /** Of the latest change. */
  readonly day: Day;
  /** Names of those who changed it, each once; '' for the command line. */
  readonly by: readonly string[];
  /** Why the one who looks cannot release it; null where they can. */
  readonly refusal: ReleaseRefusal | null;
}
