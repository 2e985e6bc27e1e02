// What somebody who was asked has to know about a survey that is set aside, and who decides about it.
import { Link } from '@remix-run/react';
import type { KeptForMe } from '#app/domain/surveys/set-aside.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';

export function KeptNotices({ kept, undecided }: { kept: readonly KeptForMe[]; undecided: number }) {
  const text = useText();
  return (
    <>
      {undecided > 0 && (
        <Notice tone="danger">
          <p>
            {text('kept.notice', { n: undecided })} <Link to="/kept">{text('kept.look')}</Link>
          </p>
        </Notice>
      )}
      {kept.map(({ surveyId, title, state, day }) => {
        const name = title ? text.of(title) : text('kept.untitled', { id: surveyId });
        return (
          <Notice key={surveyId} tone="warn">
            {state === 'waits' ? text('kept.home.waits', { title: name, last: text.day(day) }) : text('kept.home.destroyed', { title: name, day: text.day(day) })}
          </Notice>
        );
      })}
    </>
  );
}
