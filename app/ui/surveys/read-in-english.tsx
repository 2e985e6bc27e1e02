import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import type { ReadInEnglish as Lacking } from '#app/domain/surveys/questions/translated-questions.ts';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

/** Said before sealing: what somebody who is asked in another tongue reads in English. */
export function ReadInEnglish({ lacking }: { readonly lacking: readonly Lacking[] }) {
  const text = useText();
  return (
    <>
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
