import { nameOfTongue, type Tongue } from '#app/domain/kernel/tongue.ts';
import type { ReadInEnglish as Lacking } from '#app/domain/surveys/questions/translated-questions.ts';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

interface Props {
  /** In which the name or the purpose is the English one. */
  readonly named: readonly Tongue[];
  readonly lacking: readonly Lacking[];
}

/** Said before sealing: what somebody who is asked in another tongue reads in English. */
export function ReadInEnglish({ named, lacking }: Props) {
  const text = useText();
  return (
    <>
      {named.length > 0 && <Notice tone="warn">{text('tongues.named', { languages: text.list(named.map(nameOfTongue)) })}</Notice>}
      {lacking.map(({ tongue, questions }) => (
        <Notice key={tongue} tone="warn" title={text('tongues.lacking', { language: nameOfTongue(tongue), n: questions.length })}>
          <ul>
            {questions.map((question) => (
              <li key={question.en}>{text.of(question)}</li>
            ))}
          </ul>
        </Notice>
      ))}
    </>
  );
}
