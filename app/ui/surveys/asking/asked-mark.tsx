import type { AskedInShort } from '#app/domain/surveys/asking/audience.ts';
import { useText } from '../../text.ts';

/** In a line of a list: that not everybody is asked, and who is. */
export function AskedMark({ asked }: { readonly asked: AskedInShort }) {
  const text = useText();
  return <p className="quiet small">{asked.kind === 'half' ? text('audience.short.half') : text('audience.short.parts', { names: asked.names })}</p>;
}
