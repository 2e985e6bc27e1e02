import type { Localized } from '#app/domain/kernel/language.ts';
import type { Question } from '#app/domain/surveys/question.ts';
import { useText } from '../text.ts';

/** What questions are about, sent by the loader: the library that knows it weighs more than the page. */
export interface Area {
  readonly id: string;
  readonly label: Localized;
}

/** What is asked, in order and in the reader's language. */
export function QuestionList({ questions, areas }: { questions: readonly Question[]; areas: readonly Area[] }) {
  const text = useText();
  return (
    <ol className="questions">
      {questions.map((question) => {
        const about = areas.find(({ id }) => id === question.dimension);
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
