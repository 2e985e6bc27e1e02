import { useRef, type FormEvent, type KeyboardEvent } from 'react';
import type { DraftOffer, PartOffered } from '#app/domain/surveys/draft-offer.ts';
import type { FoundParts } from '#app/domain/surveys/asking/part-search.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { ChoiceGroup } from '../../forms/choice-group.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { looking, type ValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';

interface Props {
  readonly form: ValidatedForm;
  readonly offer: Pick<DraftOffer, 'parts' | 'partsInAll'>;
  readonly reply: FormReply | undefined;
  readonly initial: Pick<DraftOffer['initial'], 'whoIsAsked' | 'parts'>;
}

/** Everybody, or parts of the tree. The boxes are there whatever is chosen above them, so that the form works before its script arrives. */
export function AudienceChoice({ form, offer, reply, initial }: Props) {
  const text = useText();
  const label = ({ name, above, people }: PartOffered) => {
    const values = { name, people: text('people.count', { n: people }) };
    return above === null ? text('audience.part', values) : text('audience.part.under', { ...values, above });
  };
  const ticked = form.chosen('parts', initial.parts);
  const offered = reply?.offered;
  const { parts } = offered ?? offer;
  const list = useRef<HTMLDetailsElement>(null);
  /** Whoever chooses parts finds them: with a mouse, with the arrow keys, and where what was typed is put back. */
  const openWhere = ({ target }: FormEvent<HTMLDivElement>) => {
    if (target instanceof HTMLInputElement && target.name === 'audience' && target.value === 'parts' && list.current) list.current.open = true;
  };
  return (
    <div className="stack" onChange={openWhere}>
      <ChoiceGroup
        form={form}
        kind="one"
        name="audience"
        label={text('audience.choose')}
        initial={[initial.whoIsAsked]}
        choices={[
          { value: 'everybody', label: text('audience.everybody') },
          { value: 'parts', label: text('audience.parts'), hint: text('audience.parts.hint') },
          { value: 'half', label: text('audience.half'), hint: text('audience.half.hint') },
        ]}
      />
      <details ref={list} className="disclosure" open={ticked.length > 0 || form.wrong('parts') !== null || (offered?.find ?? '') !== ''}>
        <summary>{text('audience.parts.which')}</summary>
        {offer.partsInAll > offer.parts.length && <PartSearch form={form} all={offer.partsInAll} offered={offered} />}
        <ChoiceGroup form={form} kind="several" name="parts" label={text('audience.parts.tick')} initial={initial.parts} choices={parts.map((part) => ({ value: part.id, label: label(part) }))} />
      </details>
    </div>
  );
}

/** Enter where one searches searches, and makes no draft of what is half written; while signs are put together it only ends that. */
function searchByEnter(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  event.currentTarget.querySelector('button')?.click();
}

/** Sends the form, which comes back with what was found: nothing that was typed elsewhere in it is lost, with a script or without. */
function PartSearch({ form, all, offered }: { readonly form: ValidatedForm; readonly all: number; readonly offered: FoundParts | undefined }) {
  const text = useText();
  const find = offered?.find ?? '';
  return (
    <div className="stack-tight" onKeyDown={searchByEnter}>
      <input type="hidden" name="looked" value={find} />
      <TextField form={form} name="find-parts" label={text('audience.find')} hint={text('audience.find.hint', { n: all })} optional />
      <div>
        <button className="button" name={looking} value="parts" formNoValidate>
          {text('people.search.button')}
        </button>
      </div>
      <p className="quiet small" role="status">
        {find !== '' && text('audience.found', { find, n: offered?.found ?? 0 })}
      </p>
    </div>
  );
}
