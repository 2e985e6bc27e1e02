// A survey as HR works on it. Once sealed, what was promised stands in its manifest; here only the state still moves.
import type { Day } from '../kernel/day.ts';
import { inLanguage, type Localized } from '../kernel/language.ts';
import type { Audience } from './asking/audience.ts';
import type { WorkCalendar } from '../kernel/working-days.ts';
import type { Consulting } from './consultation.ts';
import type { Tongue } from '../kernel/tongue.ts';
import type { DeclaredCut } from './sealed/manifest.ts';
import type { WordReaders } from './own/own-words.ts';
import type { Question } from './questions/question.ts';
import type { Routing } from './asking/routing.ts';
import type { ServicePart } from './serving/service-survey.ts';
import type { SlipDecision } from './slips/slips.ts';
import type { LetterDays } from './letters/survey-letters.ts';

/** `lost`: a disk died or a backup was restored while it was open, so that its ballots no longer exist. */
export type SurveyState = 'draft' | 'sealed' | 'closed' | 'lost';

/** What is asked and how it may be tabulated: free to change until sealing. */
export interface SurveyDefinition {
  /** The library's template it was made from; absent where it was made otherwise. */
  readonly template?: string;
  readonly k: number;
  readonly languages: readonly Tongue[];
  readonly questions: readonly Question[];
  readonly cuts: readonly DeclaredCut[];
  /** Everybody where absent. */
  readonly audience?: Audience;
  /** Questions that only some are asked; absent where everybody is asked everything. */
  readonly routing?: readonly Routing[];
  /** From which hour on letters leave; the usual one where absent. */
  readonly letterHour?: number;
  /** Days of letters that HR chose; absent where none was chosen. */
  readonly letterDays?: LetterDays;
  /** When the company works, as its programme says; Monday to Friday where absent. */
  readonly calendar?: WorkCalendar;
  /** Which wave of which programme it is; absent in a survey that HR began. */
  readonly wave?: { readonly programme: string; readonly number: number };
  /** Of a draft plan that is open for objections; absent in every other survey. */
  readonly consulting?: Consulting;
  /** Of a service survey; absent in every other one. */
  readonly service?: ServicePart;
  /** Who reads own words; HR alone where absent. */
  readonly wordsFor?: WordReaders;
  /** What was decided about people who can be sent no link; absent where nothing was. */
  readonly slips?: SlipDecision;
  /** What plans and turns added at sealing, and what they left for later; absent in a draft. */
  readonly extras?: SealedExtras;
}

export interface SealedExtras {
  readonly taken: readonly { readonly kind: string; readonly questions: readonly string[]; readonly of: readonly string[] | null; readonly plans: readonly string[] }[];
  readonly later: readonly { readonly kind: string; readonly plans: readonly string[] }[];
}

export interface Survey {
  readonly id: string;
  readonly state: SurveyState;
  readonly title: Localized;
  readonly purpose: Localized;
  readonly opens: Day;
  /** The last day on which ballots are taken. */
  readonly closes: Day;
  /** Blocks and atoms stick within a programme; null begins anew. */
  readonly programme: string | null;
  readonly definition: SurveyDefinition;
  /** SHA-256 (hex); null while it is a draft. */
  readonly manifestHash: string | null;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly closedAt: string | null;
  /** The survey's day: the last one on which ballots were taken; null until it is closed. */
  readonly closedOn: Day | null;
}

/** What a survey is called where only one language has room: in the first it is asked in. */
export function titleIn({ title, definition }: Pick<Survey, 'title' | 'definition'>): string {
  return inLanguage(title, definition.languages[0] ?? 'en');
}
