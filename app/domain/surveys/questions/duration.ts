// How long a questionnaire takes: people are told before they begin, and HR sees what one more question costs everybody.
import { whole } from '../../kernel/rounding.ts';
import type { Question, QuestionKind } from './question.ts';

/** Seconds by kind, for somebody who reads calmly on a phone. */
const seconds: Readonly<Record<QuestionKind, number>> = { scale: 6, recommend: 6, choice: 6, background: 5, pair: 10, several: 10, open: 12 };

/** Seconds for the questions from a step on, counted from 0. */
export function secondsFrom(questions: readonly Pick<Question, 'kind'>[], step = 0): number {
  return questions.slice(step).reduce((sum, { kind }) => sum + seconds[kind], 0);
}

/** As it is said everywhere: up to a minute and a half in seconds, by tens, from then on in minutes. */
export function roughly(seconds: number): { readonly unit: 'seconds' | 'minutes'; readonly n: number } {
  return seconds < 90 ? { unit: 'seconds', n: Math.max(10, whole(seconds / 10) * 10) } : { unit: 'minutes', n: whole(seconds / 60) };
}
