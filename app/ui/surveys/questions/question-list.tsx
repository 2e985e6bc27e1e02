import type { Localized } from '#app/domain/kernel/language.ts';
import type { Question } from '#app/domain/surveys/questions/question.ts';
import type { RoutedLines } from '#app/domain/surveys/asking/routed-lines.ts';
import { useText } from '../../text.ts';
import { RoutedLine } from '../asking/routed-to.tsx';

/** What questions are about, sent by the loader: the library that knows it weighs more than the page. */
export interface Area {
  readonly id: string;
  readonly label: Localized;
}

interface Props {
  readonly questions: readonly Question[];
  readonly areas: readonly Area[];
  /** By question that not everybody is asked: who is. */
  readonly routed?: Readonly<Record<string, RoutedLines>>;
}

/** What is asked, in order and in the reader's language. */
export function QuestionList({ questions, areas, routed = {} }: Props) {
  const text = useText();
  return (
    <ol className="questions">
      {questions.map((question) => {
        const to = routed[question.id];
        const about = to ? undefined : areas.find(({ id }) => id === question.dimension);
        return (
          <li key={question.id}>
            <span className="group-name">
              <span>{question.kind === 'pair' ? `${text.of(question.expected)} · ${text.of(question.experienced)}` : text.of(question.text)}</span>
              {to && (
                <small className="quiet">
                  <RoutedLine to={to.to} screener={to.screener && text.of(to.screener)} />
                </small>
              )}
            </span>
            {about && <span className="dimension">{text.of(about.label)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
