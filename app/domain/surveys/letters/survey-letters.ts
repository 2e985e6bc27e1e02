// Who is invited gets the same letters as everybody else: an announcement where HR wants one, one at opening and two reminders at most. A reminder only to those who
// have not answered would need a list of them, and there is none. All leave in working hours of the company.
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import type { LocalTime } from '../../kernel/local-time.ts';
import { done, refused, together, type Outcome } from '../../kernel/outcome.ts';
import { isWorkingDay, workingDayFrom, workingDayUntil, type WorkCalendar } from '../../kernel/working-days.ts';
import { isConsultation } from '../consultation.ts';
import type { Survey } from '../survey.ts';
import { secondsFrom } from '../questions/duration.ts';
import { placesForExtras } from '../questions/question-library.ts';
import type { Question } from '../questions/question.ts';

export type LetterKind = 'announcement' | 'opening' | 'first-reminder' | 'last-reminder';

/** Days that HR chose; null leaves a letter out, and what is absent is as it is planned without. */
export type LetterDays = Readonly<Partial<Record<Exclude<LetterKind, 'opening'>, Day | null>>>;

export interface SentLetters {
  readonly surveyId: string;
  readonly kind: LetterKind;
  readonly day: Day;
  readonly people: number;
}

/** Hours of the day, whole. Letters leave from the hour that HR chose until the evening: nobody's telephone rings at night. */
export const letterHours = { earliest: 7, usual: 9, latest: 17, evening: 18 } as const;

export function isLetterHour(hour: number): boolean {
  return Number.isInteger(hour) && hour >= letterHours.earliest && hour <= letterHours.latest;
}

/** Whether a letter that is in no hurry may leave: from the usual hour of a working day until the evening. */
export function areLetterHours({ day, minute }: LocalTime): boolean {
  return isWorkingDay(day) && minute >= letterHours.usual * 60 && minute < letterHours.evening * 60;
}

export interface LetterPlan extends Pick<Survey, 'opens' | 'closes'> {
  readonly hour: number;
  /** One letter and no reminder. */
  readonly once?: boolean;
  readonly days?: LetterDays;
  /** When the company works; Monday to Friday where absent. */
  readonly calendar?: WorkCalendar;
}

export function letterPlanOf(survey: Pick<Survey, 'opens' | 'closes' | 'definition'>): LetterPlan {
  const { opens, closes, definition } = survey;
  return { opens, closes, hour: definition.letterHour ?? letterHours.usual, once: isConsultation(survey), ...(definition.letterDays && { days: definition.letterDays }), ...(definition.calendar && { calendar: definition.calendar }) };
}

interface Planned {
  readonly kind: LetterKind;
  readonly day: Day;
}

/** Working days, each later than the one before: the first of the survey, the first from half-way on, the last before its last day; others
 * where HR chose so, as long as they lie where such a letter can. An announcement leaves only on a day that was chosen for it. */
export function plannedLetters({ opens, closes, once, days = {}, calendar }: Pick<LetterPlan, 'opens' | 'closes' | 'once' | 'days' | 'calendar'>): readonly Planned[] {
  const length = daysBetween(opens, closes);
  const first = workingDayFrom(opens, calendar);
  // A survey of one weekend has no working day; whoever is asked has to hear of it all the same.
  const opening: Planned = { kind: 'opening', day: first <= closes ? first : opens };
  const announced = days.announcement ?? null;
  const usual: Readonly<Record<'first-reminder' | 'last-reminder', Day | null>> = {
    'first-reminder': length >= 5 ? workingDayFrom(addDays(opens, Math.floor(length / 2)), calendar) : null,
    'last-reminder': length >= 2 ? workingDayUntil(addDays(closes, -1), calendar) : null,
  };
  const chosen = (kind: keyof typeof usual): Day | null => {
    const day = days[kind];
    // Whoever moved a survey afterwards gets the usual days again, not none.
    return day === undefined || (day !== null && (day <= opening.day || day > closes)) ? usual[kind] : day;
  };
  const planned: Planned[] = [...(announced !== null && announced < opens && !once ? [{ kind: 'announcement' as const, day: announced }] : []), opening];
  for (const kind of once ? [] : (['first-reminder', 'last-reminder'] as const)) {
    const day = chosen(kind);
    if (day !== null && day > planned.at(-1)!.day && day <= closes) planned.push({ kind, day });
  }
  return planned;
}

const openingOf = (plan: LetterPlan): Day => plannedLetters(plan).find(({ kind }) => kind === 'opening')!.day;

export type LetterDayRefusal = 'letter-day-free' | 'letter-day-before' | 'letter-day-within' | 'letter-day-order';

