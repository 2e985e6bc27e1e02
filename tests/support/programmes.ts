import { day } from '#app/domain/kernel/day.ts';
import { usualCalendar } from '#app/domain/kernel/working-days.ts';
import { suggestedRotating, type ProgrammeRule } from '#app/domain/surveys/programme/programme.ts';
import type { AskedSurvey } from '#app/domain/surveys/programme/programme-budget.ts';
import type { YearGround } from '#app/domain/surveys/programme/programme-year.ts';
import { template } from '#app/domain/surveys/questions/question-library.ts';
import { questionsOf } from '#app/domain/surveys/questions/questions-of.ts';

/** Every twelve weeks on a Tuesday, as the form suggests it. */
export const ruleOf = (changes: Partial<ProgrammeRule> = {}): ProgrammeRule => ({
  everyWeeks: 12,
  from: day('2027-01-12'),
  weekday: 2,
  hour: 9,
  length: 10,
  announced: 3,
  drafted: 10,
  calendar: usualCalendar,
  blackouts: [],
  rotating: suggestedRotating(changes.everyWeeks ?? 12),
  ...changes,
});

export const groundOf = (changes: Partial<YearGround> = {}): YearGround => ({
  today: day('2026-12-01'),
  timeZone: 'Europe/Berlin',
  k: 5,
  people: 220,
  missing: 0,
  language: 'en',
  asked: [],
  next: 0,
  notBefore: day('2026-12-01'),
  waiting: [],
  own: [],
  ...changes,
});

/** A survey of this template that HR began beside the programme. */
export function surveyBeside(opens: string, closes: string, changes: { readonly template?: string; readonly title?: string } = {}): AskedSurvey {
  const made = template(changes.template ?? 'pulse-workload')!;
  const title = changes.title ?? 'Workload check';
  return { id: title, state: 'sealed', title: { en: title, 'zh-Hans': title, 'zh-Hant': title }, opens: day(opens), closes: day(closes), definition: { template: made.id, k: 5, languages: ['en'], questions: questionsOf(made, { k: 5 }), cuts: [] } };
}
