// The parts of a report of invented surveys, as the portal gathers them from its pages.
import type { Wave } from '#app/domain/analysis/wave.ts';
import { waveBefore } from '#app/domain/analysis/changes/comparability.ts';
import type { Language } from '#app/domain/kernel/language.ts';
import { askedQuestions } from '#app/domain/reports/document/asked-questions.ts';
import type { ReportParts } from '#app/domain/reports/document/report-parts.ts';
import { methodOf } from '#app/domain/reports/method-page.ts';
import { questionsPageOf } from '#app/domain/reports/questions-page.ts';
import { mapOf, resultsOf } from '#app/domain/reports/results-page.ts';

/** Of the last wave; `more`: what other nouns say. */
export function reportPartsOf(waves: readonly Wave[], { department, language = 'en' }: { readonly department?: string; readonly language?: Language }, more: Partial<ReportParts> = {}): ReportParts {
  const wave = waves.at(-1)!;
  const map = mapOf(wave, waveBefore(waves));
  const look = { department: department ?? wave.root, language };
  return {
    company: 'Amber',
    age: { measured: wave.release.survey.closed, cadence: 8, from: '2026-11-10', old: false },
    asked: { opens: '2026-07-06', closes: '2026-07-20', purpose: 'To see what to mend first.' },
    fingerprint: ['amber', 'basil', 'cedar', 'dune', 'ember', 'fern'],
    results: resultsOf(waves, map, { ...look, compared: 'rest' }),
    questions: questionsPageOf(waves, map, look),
    method: methodOf(wave, 'ab'.repeat(32), language),
    questionnaire: askedQuestions(wave, language),
    words: null,
    advice: [],
    plans: [],
    ...more,
  };
}

/** Every number anywhere in a value; in texts too, as people read them. */
export function numbersOf(value: unknown, found = new Set<number>()): Set<number> {
  if (typeof value === 'number') found.add(value);
  else if (typeof value === 'string') for (const number of numbersInText(value)) found.add(number);
  else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) numbersOf(one, found);
  return found;
}

/** Numbers as people write them: 1,234 and 3.4, with a minus of either kind before them. */
export const numbersInText = (text: string): number[] =>
  [...text.matchAll(/(?<![\p{L}\d])[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\p{L}\d])[-−]?\d+(?:\.\d+)?/gu)].map(([number]) => Number(number.replaceAll(',', '').replace('−', '-')));
