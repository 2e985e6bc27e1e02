// What was said instead of a plan, and what was said before it was put otherwise.
import type { Answer, Said } from '#app/domain/plans/issue.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { useText } from '../text.ts';

export function AnswerWords({ said, name }: { said: Said; name: string }) {
  const text = useText();
  return (
    <div className="stack-tight">
      <p>{text('feed.why', { reason: said.reason })}</p>
      {said.wouldChange !== '' && (
        <p>
          {text('plan.answer.would-change')}
          {text('punctuation.colon')}
          {said.wouldChange}
        </p>
      )}
      <p className="small quiet">{text('plan.amend.by', { name, day: text.day(said.on) })}</p>
    </div>
  );
}

/** The first one first; nothing where it stands as it was first said. */
export function EarlierWords({ answer, names }: { answer: Answer; names: Readonly<Record<string, string>> }) {
  const text = useText();
  if (answer.earlier.length === 0) return null;
  return (
    <Disclosure summary={text('plan.amend.earlier')}>
      <ol className="list">
        {answer.earlier.map((said, at) => (
          <li key={at}>
            <AnswerWords said={said} name={names[said.by] ?? '–'} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
