import { useText } from '../text.ts';

/** Says what the mark beside a label means, once and before the first field. */
export function NeededNote() {
  const text = useText();
  return <p className="small quiet">{text('plan.form.needed')}</p>;
}
