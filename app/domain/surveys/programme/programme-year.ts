// A year of a programme, worked out before anybody is asked: which days, which questions, how long, and what stands in the way. The same
// rule and the same ground give the same year; where a wave finds no day or no room, one sentence says so and nothing is changed.
import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import { forEachLanguage, type Language, type Localized } from '../../kernel/language.ts';
import { done, refused, type Outcome } from '../../kernel/outcome.ts';
import type { Extra } from '../questions/extras.ts';
import { checkRule, coreTemplate, type ProgrammeRule, type RuleRefusal } from './programme.ts';
import { alone, restedFrom, type AskedSurvey, type WindowRefusal } from './programme-budget.ts';
import { dueDay, placeWave, type WaveDays } from './programme-days.ts';
import { isTurnOfOwn, turnId, type TurningOwn } from './turning-own.ts';
import { questionsFor, type BudgetRefusal, type WaveQuestions } from './programme-questions.ts';

/** Fifty-two weeks, so that every pace that is offered divides it or comes close. */
const daysOfYear = 364;

export interface Wave extends WaveDays, Omit<WaveQuestions, 'questions'> {
  readonly number: number;
  /** Until when the wave before it has to be answered; null where that is later than this one opens, or there is none. */
  readonly lockedUntil: Day | null;
}

export interface YearGround {
  readonly today: Day;
  readonly timeZone: string;
  readonly k: number;
  /** Who would be invited today. */
  readonly people: number;
  /** How many people are missing for the smallest group anything is told about; 0 where none is. */
  readonly missing: number;
  readonly language: Language;
  /** Sealed, closed, and drafted by this programme. */
  readonly asked: readonly AskedSurvey[];
  /** Of the next wave, and the first day on which it can still be asked. */
  readonly next: number;
  readonly notBefore: Day;
  readonly waiting: readonly Extra[];
  /** Own questions that can be asked, in their words of today. */
  readonly own: readonly TurningOwn[];
}

export type PlanRefusal = RuleRefusal | WindowRefusal | BudgetRefusal | 'programme-no-day' | 'programme-past' | 'programme-audience' | 'programme-not-all' | 'unknown-own';

/** The waves that open within a year from the next one that can, at least one. */
export function planYear(rule: ProgrammeRule, ground: YearGround): Outcome<readonly Wave[], PlanRefusal> {
  const checked = checkRule(rule);
  if (!checked.ok) return checked;
  const unknown = rule.rotating.find((id) => isTurnOfOwn(id) && !ground.own.some((one) => one.id === id));
  if (unknown !== undefined) return refused('unknown-own', { field: 'rotating[]', item: unknown });
  if (ground.missing > 0) return refused('programme-audience', { n: ground.people, missing: ground.missing });
  const first = ground.notBefore > dueDay(rule, ground.next) ? ground.notBefore : dueDay(rule, ground.next);
  let planned: Planning = { waves: [], asked: ground.asked };
  for (let number = ground.next; dueDay(rule, number) < addDays(first, daysOfYear); number += 1) {
    if (isPassed(rule, number, { ...ground, ...planned })) continue;
    const next = planWave(rule, number, { ...ground, ...planned });
    if (!next.ok) return next;
    planned = next.value;
  }
  return allAsked(rule, planned.waves, ground);
}

interface Planning {
  readonly waves: readonly Wave[];
  readonly asked: readonly AskedSurvey[];
}

type Ground = YearGround & Planning;

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);

const earliestOf = (rule: ProgrammeRule, number: number, { asked, notBefore }: Ground): Day => restedFrom(asked, laterOf(dueDay(rule, number), notBefore));

/** People have not rested, or it is over, before the next one is due: this one is not asked. */
const isPassed = (rule: ProgrammeRule, number: number, ground: Ground): boolean => earliestOf(rule, number, ground) >= dueDay(rule, number + 1);

function planWave(rule: ProgrammeRule, number: number, ground: Ground): Outcome<Planning, PlanRefusal> {
  const { timeZone, k, people, asked, language } = ground;
  const days = placeWave(rule, { due: dueDay(rule, number), earliest: earliestOf(rule, number, ground), before: dueDay(rule, number + 1), timeZone });
  if (!days.ok) return days;
  const free = alone(days.value, asked, language);
  if (!free.ok) return free;
  const { opens, closes } = days.value;
  const questions = questionsFor({ opens, k, people, rotating: rule.rotating, own: ground.own, asked, waiting: ground.waves.length === 0 ? ground.waiting : [] });
  if (!questions.ok) return questions;
  const { questions: all, ...told } = questions.value;
  const before = ground.waves.at(-1);
  const wave: Wave = { number, ...days.value, ...told, lockedUntil: before && before.answersBy < opens ? before.answersBy : null };
  const survey: AskedSurvey = { id: `wave ${number}`, state: 'draft', title: noTitle, opens, closes, definition: { template: coreTemplate().id, k, languages: [], questions: all, cuts: [] } };
  return done({ waves: [...ground.waves, wave], asked: [...asked, survey] });
}

const noTitle: Localized = forEachLanguage(() => '');

/** Each question that takes turns comes within the year. */
function allAsked(rule: ProgrammeRule, waves: readonly Wave[], ground: YearGround): Outcome<readonly Wave[], 'programme-not-all' | 'programme-past'> {
  if (waves.length === 0) return refused('programme-past', { field: 'from' });
  const asked = new Set([...waves.flatMap(({ rotating }) => rotating), ...lastYear(waves[0]!.opens, ground.asked)]);
  const never = rule.rotating.filter((id) => !asked.has(id));
  return never.length === 0 ? done(waves) : refused('programme-not-all', { field: 'rotating[]', n: never.length, most: rule.rotating.length - never.length, item: never[0]! });
}

/** Asked in the year before a day: a question whose rest ends a little after the year is not forgotten. */
const lastYear = (day: Day, asked: readonly AskedSurvey[]): readonly string[] => asked.filter(({ opens }) => daysBetween(opens, day) <= daysOfYear && opens <= day).flatMap(({ definition }) => definition.questions.map(({ id }) => turnId(id)));
