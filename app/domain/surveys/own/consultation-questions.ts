// What the people of a department are asked about a draft plan: whether they can live with it, and what would have to change.
import type { Localized } from '../../kernel/language.ts';
import type { OpenQuestion, Question, ScaleQuestion } from '../questions/question.ts';
import { fewestBesideText } from './own-words.ts';

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
