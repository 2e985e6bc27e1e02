// What a works council was handed, and what is otherwise since: a paper is made once, keeps its number, and says the same whenever it is
// printed again. It holds what the page «Privacy» and the privacy check say, and nothing about any answer.
import type { ClockReading } from '../organisation/zone-offer.ts';
import type { PrivacyCheck, PrivacyCheckId } from './privacy-report.ts';
import type { Retention } from './privacy-settings.ts';

export interface CouncilPaper {
  /** From 1, without gaps. */
  readonly number: number;
  /** Calendar day of the company. */
  readonly day: string;
  readonly facts: PaperFacts;
}

/** As codes and values, so that it is read in every language. */
export interface PaperFacts {
  readonly company: string;
  readonly address: string;
  readonly k: number;
  readonly retention: Retention;
  /** By its name in the time zone database. */
  readonly timeZone: string;
  /** Names as they were. */
  readonly readers: { readonly hr: readonly string[]; readonly administrators: readonly string[] };
  readonly checked: Pick<ClockReading, 'day' | 'time'>;
  readonly checks: readonly PrivacyCheck[];
  /** Every change of settings up to this day, and those of the day itself that were made before the paper. */
  readonly log: { readonly until: string; readonly ids: readonly string[] };
  /** The latest page of the journal; null before the first. */
  readonly journal: { readonly pages: number; readonly day: string; readonly hash: string } | null;
  /** The sentences of the promise as the English page said them, by key: a new program may promise something else. */
  readonly promise: Readonly<Record<string, string>>;
}

type Dated = { readonly id: string; readonly day: string };

/** Whether a change stands in a paper. */
export const isLogged = ({ log }: PaperFacts, { id, day }: Dated): boolean => day < log.until || (day === log.until && log.ids.includes(id));

export type SettingKey = 'k' | 'letters' | 'sessions' | 'timeZone';
export type ReaderKind = 'hr' | 'administrators';

export interface PaperChanges {
  readonly settings: ReadonlySet<SettingKey>;
  readonly checks: ReadonlyMap<PrivacyCheckId, 'now-fails' | 'now-holds' | 'now-limit' | 'new'>;
  readonly readers: Readonly<Record<ReaderKind, { readonly came: readonly string[]; readonly left: readonly string[] }>>;
  /** Keys of sentences that read otherwise, and of those that were not there. */
  readonly promise: ReadonlySet<string>;
  /** Whether it is another place: name or address of the company. */
  readonly place: boolean;
}

/** Null where there is no paper before it. */
export function changesSince(before: PaperFacts | null, now: PaperFacts): PaperChanges | null {
  if (!before) return null;
  const differs: readonly (readonly [SettingKey, unknown, unknown])[] = [
    ['k', before.k, now.k],
    ['letters', before.retention.letters, now.retention.letters],
    ['sessions', before.retention.sessions, now.retention.sessions],
    ['timeZone', before.timeZone, now.timeZone],
  ];
  const people = (kind: ReaderKind) => ({ came: without(now.readers[kind], before.readers[kind]), left: without(before.readers[kind], now.readers[kind]) });
  return {
    settings: new Set(differs.filter(([, was, is]) => was !== is).map(([key]) => key)),
    checks: new Map(now.checks.flatMap((check) => checkChange(before.checks.find(({ id }) => id === check.id), check))),
    readers: { hr: people('hr'), administrators: people('administrators') },
    promise: new Set(Object.keys(now.promise).filter((key) => before.promise[key] !== now.promise[key])),
    place: before.company !== now.company || before.address !== now.address,
  };
}

const without = (names: readonly string[], others: readonly string[]): string[] => names.filter((name) => !others.includes(name));

const standing = ({ ok, limit }: PrivacyCheck): 'now-fails' | 'now-holds' | 'now-limit' => (limit ? 'now-limit' : ok ? 'now-holds' : 'now-fails');

function checkChange(before: PrivacyCheck | undefined, now: PrivacyCheck): (readonly [PrivacyCheckId, 'now-fails' | 'now-holds' | 'now-limit' | 'new'])[] {
  if (!before) return [[now.id, 'new']];
  return standing(before) === standing(now) ? [] : [[now.id, standing(now)]];
}

/** How many things are otherwise, new entries of the log aside. */
export const countOf = ({ settings, checks, readers, promise, place }: PaperChanges): number =>
  settings.size + checks.size + promise.size + (place ? 1 : 0) + [readers.hr, readers.administrators].reduce((sum, { came, left }) => sum + came.length + left.length, 0);
