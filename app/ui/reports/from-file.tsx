import { Link } from '@remix-run/react';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';

/** On every page about a survey that another tool collected. */
export function FromFile({ survey }: { survey: { readonly id: string; readonly past: boolean; readonly linked: boolean } }) {
  const text = useText();
  if (!survey.past) return null;
  return (
    <div className="from-file">
      <Notice>
        {text('past.notice')}
        {!survey.linked && (
          <>
            {' '}
            {text('past.notice.long')} <Link to={`/results/${survey.id}/questions`}>{text('past.notice.questions')}</Link>
          </>
        )}
      </Notice>
    </div>
  );
}
