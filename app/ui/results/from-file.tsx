import { Notice } from '../controls/notice.tsx';
import { useText } from '../text.ts';

/** On every page about a survey that another tool collected. */
export function FromFile({ survey }: { survey: { readonly past: boolean } }) {
  const text = useText();
  if (!survey.past) return null;
  return (
    <div className="from-file">
      <Notice>{text('past.notice')}</Notice>
    </div>
  );
}
