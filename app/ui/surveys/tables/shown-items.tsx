import type { TablesOffer } from '#app/domain/surveys/draft-offer.ts';
import { Wrong } from '../../forms/field.tsx';
import type { ValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';

interface Props {
  readonly form: ValidatedForm;
  readonly items: TablesOffer['items'];
  readonly shows: string;
  readonly shown: readonly string[];
}

/** Which questions the tables show: every usual one, or those that HR names. */
export function ShownItems({ form, items, shows, shown }: Props) {
  const text = useText();
  const [how = 'usual'] = form.chosen('shows', [shows]);
  const named = form.chosen('shown', shown);
  return (
    <details className="disclosure" id="field-shown" open={how === 'chosen' || form.wrong('shown') !== null}>
      <summary>{text('draft.tables.items')}</summary>
      <fieldset className="stack-tight shown-items">
        <legend className="visually-hidden">{text('draft.tables.items')}</legend>
        <Wrong form={form} name="shown" />
        {(['usual', 'chosen'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" value={one} defaultChecked={how === one} {...form.box('shows')} />
            <span>{text(`draft.tables.items.${one}`)}</span>
          </label>
        ))}
        <div className="choices inset">
          {items.map(({ id, text: asked, k, usual }) => (
            <label key={id} className="choice">
              <input type="checkbox" value={id} defaultChecked={named.includes(id)} {...form.box('shown')} />
              <span>
                {text.of(asked)}
                {!usual && <span className="hint">{text('draft.tables.items.k', { k })}</span>}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
