// Settings on which the promise rests. The smallest group can only be raised; how long something is kept has bounds; every change is
// on a public log. What was sealed keeps what was sealed.
import { done, refused, type Outcome } from '#app/domain/kernel/outcome.ts';
import { smallestK, type SettingChange } from '#app/domain/organisation/organisation.ts';

/** Above it hardly a group of a company would be left. */
const largestK = 50;

/** Days, inclusive. */
export const retentionBounds = {
  letters: { least: 1, most: 90, usual: 30 },
  sessions: { least: 1, most: 30, usual: 14 },
} as const;

export type Kept = keyof typeof retentionBounds;
export type Retention = Readonly<Record<Kept, number>>;

export const settingOf = { k: 'k', letters: 'keep-letters', sessions: 'keep-sessions' } as const;

/** `to` may equal `from`: then nothing changes. */
export function raisedK(from: number, to: number): Outcome<number, 'k-only-up' | 'k-too-large'> {
  if (to < from || to < smallestK) return refused('k-only-up', { k: from });
  return to > largestK ? refused('k-too-large', { most: largestK }) : done(to);
}

export function retained(kept: Kept, days: number): Outcome<number, 'days-range'> {
  const { least, most } = retentionBounds[kept];
  return Number.isInteger(days) && days >= least && days <= most ? done(days) : refused('days-range', { least, most });
}

/** Where the changes of one day led. The log tells days and no order inside them, but each change says from where it went: what was
 * reached once more often than left is where it ended; a round leads back to where it began. */
function endOfDay(changes: readonly SettingChange[], before: string): string {
  const balance = new Map<string, number>();
  for (const { from, to } of changes) {
    balance.set(from, (balance.get(from) ?? 0) - 1);
    balance.set(to, (balance.get(to) ?? 0) + 1);
  }
  return [...balance].find(([, more]) => more > 0)?.[0] ?? before;
}

/** What the log says last; the usual where nobody changed it. */
export function retentionIn(changes: readonly SettingChange[]): Retention {
  const of = (kept: Kept) => {
    const own = changes.filter(({ setting }) => setting === settingOf[kept]);
    const days = [...new Set(own.map(({ at }) => at))].sort();
    return Number(days.reduce((before, day) => endOfDay(own.filter(({ at }) => at.startsWith(day)), before), String(retentionBounds[kept].usual)));
  };
  return { letters: of('letters'), sessions: of('sessions') };
}

export interface LoggedChange {
  readonly id: string;
  /** Calendar day. */
  readonly day: string;
  /** Null from the command line; '' for somebody who is no longer listed. */
  readonly who: string | null;
  readonly code: string;
  readonly from: string;
  readonly to: string;
  /** Whom a role was given or taken from; '' where it is about nobody, or about somebody no longer listed. */
  readonly person: string;
}

export interface PrivacyOverview {
  readonly k: number;
  readonly retention: Retention;
  readonly readers: { readonly hr: readonly string[]; readonly administrators: readonly string[] };
  readonly log: readonly LoggedChange[];
  /** What people call the place by whose clock the company goes. */
  readonly place: string;
}
