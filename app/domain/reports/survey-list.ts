// The closed surveys at a glance.
import type { Wave } from '../analysis/wave.ts';
import { askedInShort, type AskedInShort } from '../surveys/asking/audience.ts';
import { inLanguage, type Language } from '../kernel/language.ts';
import { labelsOf } from './labels.ts';
import { overallView } from './overall-view.ts';
import { isFromFile, participationOf } from './results-page.ts';

export interface ClosedSurvey {
  readonly id: string;
  readonly title: string;
  readonly closed: string;
  readonly answered: number;
  /** Whole per cent; null where the number invited is unknown. */
  readonly percent: number | null;
  /** Of the overall question; null where it was not asked. */
  readonly index: number | null;
  /** Brought from a file. */
  readonly past: boolean;
  /** Who was asked; null where everybody was. */
  readonly asked: AskedInShort | null;
}

export function closedSurveyOf(wave: Wave, language: Language): ClosedSurvey {
  const { survey } = wave.release;
  const { answered, percent } = participationOf(wave, undefined, wave.root);
  const overall = overallView([wave], null, wave.root, labelsOf(wave, language));
  return { id: survey.id, title: inLanguage(survey.title, language), closed: survey.closed, answered, percent, index: overall?.level.index ?? null, past: isFromFile(wave), asked: askedInShort(wave) };
}
