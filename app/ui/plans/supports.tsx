// What a plan rests on beside its figure: offered where it is written, shown where it is read.
import type { SecondaryFigure } from '#app/domain/plans/secondary.ts';
import type { Support } from '#app/domain/plans/support.ts';
import type { Text } from '#app/text/text.ts';
import { Card } from '../controls/card.tsx';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { PointList } from './inquiry-list.tsx';

export const valueOf = (text: Text, { kind, value }: Pick<SecondaryFigure, 'kind' | 'value'>): string => text(`secondary.unit.${kind}`, { value: text.number(value) });

function labelOf(text: Text, support: Support): string {
  if (support.kind === 'figure') {
    const { kind, period, source } = support.figure;
    return text('supports.figure', { kind: text(`secondary.kind.${kind}`), period, value: valueOf(text, support.figure), source });
  }
  const { kind, day, participants, topic } = support.inquiry;
  return text('supports.inquiry', { kind: text(`inquiries.kind.${kind}`), day: text.day(day), n: participants, topic });
}

interface Props {
  readonly form: ValidatedForm;
  readonly offered: readonly { readonly ref: string; readonly support: Support }[];
  /** Refs. */
  readonly chosen: readonly string[];
}

/** Nothing where nothing was found out yet. */
export function SupportChoice({ form, offered, chosen }: Props) {
  const text = useText();
  if (offered.length === 0) return null;
  return (
    <Card>
      <ChoiceGroup form={form} name="supports" kind="several" label={text('supports.title')} hint={text('supports.hint')} optional choices={offered.map(({ ref, support }) => ({ value: ref, label: labelOf(text, support) }))} initial={chosen} />
    </Card>
  );
}

export function SupportsShown({ supports, kept }: { supports: readonly Support[]; kept: number }) {
  const text = useText();
  if (supports.length + kept === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{text('supports.shown')}</h3>
      <ul className="list">
        {supports.map((support, at) => (
          <li key={at}>
            {labelOf(text, support)}
            {support.kind === 'inquiry' && <PointList points={support.inquiry.points} />}
          </li>
        ))}
      </ul>
      {kept > 0 && <p className="small quiet">{text('supports.kept', { n: kept })}</p>}
    </div>
  );
}
