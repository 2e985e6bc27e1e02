// What becomes of a box that may hold a ballot: it is destroyed after its release was read back, or by a person's own word, and never
// because something looks odd. Whatever looks odd is set aside, told, and waits for somebody to decide.
import { daysBetween, type Day } from '../kernel/day.ts';
import type { Localized } from '../kernel/language.ts';
import type { SurveyState } from './survey.ts';

/**
 * `not-sealed`: the database knows a draft; `lost`: the database gave it up; `unknown`: the database does not know it; `damaged`: files
 * cannot be read or are not those that were sealed; `missing`: there is no box; `earlier-form`: made by an earlier version;
 * `more-ballots-than-papers`: the tally was refused.
 */
export const setAsideReasons = ['not-sealed', 'lost', 'unknown', 'damaged', 'missing', 'earlier-form', 'more-ballots-than-papers'] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** `given-up`: somebody said so; `expired`: nobody decided; `taken-up`: it goes on. */
export type SetAsideEnd = 'given-up' | 'expired' | 'taken-up';

export interface SetAside {
  readonly surveyId: string;
  readonly reason: SetAsideReason;
  /** Null where neither the database nor the folder tells it. */
  readonly title: Localized | null;
  readonly since: Day;
  /** After how many days it was last told to those who decide. */
  readonly told: number;
  /** What somebody asked for and the portal has not done yet; `tell`: a restore took its ballots, and nobody was told so far. */
  readonly wish: 'give-up' | 'retry' | 'tell' | null;
  readonly ended: SetAsideEnd | null;
  readonly endedOn: Day | null;
}

/** Days after which those who decide are told again, and after which keys and box are destroyed. */
const reminders = [7, 21] as const;
export const lastDay = 30;

/** The reminder that is owed on this day, in days since it was set aside; null where none is. Only the latest is sent. */
export function reminderOwed({ since, told, ended }: Pick<SetAside, 'since' | 'told' | 'ended'>, today: Day): number | null {
  if (ended !== null) return null;
  const past = reminders.filter((days) => days <= daysBetween(since, today)).at(-1) ?? 0;
  return past > told ? past : null;
}

/** Nobody decided for thirty days. */
export function isExpired({ since, ended }: Pick<SetAside, 'since' | 'ended'>, today: Day): boolean {
  return ended === null && daysBetween(since, today) >= lastDay;
}

/** What a start finds of one survey: in the database, and in its folder. */
export interface Found {
  /** Null where the database does not know the survey. */
  readonly state: SurveyState | null;
  readonly released: boolean;
  /** Somebody asked for it to be tried again. */
  readonly retried: boolean;
  /** Null: there is no folder. `readable`: the files are there and are those of the sealed manifest that is known. */
  readonly folder: { readonly readable: boolean; readonly earlierForm: boolean; readonly used: boolean; readonly closing: boolean; readonly provesDraft: boolean } | null;
}

export type Fate =
  | { readonly kind: 'open' | 'close' | 'finish' | 'seal' | 'reopen' | 'remove' | 'nothing' }
  | { readonly kind: 'set-aside'; readonly reason: SetAsideReason };

/**
 * `open`: takes ballots; `close`: an interrupted closing begins again; `finish`: it was released, only destruction is left, which reads
 * the release back first; `seal`: the folder proves that this draft was sealed as it stands; `remove`: nobody can ever have had a
 * paper of it; `reopen`: it was given up, its ballots are there all the same, and somebody wants them counted.
 */
export function fateOf({ state, released, retried, folder }: Found): Fate {
  const aside = (reason: SetAsideReason): Fate => ({ kind: 'set-aside', reason });
  if (!folder) return state === 'sealed' ? aside('missing') : { kind: 'nothing' };
  if (released) return { kind: 'finish' };
  if (folder.earlierForm) return aside('earlier-form');
  if (state === null) return aside('unknown');
  if (state === 'lost') return retried && folder.readable ? { kind: 'reopen' } : aside('lost');
  if (state === 'closed') return aside('damaged');
  if (!folder.readable) return aside(state === 'draft' ? 'not-sealed' : 'damaged');
  if (state === 'draft') return draftWith(folder);
  return { kind: folder.closing ? 'close' : 'open' };
}

/** A folder with a draft: the sealing is not in the database, because the power went or the database is an older copy. */
function draftWith({ used, provesDraft }: NonNullable<Found['folder']>): Fate {
  if (!used) return { kind: 'remove' };
  return provesDraft ? { kind: 'seal' } : { kind: 'set-aside', reason: 'not-sealed' };
}

/** As those who decide see it. */
export interface Kept extends SetAside {
  /** When keys and box are destroyed if nobody decides. */
  readonly last: Day;
}

/** As somebody sees it who was asked. */
export interface KeptForMe {
  readonly surveyId: string;
  readonly title: Localized | null;
  readonly state: 'waits' | 'destroyed';
  /** Until when it is decided, or when it was destroyed. */
  readonly day: Day;
}
