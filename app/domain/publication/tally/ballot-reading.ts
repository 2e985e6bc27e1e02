// Opened ballots are strangers' data: every answer is held against its question, and what does not fit is no answer, never an error.
// A ballot always counts as one, even where nothing in it fits.
import type { Answer, Answers } from '#app/domain/responses/answers.ts';
import { isScore, type LowScore, type Option, type Question, type RecommendQuestion, type ScaleQuestion } from '#app/domain/surveys/questions/question.ts';
import { noAnswer } from './tally-input.ts';

/** Index of a number among the points lowest … highest. */
export function pointOf(answer: Answer | undefined, lowest: number, highest: number): number {
  const valid = typeof answer === 'number' && Number.isInteger(answer) && answer >= lowest && answer <= highest;
  return valid ? answer - lowest : noAnswer;
}

export function optionOf(answer: Answer | undefined, options: readonly Option[]): number {
  return typeof answer === 'string' ? options.findIndex((option) => option.id === answer) : noAnswer;
}

/** Bit set of the options; none chosen is a valid answer. */
export function optionsOf(answer: Answer | undefined, { options, most }: { options: readonly Option[]; most: number }): number {
  if (!Array.isArray(answer) || answer.length > most || new Set(answer).size !== answer.length) return noAnswer;
  let bits = 0;
  for (const id of answer as readonly unknown[]) {
    const option = options.findIndex((one) => one.id === id);
    if (option < 0) return noAnswer;
    bits |= 1 << option;
  }
  return bits;
}

/** Without control characters, halves of letters and outer space; null where nothing is left or it is longer than was allowed. Attacker:
 * whoever sends half a pair of UTF-16, at which programs that read the release stop. */
export function textOf(answer: Answer | undefined, longest: number): string | null {
  if (typeof answer !== 'string') return null;
  const text = answer.normalize('NFC').replace(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\n' ? character : ' ')).trim();
  return text === '' || [...text].length > longest ? null : text;
}

/** What a low score offered to explain it, or null where the score is not low: reasons that came all the same are dropped. */
export function lowScoreOf(question: Question, answers: Answers): LowScore | null {
  if (!isScore(question) || question.low === null) return null;
  const score = scoreOf(question, answers[question.id]);
  return score !== null && score <= question.low.at ? question.low : null;
}

/** The answer after reversing; null without a valid one. */
function scoreOf(question: ScaleQuestion | RecommendQuestion, answer: Answer | undefined): number | null {
  if (question.kind === 'recommend') return pointOf(answer, 0, 10) === noAnswer ? null : (answer as number);
  if (pointOf(answer, 1, question.points) === noAnswer) return null;
  return question.reverse ? question.points + 1 - (answer as number) : (answer as number);
}
