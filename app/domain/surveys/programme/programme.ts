// A programme asks the core pulse again and again by one rule, so that people know when they are asked, and HR decides once. What may be in
// a rule stands here: how often, on which days, and which questions take turns.
import { isDay, type Day } from '../../kernel/day.ts';
import { done, refused, together, type Outcome, type Refusal } from '../../kernel/outcome.ts';
import { usualCalendar, type DayRange, type WorkCalendar } from '../../kernel/working-days.ts';
import { furtherItems, template } from '../questions/question-library.ts';
import type { SurveyTemplate } from '../questions/library-item.ts';
import { isLetterHour, letterHours } from '../letters/survey-letters.ts';
import type { Routing } from '../asking/routing.ts';
import { isTurnOfOwn } from './turning-own.ts';

/** Weeks from one wave to the next: nobody is asked a pulse more often than every four, and what is older than a year says nothing. */
export const cadences = [4, 8, 12, 13, 26, 52] as const;
export type Cadence = (typeof cadences)[number];
export const usualCadence: Cadence = 12;

/** Working days of a wave, the first and the last one counted. */
export const waveLength = { least: 3, usual: 10, most: 15 } as const;
/** Working days before the opening on which its announcement leaves; 0 where none does. */
export const announcedBefore = { least: 0, usual: 3, most: 10 } as const;
/** Working days before the opening on which HR finds its draft. */
export const draftedBefore = { least: 3, usual: 10, most: 20 } as const;
/** Working days that are left to seal a draft before its announcement leaves. */
const sealedWithin = 3;
/** Ranges of days that a rule may name: as many as anybody reads. */
const mostRanges = 60;

export interface ProgrammeRule {
  readonly everyWeeks: Cadence;
  /** The first wave opens on the first day from here on that suits. */
  readonly from: Day;
  /** On which a wave opens where nothing is in its way: Monday 1, Sunday 0. */
  readonly weekday: number;
  /** From which hour on letters leave. */
  readonly hour: number;
  readonly length: number;
  readonly announced: number;
  readonly drafted: number;
  readonly calendar: WorkCalendar;
  /** On none of these days a wave is open, and none of its letters leaves. */
  readonly blackouts: readonly DayRange[];
  /** Questions beside the anchors, the library's and own ones, in the order in which they take turns. */
  readonly rotating: readonly string[];
}

/** What the form begins with. */
export const usualRule = (from: Day, rotating: readonly string[]): ProgrammeRule => ({
  everyWeeks: usualCadence, from, weekday: 2, hour: letterHours.usual, length: waveLength.usual, announced: announcedBefore.usual, drafted: draftedBefore.usual, calendar: usualCalendar, blackouts: [], rotating,
});

export const programmeStates = ['running', 'paused', 'ended'] as const;

/** One for the company: two would ask the same people by two rules. */
export interface Programme {
  readonly id: string;
  readonly state: (typeof programmeStates)[number];
  readonly rule: ProgrammeRule;
  /** Number of the next wave to be drafted. */
  readonly next: number;
  /** The day on which this rule was set. */
  readonly begun: Day;
  /** Own questions that not everybody is asked; absent where everybody is asked everything. */
  readonly asking?: readonly Routing[];
}

export const coreTemplate = (): SurveyTemplate => template('pulse-core') as SurveyTemplate;

/** One question for each area that no anchor asks about, and how many would recommend the company. */
const usualRotating: readonly string[] = ['OUT-03', 'TOL-01', 'MGR-01', 'GRW-01', 'REC-01', 'CUL-04', 'COM-05', 'COM-03'];

export type RuleField = 'everyWeeks' | 'from' | 'weekday' | 'hour' | 'length' | 'announced' | 'drafted' | 'weekdays[]' | 'free' | 'blackouts' | 'rotating[]';

export type RuleRefusal = 'programme-cadence' | 'programme-from' | 'programme-weekday' | 'letter-hour' | 'programme-number' | 'programme-draft-late' | 'programme-no-weekdays' | 'programme-range' | 'programme-ranges' | 'unknown-item' | 'repeated-question';

/** Whether it is a rule at all; whether a year can be planned by it is seen by planning one. A refusal names its `field`. */
export function checkRule(rule: ProgrammeRule): Outcome<ProgrammeRule, RuleRefusal> {
  const wrong = (field: RuleField, because: RuleRefusal, details = {}) => refused(because, { field, ...details });
  const { calendar, weekday, from } = rule;
  const workless = calendar.weekdays.length === 0 || calendar.weekdays.some((one) => ![0, 1, 2, 3, 4, 5, 6].includes(one));
  const rotating = rotatingOf(rule);
  const found = together<RuleRefusal>([
    cadences.includes(rule.everyWeeks) ? null : wrong('everyWeeks', 'programme-cadence', { choices: cadences.join(', ') }),
    isDay(from) ? null : wrong('from', 'programme-from'),
    workless ? wrong('weekdays[]', 'programme-no-weekdays') : null,
    workless || calendar.weekdays.includes(weekday) ? null : wrong('weekday', 'programme-weekday'),
    isLetterHour(rule.hour) ? null : wrong('hour', 'letter-hour', { least: letterHours.earliest, most: letterHours.latest }),
    ...([['length', waveLength], ['announced', announcedBefore], ['drafted', draftedBefore]] as const).map(([field, { least, most }]) =>
      !Number.isInteger(rule[field]) || rule[field] < least || rule[field] > most ? wrong(field, 'programme-number', { least, most }) : null),
    rule.announced > 0 && rule.drafted < rule.announced + sealedWithin ? wrong('drafted', 'programme-draft-late', { least: rule.announced + sealedWithin }) : null,
    rangesWrong('free', calendar.free),
    rangesWrong('blackouts', rule.blackouts),
    rotating.ok ? null : rotating,
  ]);
  return found ?? rotating;
}

function rangesWrong(field: RuleField, ranges: readonly DayRange[]): Refusal<RuleRefusal> | null {
  if (ranges.length > mostRanges) return refused('programme-ranges', { field, most: mostRanges });
  const turned = ranges.find(({ from: first, to }) => !isDay(first) || !isDay(to) || to < first);
  return turned ? refused('programme-range', { field, from: turned.from, to: turned.to }) : null;
}

function rotatingOf(rule: ProgrammeRule): Outcome<ProgrammeRule, RuleRefusal> {
  const offered = new Set(furtherItems(coreTemplate()).map(({ id }) => id));
  const unknown = rule.rotating.find((id) => !offered.has(id) && !isTurnOfOwn(id));
  if (unknown !== undefined) return refused('unknown-item', { field: 'rotating[]', item: unknown });
  const repeated = rule.rotating.find((id, at) => rule.rotating.indexOf(id) !== at);
  return repeated === undefined ? done(rule) : refused('repeated-question', { field: 'rotating[]', question: repeated });
}

/** As many of the usual ones as a year at this pace has room for. */
export const suggestedRotating = (everyWeeks: Cadence): readonly string[] => usualRotating.slice(0, coreTemplate().further * Math.floor(52 / everyWeeks));
