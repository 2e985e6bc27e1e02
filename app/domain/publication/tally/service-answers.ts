// In a service survey a rating counts only where it was asked for: of a provider that the block is offered and that the same ballot names,
// at most three of them. What a tampered page sent beside that is no answer.
import type { Answers } from '#app/domain/responses/answers.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import { dependedId, mostRated, offeredTo } from '#app/domain/surveys/serving/service-survey.ts';

/** The answers of a ballot that were asked for, by the block it came from; all of them where there are no providers. */
export function answersAsked(questions: readonly Question[]): (block: number, answers: Answers) => Answers {
  const depended = questions.find(({ id }) => id === dependedId);
  if (!depended) return (_block, answers) => answers;
  const about = new Map(questions.map(({ id, provider, own }) => [id, { provider, own }]));
  return (block, answers) => {
    const offered = offeredTo(questions.filter(({ id, own }) => id === dependedId || own !== undefined), block);
    const own = new Set(offered.flatMap((question) => question.own ?? []));
    const chosen = chosenIn(answers, offered.flatMap((question) => (question.kind === 'several' ? question.options.map(({ id }) => id) : [])));
    return Object.fromEntries(
      Object.entries(answers).filter(([key]) => {
        const question = about.get(key);
        if (question?.provider !== undefined) return chosen.includes(question.provider);
        return question?.own === undefined || own.has(question.own);
      }),
    );
  };
}

/** The providers a ballot names: none where it names more than three, one twice, or one that was not offered. */
function chosenIn(answers: Answers, rated: readonly string[]): readonly string[] {
  const chosen = answers[dependedId];
  if (!Array.isArray(chosen)) return [];
  const ids = chosen as readonly string[];
  return ids.length <= mostRated && new Set(ids).size === ids.length && ids.every((id) => rated.includes(id)) ? ids : [];
}
