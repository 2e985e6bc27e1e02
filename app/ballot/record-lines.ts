// The record in words, read back from the very text that is sealed: what is not in it cannot be shown as if it were.
import type { Answer, Answers } from '#app/domain/responses/answers.ts';
import type { Option, Question } from '#app/domain/surveys/questions/question.ts';
import { inLanguage } from '#app/domain/kernel/language.ts';
import type { Tongue } from '#app/domain/kernel/tongue.ts';
import type { BallotText } from '#app/text/ballot/ballot-text.ts';
import { expectedOf, experiencedOf } from './answers-to-send.ts';
import { reasonsOf, textOf } from './follow-ups.ts';

export interface RecordLine {
  /** Place of the question in the survey. */
  readonly step: number;
  readonly asked: string;
  /** In words; empty for «none of these», null for no answer. */
  readonly answers: readonly string[] | null;
  /** In a person's own words: somebody will read it as it stands. */
  readonly own: boolean;
}

export function recordLines(record: string, questions: readonly Question[], text: BallotText): readonly RecordLine[] {
  const { language } = text;
  const { answers } = JSON.parse(record) as { readonly answers: Answers };
  return questions.flatMap((question, step) => {
    const line = (asked: string, key: string, options: readonly Option[] = []): RecordLine => {
      const answer = answers[key];
      const own = question.kind === 'open' || key === textOf(question.id);
      return { step, asked, answers: answer === undefined ? null : inWords(answer, question, options, language), own };
    };
    const asked = inLanguage(question.text, language);
    if (question.kind === 'pair') {
      return [line(inLanguage(question.expected, language), expectedOf(question.id)), line(inLanguage(question.experienced, language), experiencedOf(question.id))];
    }
    const own = line(asked, question.id, 'options' in question ? question.options : []);
    if (!('low' in question) || !question.low) return [own];
    const { prompt, options } = question.low;
    const why = [line(text.question.why, reasonsOf(question.id), options), line(inLanguage(prompt, language), textOf(question.id))];
    return [own, ...why.filter((one) => one.answers !== null)];
  });
}

function inWords(answer: Answer, question: Question, options: readonly Option[], language: Tongue): readonly string[] {
  const label = (id: string): string => inLanguage(options.find((option) => option.id === id)?.label, language) ?? id;
  if (typeof answer === 'number') {
    const named = 'points' in question ? inLanguage(question.labels[answer - 1], language) : undefined;
    return [named === undefined ? String(answer) : `${answer} · ${named}`];
  }
  return typeof answer === 'string' ? [label(answer)] : answer.map(label);
}
