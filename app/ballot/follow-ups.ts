// Reasons are asked beside low scores, of at most three questions in a survey and the lowest scores first, so that an unhappy
// person is not punished with a longer survey. What a person has begun to write stays.
import type { Answers } from '#app/domain/responses/answers.ts';
import type { LowScore, Question, RecommendQuestion, ScaleQuestion } from '#app/domain/surveys/questions/question.ts';

export const mostFollowUps = 3;
export const reasonsOf = (id: string): string => `${id}:reasons`;
export const textOf = (id: string): string => `${id}:text`;

/** Whether people may write in their own words. Without a box that everybody is offered no score offers one: its texts would all be of low scores. */
export function hasBoxes(questions: readonly Question[]): boolean {
  return questions.some(({ kind }) => kind === 'open');
}

/** A question answered low enough to be asked why. */
export interface FollowUp {
  readonly question: ScaleQuestion | RecommendQuestion;
  readonly low: LowScore;
  /** Place of the score between the worst (0) and the best (1) answer. */
  readonly height: number;
}

function lowAnswer(question: Question, answers: Answers): FollowUp | null {
  if (question.kind !== 'scale' && question.kind !== 'recommend') return null;
  const answer = answers[question.id];
  if (typeof answer !== 'number' || !question.low) return null;
  const [worst, best] = question.kind === 'scale' ? [1, question.points] : [0, 10];
  const score = question.kind === 'scale' && question.reverse ? worst + best - answer : answer;
  return score <= question.low.at ? { question, low: question.low, height: (score - worst) / (best - worst) } : null;
}

function begun(id: string, answers: Answers): boolean {
  return [reasonsOf(id), textOf(id)].some((key) => (answers[key] as string | readonly string[] | undefined)?.length);
}

/** The questions beside which reasons are asked, in the order of the survey. */
export function followUps(questions: readonly Question[], answers: Answers): readonly FollowUp[] {
  const low = questions.map((question) => lowAnswer(question, answers)).filter((one) => one !== null);
  const chosen = [...low]
    .sort((one, other) => Number(begun(other.question.id, answers)) - Number(begun(one.question.id, answers)) || one.height - other.height)
    .slice(0, mostFollowUps);
  return low.filter((one) => chosen.includes(one));
}
