import type { SurveyOfOthers } from '#app/domain/responses/open-invitation.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';

/** An open survey that does not ask the reader: who is asked, and that nobody was left out by hand. */
export function OthersAsked({ survey: { title, closes, said } }: { readonly survey: SurveyOfOthers }) {
  const text = useText();
  return (
    <Notice title={text('audience.home', { title: text.of(title), closes: text.day(closes) })}>
      <p>{text.of(said)}</p>
    </Notice>
  );
}
