import type { AskedView } from '#app/domain/surveys/audience.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useText } from '#app/ui/text.ts';

/** On every page about a survey that asked parts of the company: whose figures these are. */
export function AskedNotice({ asked }: { readonly asked: AskedView | null }) {
  const text = useText();
  if (!asked) return null;
  return <Notice>{text('audience.results', { names: text.list([...asked.names, ...asked.with]), invited: asked.invited, of: asked.of })}</Notice>;
}
