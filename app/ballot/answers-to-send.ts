// Of everything on the device only this goes into the record: answers to questions of this survey, of the right kind. Reasons
// given beside a score that was raised afterwards stay behind.
import type { Answer, Answers } from '#app/domain/responses/answers.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { followUps, reasonsOf, textOf } from './follow-ups.ts';

export const expectedOf = (id: string): string => `${id}:expected`;
export const experiencedOf = (id: string): string => `${id}:experienced`;

/** The keys under which a question's own answers stand. */
export function keysOf(question: Question): readonly string[] {
  return question.kind === 'pair' ? [expectedOf(question.id), experiencedOf(question.id)] : [question.id];
}

function between(answer: Answer | undefined, lowest: number, highest: number): answer is number {
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= lowest && answer <= highest;
}

function fits(question: Question, answer: Answer | undefined): answer is Answer {
  switch (question.kind) {
    case 'scale':
    case 'pair':
      return between(answer, 1, question.points);
    case 'recommend':
      return between(answer, 0, 10);
    case 'choice':
    case 'background':
      return question.options.some((option) => option.id === answer);
    case 'several':
      return Array.isArray(answer) && answer.length <= question.most && areOptions(question, answer);
    case 'open':
      return typeof answer === 'string' && answer.trim() !== '';
  }
}

function areOptions({ options }: { readonly options: readonly { readonly id: string }[] }, chosen: readonly string[]): boolean {
  return chosen.every((id) => options.some((option) => option.id === id));
}

export function answersToSend(questions: readonly Question[], answers: Answers): Answers {
  const kept: Record<string, Answer> = {};
  for (const question of questions) {
    for (const key of keysOf(question)) {
      const answer = answers[key];
      if (fits(question, answer)) kept[key] = typeof answer === 'string' ? answer.trim() : answer;
    }
  }
  for (const { question, low } of followUps(questions, answers)) {
    const reasons = answers[reasonsOf(question.id)];
    const text = answers[textOf(question.id)];
    if (Array.isArray(reasons) && reasons.length > 0 && areOptions(low, reasons)) kept[reasonsOf(question.id)] = reasons;
    if (typeof text === 'string' && text.trim() !== '') kept[textOf(question.id)] = text.trim();
  }
  return kept;
}
