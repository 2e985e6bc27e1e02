// The programme as HR sees it on one page.
import type { Day } from '../../kernel/day.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DayRange } from '../../kernel/working-days.ts';
import type { RoutedLines } from '../asking/routed-lines.ts';
import type { ExtraKind } from '../questions/extras.ts';
import type { Programme } from './programme.ts';
import type { LetterKind } from '../letters/survey-letters.ts';

/** A question in turn; `routed`: null where everybody is asked. */
export interface TurnView {
  readonly text: Localized;
  readonly routed: RoutedLines | null;
}

export interface WaveView {
  readonly number: number;
  readonly state: 'planned' | 'draft' | 'sealed';
  /** Null where it is only planned. */
  readonly surveyId: string | null;
  readonly opens: Day;
  readonly closes: Day;
  readonly results: Day;
  readonly answersBy: Day;
  /** Up to its end: that with the results leaves in the working hours after it was counted. */
  readonly letters: readonly { readonly kind: LetterKind; readonly day: Day }[];
  /** What is asked beside what comes every time. */
  readonly rotating: readonly TurnView[];
  readonly extras: readonly ExtraKind[];
  readonly seconds: number;
  /** Where it is planned: when its draft comes, on which day it was due if it moved, when clocks are changed, and until when answers hold it. */
  readonly drafted: Day | null;
  readonly movedFrom: Day | null;
  readonly clockChanges: Day | null;
  readonly lockedUntil: Day | null;
}

export interface ProgrammeView {
  readonly state: Programme['state'];
  readonly rule: Programme['rule'];
  readonly anchors: number;
  readonly turning: number;
  readonly extras: number;
  readonly k: number;
  /** Of one survey at most. */
  readonly seconds: number;
  readonly waves: readonly WaveView[];
  /** Why the year cannot be planned, in words; null where it can. */
  readonly stuck: string | null;
  /** Why own questions stay away from the year for now, in words. */
  readonly away: readonly string[];
  /** Whether it has own questions, of which HR may choose who is asked. */
  readonly routable: boolean;
  readonly rest: { readonly fell: number; readonly everyWeeks: number } | null;
}

/** One day of the calendar; null before the first and after the last of its month. */
export interface CalendarDay {
  readonly day: Day;
  readonly marks: readonly ('open' | 'letter' | 'results' | 'blackout' | 'free')[];
}

export interface CalendarMonth {
  /** Its first day. */
  readonly first: Day;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

export interface Marked {
  readonly waves: readonly Pick<WaveView, 'opens' | 'closes' | 'results' | 'letters'>[];
  readonly free: readonly DayRange[];
  readonly blackouts: readonly DayRange[];
}
