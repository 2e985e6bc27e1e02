// What follows from «yes» counts only where the same ballot says so, to a question that its block was asked. What a tampered page sent beside
// that is no answer.
import type { Answers } from '#app/domain/responses/answers.ts';
import { blocksOffered, isOfSome } from '#app/domain/surveys/asking/offered.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';

/** The answers of a ballot without those to questions that did not apply; all of them where nothing depends on an answer. */
export function answersThatApply(questions: readonly Question[]): (block: number, answers: Answers) => Answers {
  const following = questions.flatMap(({ id, askedIf }) => (askedIf === undefined ? [] : [{ id, askedIf, screener: questions.find((one) => one.id === askedIf) }]));
  if (following.length === 0) return (_block, answers) => answers;
  const isAsked = (screener: Question | undefined, block: number) => screener !== undefined && (!isOfSome(screener) || blocksOffered(screener).includes(block));
  return (block, answers) => {
    const closed = new Set(following.filter(({ askedIf, screener }) => answers[askedIf] !== 'yes' || !isAsked(screener, block)).map(({ id }) => id));
    return Object.fromEntries(Object.entries(answers).filter(([key]) => !closed.has(key.split(':')[0]!)));
  };
}