/** Days as they may be chosen. A refusal names the letter (`field`). */
export function checkLetterDays({ opens, closes, calendar }: Pick<LetterPlan, 'opens' | 'closes' | 'calendar'>, days: LetterDays, today: Day): Outcome<LetterDays, LetterDayRefusal> {
  const { announcement, 'first-reminder': first, 'last-reminder': last } = days;
  const opening = openingOf({ opens, closes, hour: letterHours.usual, ...(calendar && { calendar }) });
  const wrong = together<LetterDayRefusal>([
    ...Object.entries(days).map(([field, day]) => (day !== null && !isWorkingDay(day, calendar) ? refused('letter-day-free', { field }) : null)),
    announcement && (announcement >= opens || announcement < today) ? refused('letter-day-before', { field: 'announcement', today, opens }) : null,
    ...([['first-reminder', first], ['last-reminder', last]] as const).map(([field, day]) => (day && (day <= opening || day > closes) ? refused('letter-day-within', { field, from: opening, closes }) : null)),
    first && last && first >= last ? refused('letter-day-order', { field: 'last-reminder', first }) : null,
  ]);
  return wrong ?? done(days);
}

/** The day on which the invitation can leave at the earliest: in working hours, in the day where none are left, at once where nothing else is left. */
function invitationFrom({ closes, calendar }: LetterPlan, now: LocalTime): Day {
  const day = now.minute < letterHours.evening * 60 ? now.day : addDays(now.day, 1);
  const working = workingDayFrom(day, calendar);
  return working <= closes ? working : day <= closes ? day : now.day;
}

/** When the letters to everybody invited leave, told before sealing. */
export function invitationDay(plan: LetterPlan, now: LocalTime): Day {
  const planned = openingOf(plan);
  return planned > now.day ? planned : invitationFrom(plan, now);
}

/**
 * The one kind to send now, or null. Whoever was away for a week gets one letter and not three: earlier ones are left out.
 * Reminders leave in working hours alone.
 */
export function letterDue(plan: LetterPlan, sent: readonly Pick<SentLetters, 'kind' | 'day'>[], now: LocalTime): LetterKind | null {
  const { day: today, minute } = now;
  if (today > plan.closes || sent.some(({ day }) => day === today) || minute < plan.hour * 60) return null;
  if (today < plan.opens) return sent.length === 0 && isAnnounced(plan, now) ? 'announcement' : null;
  if (!sent.some(({ kind }) => kind === 'opening')) return invitationFrom(plan, now) === today && today >= openingOf(plan) ? 'opening' : null;
  if (!isWorkingDay(today, plan.calendar) || minute >= letterHours.evening * 60) return null;
  const latest = plannedLetters(plan).findLast(({ day }) => day <= today)?.kind ?? null;
  return latest !== null && !sent.some(({ kind }) => kind === latest) ? latest : null;
}

/** On which day each letter leaves that has not, as the clock goes on from now; one that is missing is left out. */
export function lettersToCome(plan: LetterPlan, sent: readonly Pick<SentLetters, 'kind' | 'day'>[], now: LocalTime): ReadonlyMap<LetterKind, Day> {
  const coming = new Map<LetterKind, Day>();
  for (let day = now.day; day <= plan.closes; day = addDays(day, 1)) {
    const minute = Math.max(plan.hour * 60, day === now.day ? now.minute : 0);
    const kind = letterDue(plan, [...sent, ...[...coming].map(([kind, day]) => ({ kind, day }))], { day, minute });
    if (kind !== null) coming.set(kind, day);
  }
  return coming;
}

/** From the day of the announcement until the survey opens, in working hours. */
function isAnnounced(plan: LetterPlan, { day, minute }: LocalTime): boolean {
  const [first] = plannedLetters(plan);
  return first?.kind === 'announcement' && day >= first.day && day < plan.opens && isWorkingDay(day, plan.calendar) && minute >= plan.hour * 60 && minute < letterHours.evening * 60;
}

/**
 * Whether letters that were written already may be handed to the mail server now: a mail server that was away must not make them ring at
 * night. `reminded`: a reminder was written, so that what waits is no news. Where no working hours are left the news leave in the day,
 * or at once on the last evening.
 */
export function mayLeave(plan: LetterPlan, reminded: boolean, { day, minute }: LocalTime): boolean {
  const { opens, closes, hour } = plan;
  if (day < opens) return isAnnounced(plan, { day, minute });
  if (day > closes || minute < hour * 60) return false;
  const inTheDay = minute < letterHours.evening * 60;
  if (inTheDay && isWorkingDay(day, plan.calendar)) return true;
  if (reminded || workingDayFrom(inTheDay ? day : addDays(day, 1), plan.calendar) <= closes) return false;
  return inTheDay || day === closes;
}

/** A letter of a survey as its page shows it. */
export interface PlannedLetter {
  readonly kind: LetterKind;
  readonly day: Day;
  /** From which hour on it leaves, as a clock shows it. */
  readonly hour: string;
  readonly state: 'planned' | 'sent' | 'skipped';
  /** To how many people; null before it is sent. */
  readonly people: number | null;
}

/** Seconds that nobody needs more than, for a letter that says the same to all: of what is asked of some only a few are asked of anybody. */
export function secondsAtMost(questions: readonly Pick<Question, 'kind' | 'routes'>[]): number {
  const some = questions.filter(({ routes }) => routes !== undefined).map((question) => secondsFrom([question]));
  const most = some.sort((one, other) => other - one).slice(0, placesForExtras);
  return secondsFrom(questions.filter(({ routes }) => routes === undefined)) + most.reduce((sum, one) => sum + one, 0);
}
