import { Link } from '@remix-run/react';
import { Notice } from '../../controls/notice.tsx';
import { useText } from '../../text.ts';

/** For HR: letters leave by themselves, slips do not. */
export function UnprintedSlips({ surveyId, piles }: { surveyId: string; piles: number }) {
  const text = useText();
  return (
    <Notice tone="warn">
      <p>
        {text('slips.unprinted', { n: piles })} <Link to={`/surveys/${surveyId}/slips`}>{text('home.slips.go')}</Link>
      </p>
    </Notice>
  );
}
