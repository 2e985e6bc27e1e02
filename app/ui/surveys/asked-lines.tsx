import type { AskedView } from '#app/domain/surveys/audience.ts';
import { useText } from '../text.ts';

/** Which parts are asked, and of how many people these are so many; nothing where everybody is. */
export function AskedLines({ asked }: { readonly asked: AskedView | null }) {
  const text = useText();
  if (!asked) return null;
  const names = text.list([...asked.names]);
  return (
    <>
      <p className="strong">{asked.with.length === 0 ? text('audience.asked', { names }) : text('audience.asked.with', { names, others: text.list([...asked.with]) })}</p>
      <p className="quiet">{text('audience.asked.of', { invited: asked.invited, of: asked.of })}</p>
    </>
  );
}
