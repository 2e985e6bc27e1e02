// People who are asked too much stop reading. Whatever HR begins beside a programme, nobody is asked two surveys at once, two pulses within
// four weeks, or more than forty rated questions in ninety days.
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import { inLanguage, type Language } from '../../kernel/language.ts';
import { isCorePulse } from '../questions/core-pulse.ts';
import { isConsultation } from '../consultation.ts';
import { isAskedOfSome } from '../questions/extra-questions.ts';
import { ratedAmong } from '../questions/extras.ts';
import { leastBetween } from './programme-days.ts';
import type { Survey } from '../survey.ts';

export const budget = { rated: 40, days: 90 } as const;

/** A survey that people were or will be asked. */
export interface AskedSurvey extends Pick<Survey, 'id' | 'state' | 'title' | 'opens' | 'closes' | 'definition'> {
  /** Departments whose people it asks; everybody where absent. */
  readonly of?: ReadonlySet<string>;
}

interface Counted {
  readonly opens: Day;
  readonly rated: number;
  readonly of?: ReadonlySet<string>;
}

export const countedIn = ({ opens, definition, of }: Pick<AskedSurvey, 'opens' | 'definition' | 'of'>): Counted => ({ opens, rated: ratedAmong(definition.questions.filter(({ id }) => !isAskedOfSome(id))), ...(of && { of }) });

/** Surveys of the same people: two parts of the company that were asked by themselves are not asked twice for it. */
function byPeople(surveys: readonly Counted[]): readonly (readonly Counted[])[] {
  const alike = new Map<string, readonly Counted[]>();
  for (const department of new Set(surveys.flatMap(({ of }) => [...(of ?? [])]))) {
    const own = surveys.filter(({ of }) => of?.has(department) ?? true);
    alike.set(own.map((one) => surveys.indexOf(one)).join(), own);
  }
  return [surveys.filter(({ of }) => of === undefined), ...alike.values()];
}

/** The most rated questions that anybody is asked within ninety days, among those in which a survey of this day lies. */
export const mostAsked = (surveys: readonly Counted[], day: Day): number => Math.max(...byPeople(surveys).map((own) => mostOfSame(own, day)));

function mostOfSame(surveys: readonly Counted[], day: Day): number {
  const ends = surveys.map(({ opens }) => opens).filter((one) => one >= day && daysBetween(day, one) < budget.days);
  const sum = (last: Day) => surveys.reduce((all, { opens, rated }) => (opens <= last && daysBetween(opens, last) < budget.days ? all + rated : all), 0);
  return Math.max(sum(day), ...ends.map(sum));
}

/** How many more rated questions a survey that opens on this day may ask. */
export const leftOn = (surveys: readonly Counted[], day: Day): number => Math.max(0, budget.rated - mostAsked(surveys, day));

/** The first day from `day` on at which people have rested from the pulses before. */
export function restedFrom(surveys: readonly AskedSurvey[], day: Day): Day {
  const rested = surveys.filter((one) => isCorePulse(one) && one.opens <= day).map(({ opens }) => addDays(opens, leastBetween));
  return rested.reduce((latest, from) => (from > latest ? from : latest), day);
}

export type WindowRefusal = 'programme-two-at-once' | 'programme-too-soon';

/** Whether people may be asked on these days beside what they are asked anyway. Refused with the other survey's title and days. */
export function alone({ opens, closes }: { readonly opens: Day; readonly closes: Day }, surveys: readonly AskedSurvey[], language: Language): Outcome<null, WindowRefusal> {
  const others = surveys.filter((one) => !isConsultation(one));
  const named = ({ title, opens: from, closes: to }: AskedSurvey) => ({ title: inLanguage(title, language), from, to, opens });
  const meanwhile = others.find((one) => one.opens <= closes && one.closes >= opens);
  if (meanwhile) return refused('programme-two-at-once', named(meanwhile));
  const near = others.find((one) => isCorePulse(one) && Math.abs(daysBetween(one.opens, opens)) < leastBetween);
  return near ? refused('programme-too-soon', { ...named(near), days: leastBetween }) : done(null);
}
