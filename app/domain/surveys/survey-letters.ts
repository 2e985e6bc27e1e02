// Who is invited gets the same letters as everybody else: one at opening and two reminders at most. A reminder only to those who
// have not answered would need a list of them, and there is none.
import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import type { Survey } from './survey.ts';

export const letterKinds = ['opening', 'first-reminder', 'last-reminder'] as const;
export type LetterKind = (typeof letterKinds)[number];

export interface SentLetters {
  readonly surveyId: string;
  readonly kind: LetterKind;
  readonly day: Day;
  readonly people: number;
}

type Days = Pick<Survey, 'opens' | 'closes'>;

/** The day each kind is planned for: opening, half-way, the day before the last; short surveys have fewer reminders. */
export function plannedLetters({ opens, closes }: Days): readonly { readonly kind: LetterKind; readonly day: Day }[] {
  const length = daysBetween(opens, closes);
  const halfWay = addDays(opens, Math.floor(length / 2));
  const dayBefore = addDays(closes, -1);
  return [
    { kind: 'opening', day: opens },
    ...(length >= 5 ? [{ kind: 'first-reminder' as const, day: halfWay }] : []),
    ...(length >= 2 ? [{ kind: 'last-reminder' as const, day: dayBefore }] : []),
  ];
}

/** The one kind to send today, or null. Whoever was away for a week gets one letter and not three: earlier ones are left out. */
export function letterDue(survey: Days, sent: readonly Pick<SentLetters, 'kind' | 'day'>[], today: Day): LetterKind | null {
  if (today < survey.opens || today > survey.closes || sent.some(({ day }) => day === today)) return null;
  const due = plannedLetters(survey).filter(({ day }) => day <= today);
  const latest = due.at(-1)?.kind ?? null;
  if (!sent.some(({ kind }) => kind === 'opening')) return 'opening';
  return latest !== null && !sent.some(({ kind }) => kind === latest) ? latest : null;
}
