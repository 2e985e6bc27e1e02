import type { AskedView, HalfView } from '#app/domain/surveys/asking/audience.ts';
import { useText } from '../../text.ts';

interface Props {
  readonly asked: AskedView | null;
  readonly half: HalfView | null;
}

/** Which parts are asked, or that half of them are drawn, and how many that is of all; nothing where everybody is asked. */
export function AskedLines({ asked, half }: Props) {
  const text = useText();
  if (half) return <p className="strong">{half.seed === '' ? text('audience.half.asked', { invited: half.invited, of: half.of }) : text('audience.half.sealed', { ...half })}</p>;
  if (!asked) return null;
  const names = text.list([...asked.names]);
  return (
    <>
      <p className="strong">{asked.with.length === 0 ? text('audience.asked', { names }) : text('audience.asked.with', { names, others: text.list([...asked.with]) })}</p>
      <p className="quiet">{text('audience.asked.of', { invited: asked.invited, of: asked.of })}</p>
    </>
  );
}
