// Who is invited gets the same letters as everybody else: one at opening and two reminders at most. A reminder only to those who
// have not answered would need a list of them, and there is none. All leave in working hours of the company.
import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import type { LocalTime } from '../kernel/local-time.ts';
import { isWorkingDay, workingDayFrom, workingDayUntil } from '../kernel/working-days.ts';
import { isConsultation } from './consultation.ts';
import type { Survey } from './survey.ts';
import { secondsFrom } from './duration.ts';
import { placesForExtras } from './question-library.ts';
import type { Question } from './question.ts';

export const letterKinds = ['opening', 'first-reminder', 'last-reminder'] as const;
export type LetterKind = (typeof letterKinds)[number];

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
}

export function letterPlanOf(survey: Pick<Survey, 'opens' | 'closes' | 'definition'>): LetterPlan {
  const { opens, closes, definition } = survey;
  return { opens, closes, hour: definition.letterHour ?? letterHours.usual, once: isConsultation(survey) };
}

interface Planned {
  readonly kind: LetterKind;
  readonly day: Day;
}

/** Working days, each later than the one before: the first of the survey, the first from half-way on, the last before its last day. */
export function plannedLetters({ opens, closes, once }: Pick<LetterPlan, 'opens' | 'closes' | 'once'>): readonly Planned[] {
  const length = daysBetween(opens, closes);
  const first = workingDayFrom(opens);
  const reminders: Planned[] = once ? [] : [
    ...(length >= 5 ? [{ kind: 'first-reminder' as const, day: workingDayFrom(addDays(opens, Math.floor(length / 2))) }] : []),
    ...(length >= 2 ? [{ kind: 'last-reminder' as const, day: workingDayUntil(addDays(closes, -1)) }] : []),
  ];
  // A survey of one weekend has no working day; whoever is asked has to hear of it all the same.
  const planned: Planned[] = [{ kind: 'opening', day: first <= closes ? first : opens }];
  for (const one of reminders) if (one.day > planned.at(-1)!.day && one.day <= closes) planned.push(one);
  return planned;
}

/** The day on which the invitation can leave at the earliest: in working hours, in the day where none are left, at once where nothing else is left. */
function invitationFrom({ closes }: LetterPlan, now: LocalTime): Day {
  const day = now.minute < letterHours.evening * 60 ? now.day : addDays(now.day, 1);
  const working = workingDayFrom(day);
  return working <= closes ? working : day <= closes ? day : now.day;
}

/** When the letters to everybody invited leave, told before sealing. */
export function invitationDay(plan: LetterPlan, now: LocalTime): Day {
  const planned = plannedLetters(plan)[0]!.day;
  return planned > now.day ? planned : invitationFrom(plan, now);
}

/**
 * The one kind to send now, or null. Whoever was away for a week gets one letter and not three: earlier ones are left out.
 * Reminders leave in working hours alone.
 */
export function letterDue(plan: LetterPlan, sent: readonly Pick<SentLetters, 'kind' | 'day'>[], now: LocalTime): LetterKind | null {
  const { day: today, minute } = now;
  if (today < plan.opens || today > plan.closes || sent.some(({ day }) => day === today)) return null;
  if (minute < plan.hour * 60) return null;
  if (!sent.some(({ kind }) => kind === 'opening')) return invitationFrom(plan, now) === today && today >= plannedLetters(plan)[0]!.day ? 'opening' : null;
  if (!isWorkingDay(today) || minute >= letterHours.evening * 60) return null;
  const latest = plannedLetters(plan).findLast(({ day }) => day <= today)?.kind ?? null;
  return latest !== null && !sent.some(({ kind }) => kind === latest) ? latest : null;
}

/**
 * Whether letters that were written already may be handed to the mail server now: a mail server that was away must not make them ring at
 * night. `reminded`: a reminder was written, so that what waits is no news. Where no working hours are left the news leave in the day,
 * or at once on the last evening.
 */
export function mayLeave({ opens, closes, hour }: LetterPlan, reminded: boolean, { day, minute }: LocalTime): boolean {
  if (day < opens || day > closes || minute < hour * 60) return false;
  const inTheDay = minute < letterHours.evening * 60;
  if (inTheDay && isWorkingDay(day)) return true;
  if (reminded || workingDayFrom(inTheDay ? day : addDays(day, 1)) <= closes) return false;
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
