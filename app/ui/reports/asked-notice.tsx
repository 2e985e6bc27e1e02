import type { SurveyView } from '#app/domain/reports/results-page.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';

/** On every page about a survey that did not ask everybody: whose figures these are. */
export function AskedNotice({ survey: { asked, half } }: { readonly survey: Pick<SurveyView, 'asked' | 'half'> }) {
  const text = useText();
  if (!half && !asked) return null;
  return (
    <div className="from-file">
      {half && <Notice>{text('audience.half.results', half)}</Notice>}
      {asked && <Notice>{text('audience.results', { names: text.list([...asked.names, ...asked.with]), invited: asked.invited, of: asked.of })}</Notice>}
    </div>
  );
}
