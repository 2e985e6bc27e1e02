import { Link } from '@remix-run/react';
import type { HandingOut } from '#app/domain/surveys/slips/slips-view.ts';
import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

/** For the two who hand out slips: what is still to be written down. */
export function HandsOutNotice({ handing: { surveyId, title, closes, written } }: { handing: HandingOut }) {
  const text = useText();
  return (
    <Notice tone={written ? 'good' : 'warn'} title={text('home.slips', { title: text.of(title) })}>
      <p>
        {text(written ? 'home.slips.written' : 'home.slips.to-write', { day: text.day(closes) })} <Link to={`/slips/${surveyId}`}>{text('home.slips.go')}</Link>
      </p>
    </Notice>
  );
}
