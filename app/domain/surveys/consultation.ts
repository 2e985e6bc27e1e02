// A draft plan that is open for objections is asked about by the same sealed ballots as a pulse, and is no pulse: it belongs to its plan,
// to no list of surveys, no line, no lock and no reminder. Whoever lists surveys asks here which they are.
import { fewestBesideText } from './own/own-words.ts';
import type { OpenQuestion, Question, ScaleQuestion } from './questions/question.ts';
import type { Localized } from '../kernel/language.ts';
import type { SurveyDefinition } from './survey.ts';

/** What a survey that asks about a draft plan is tied to. */
export interface Consulting {
  readonly plan: string;
  /** Everybody of this department and below is asked, and counted as one group. */
  readonly department: string;
  /** Who will read what comes of it, as the ballot page says it. */
  readonly readers: Localized;
}

/** The one rule: what is tied to a plan is no pulse. */
export const isConsultation = ({ definition }: { readonly definition: Pick<SurveyDefinition, 'consulting'> }): boolean => definition.consulting !== undefined;

export const liveWith = 'consultation-live-with';
export const whatWouldChange = 'consultation-words';

export interface ConsultationWords {
  readonly liveWith: Localized;
  /** From «not at all» to «fully». */
  readonly labels: readonly Localized[];
  readonly whatWouldChange: Localized;
}

const longestWords = 500;

/** `people`: everybody who is asked. In a block in which texts could never be published nobody is asked for one. */
export function consultationQuestions(words: ConsultationWords, { k, people }: { readonly k: number; readonly people: number }): readonly Question[] {
  const scale: ScaleQuestion = { kind: 'scale', id: liveWith, text: words.liveWith, dimension: null, k, points: words.labels.length, reverse: false, labels: words.labels, low: null };
  const open: OpenQuestion = { kind: 'open', id: whatWouldChange, text: words.whatWouldChange, dimension: null, k, longest: longestWords };
  return people >= fewestBesideText(k) ? [scale, open] : [scale];
}
