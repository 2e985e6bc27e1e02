import { Link } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import { nameOfTongue } from '#app/domain/kernel/tongue.ts';
import { tableValue } from '#app/domain/surveys/backgrounds/declared-cuts.ts';
import type { TablesOffer } from '#app/domain/surveys/draft-offer.ts';
import { Wrong } from '../../forms/field.tsx';
import type { ValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';
import { ShownItems } from './shown-items.tsx';
import { TablesOrder } from './tables-order.tsx';

interface Props {
  readonly form: ValidatedForm;
  readonly offer: TablesOffer;
  readonly initial: { readonly cuts: readonly string[]; readonly shows: string; readonly shown: readonly string[] };
}

/** Which tables by background are declared: boxes that work before the script arrives, and then an order of importance. */
export function BackgroundTables({ form, offer, initial }: Props) {
  const text = useText();
  const first = form.chosen('cuts', initial.cuts);
  const [order, setOrder] = useState(first);
  const keepUp = (event: FormEvent<HTMLElement>) => {
    const owner = event.target instanceof HTMLInputElement ? event.target.form : null;
    const ticked = owner ? new FormData(owner).getAll('cuts').map(String) : [];
    setOrder((before) => [...before.filter((value) => ticked.includes(value)), ...ticked.filter((value) => !before.includes(value))]);
  };
  return (
    <>
      <fieldset className="field" id="field-cuts" tabIndex={-1} onChange={keepUp}>
        <legend>{text('draft.tables.by')}</legend>
        <span className="hint">
          {text('draft.tables.hint')} <Link to="/surveys/own/new?kind=background">{text('own-question.choose.write')}</Link>
        </span>
        <Wrong form={form} name="cuts" />
        <div className="backgrounds">
          {offer.backgrounds.map((background) => (
            <Background key={background.id} form={form} background={background} divisions={offer.divisions} chosen={first} />
          ))}
        </div>
      </fieldset>
      <input type="hidden" name="order" value={order.join('\n')} />
      {order.length > 1 && <TablesOrder offer={offer} order={order} change={setOrder} />}
      {offer.items.length > 0 && <ShownItems form={form} items={offer.items} shows={initial.shows} shown={initial.shown} />}
    </>
  );
}

interface BackgroundProps extends Pick<Props, 'form'>, Pick<TablesOffer, 'divisions'> {
  readonly background: TablesOffer['backgrounds'][number];
  readonly chosen: readonly string[];
}

function Background({ form, background: { id, label, text: asked, own }, divisions, chosen }: BackgroundProps) {
  const text = useText();
  const box = (scope: string, words: string) => (
    <label key={scope} className="choice">
      <input type="checkbox" value={tableValue(id, scope)} defaultChecked={chosen.includes(tableValue(id, scope))} {...form.box('cuts')} />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset className="background">
      <legend>{text.of(label)}</legend>
      <span className="hint">
        {text.of(asked)}
        {own && ` · ${id}`}
        {own && !own.gated && ` · ${text('gates.missing')}`}
        {own?.lacking && ` · ${text('own-question.lacking', { language: nameOfTongue(own.lacking) })}`}
      </span>
      {box('company', text('draft.tables.company'))}
      {divisions.length > 0 && (
        <details className="disclosure" open={divisions.some((division) => chosen.includes(tableValue(id, division.id)))}>
          <summary>{text('draft.tables.divisions')}</summary>
          <div className="choices">{divisions.map((division) => box(division.id, text('draft.tables.division', { name: division.name, people: text('people.count', { n: division.people }) })))}</div>
        </details>
      )}
    </fieldset>
  );
}
