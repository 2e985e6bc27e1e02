// On which days a wave is asked: on its own weekday, or on the first working day after what is in its way. A wave is never open on a
// blackout day, and nobody is asked twice within four weeks.
import { addDays, daysBetween, weekdayOf, type Day } from '../../kernel/day.ts';
import { answersDue } from '../../kernel/answers-due.ts';
import { localTime, startOfDay } from '../../kernel/local-time.ts';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { addWorkingDays, isWithin, isWorkingDay, workingDaysBefore, type DayRange, type WorkCalendar } from '../../kernel/working-days.ts';
import type { ProgrammeRule } from './programme.ts';
import { plannedLetters, type LetterDays, type LetterKind } from '../letters/survey-letters.ts';

/** Days between the openings of two pulses for the same people. */
export const leastBetween = 28;
/** An announcement earlier than this is forgotten before the survey opens. */
const earliestAnnouncement = 21;

export interface WaveLetter {
  readonly kind: LetterKind | 'results';
  readonly day: Day;
  /** What the company's clock shows when it leaves at the earliest, in minutes since midnight. */
  readonly minute: number;
}

export interface WaveDays {
  /** On which it would open if nothing were in its way. */
  readonly due: Day;
  /** On which HR finds its draft. */
  readonly drafted: Day;
  readonly opens: Day;
  readonly closes: Day;
  readonly results: Day;
  /** Until when what it asks for clearly is answered. */
  readonly answersBy: Day;
  readonly letters: readonly WaveLetter[];
  readonly letterDays: LetterDays;
  /** A day of its letters on which the company's clocks are put forward or back; null where they are not. */
  readonly clockChanges: Day | null;
}

/** `before`: the day on which the next one is due. */
export interface Place {
  readonly due: Day;
  readonly earliest: Day;
  readonly before: Day;
  readonly timeZone: string;
}

/** The day on which wave `number` (from 0) is due. */
export function dueDay({ from, weekday, everyWeeks }: Pick<ProgrammeRule, 'from' | 'weekday' | 'everyWeeks'>, number: number): Day {
  return addDays(from, ((weekday - weekdayOf(from) + 7) % 7) + number * everyWeeks * 7);
}

/** Work goes on without letters on blackout days. */
export const letterCalendar = ({ calendar, blackouts }: Pick<ProgrammeRule, 'calendar' | 'blackouts'>): WorkCalendar => ({ weekdays: calendar.weekdays, free: [...calendar.free, ...blackouts] });

/** Refused with the day on which it was due, and with the last one tried; nothing is moved past the next wave. */
export function placeWave(rule: ProgrammeRule, { due, earliest, before, timeZone }: Place): Outcome<WaveDays, 'programme-no-day'> {
  for (let opens = earliest; opens < before; opens = addDays(opens, 1)) {
    const window = windowFrom(opens, rule, timeZone);
    if (window) return done(daysOf(rule, { due, ...window, timeZone }));
  }
  return refused('programme-no-day', { due, last: addDays(before, -1) });
}

/** Null where it cannot open on this day: nobody works, or there is a blackout between its first and its last day. */
function windowFrom(opens: Day, rule: ProgrammeRule, timeZone: string): { readonly opens: Day; readonly closes: Day } | null {
  if (!isWorkingDay(opens, rule.calendar) || rule.blackouts.some((range) => isWithin(opens, range)) || !isInCalendar(opens, timeZone)) return null;
  const closes = addWorkingDays(opens, rule.length - 1, rule.calendar);
  return rule.blackouts.some((range) => overlaps(range, { from: opens, to: closes })) ? null : { opens, closes };
}

const overlaps = (one: DayRange, other: DayRange): boolean => one.from <= other.to && other.from <= one.to;

/** Islands that changed sides of the date line left a day out. */
const isInCalendar = (of: Day, timeZone: string): boolean => localTime(startOfDay(of, timeZone), timeZone).day === of;

interface Window {
  readonly due: Day;
  readonly opens: Day;
  readonly closes: Day;
  readonly timeZone: string;
}

function daysOf(rule: ProgrammeRule, { due, opens, closes, timeZone }: Window): WaveDays {
  const calendar = letterCalendar(rule);
  const announcement = rule.announced === 0 ? null : workingDaysBefore(opens, rule.announced, calendar);
  const letterDays: LetterDays = announcement !== null && daysBetween(announcement, opens) <= earliestAnnouncement ? { announcement } : {};
  const results = addDays(closes, 1);
  const planned = [...plannedLetters({ opens, closes, days: letterDays, calendar }), { kind: 'results' as const, day: results }];
  const letters = planned.map(({ kind, day }) => ({ kind, day, ...sendingTime(day, rule.hour, timeZone) }));
  return {
    due,
    // A blackout is no time in which anybody looks at a draft either.
    drafted: workingDaysBefore(opens, rule.drafted, calendar),
    opens,
    closes,
    results,
    answersBy: answersDue(closes),
    letters: letters.map(({ kind, day, minute }) => ({ kind, day, minute })),
    letterDays,
    clockChanges: letters.find(({ moved }) => moved)?.day ?? null,
  };
}

/** Half an hour: no clock was ever changed by less where a company has one. */
const step = 30 * 60_000;

/**
 * What the clock shows at the first moment of a day at which it shows this hour or a later one. `moved`: the day is longer or shorter than
 * others, or the hour comes twice, or never.
 */
export function sendingTime(day: Day, hour: number, timeZone: string): { readonly minute: number; readonly moved: boolean } {
  const [from, until] = [startOfDay(day, timeZone).getTime(), startOfDay(addDays(day, 1), timeZone).getTime()];
  const moved = until - from !== 86_400_000;
  const usual = localTime(new Date(from + hour * 3_600_000), timeZone);
  if (!moved && usual.day === day && usual.minute === hour * 60) return { minute: hour * 60, moved };
  for (let at = from; at < until; at += step) {
    const { minute } = localTime(new Date(at), timeZone);
    if (minute >= hour * 60) return { minute, moved };
  }
  return { minute: hour * 60, moved };
}
