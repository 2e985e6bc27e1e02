import type { Question } from '#app/domain/surveys/question.ts';
import { dimension } from '#app/domain/surveys/question-library.ts';
import { useText } from '../text.ts';

/** What is asked, in order and in the reader's language. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  const text = useText();
  return (
    <ol className="questions">
      {questions.map((question) => {
        const about = question.dimension === null ? undefined : dimension(question.dimension);
        return (
          <li key={question.id}>
            <span>{question.kind === 'pair' ? text.list([text.of(question.expected), text.of(question.experienced)]) : text.of(question.text)}</span>
            {about && <span className="dimension">{text.of(about.label)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
