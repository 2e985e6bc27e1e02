import type { DraftOffer, PartOffered } from '#app/domain/surveys/draft-offer.ts';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import type { ValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

interface Props {
  readonly form: ValidatedForm;
  readonly parts: readonly PartOffered[];
  readonly initial: Pick<DraftOffer['initial'], 'whoIsAsked' | 'parts'>;
}

/** Everybody, or parts of the tree. The boxes are there whatever is chosen above them, so that the form works before its script arrives. */
export function AudienceChoice({ form, parts, initial }: Props) {
  const text = useText();
  const label = ({ name, above, people }: PartOffered) => {
    const values = { name, people: text('people.count', { n: people }) };
    return above === null ? text('audience.part', values) : text('audience.part.under', { ...values, above });
  };
  const ticked = form.chosen('parts', initial.parts);
  return (
    <>
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
      <details className="disclosure" open={ticked.length > 0 || form.wrong('parts') !== null}>
        <summary>{text('audience.parts.which')}</summary>
        <ChoiceGroup form={form} kind="several" name="parts" label={text('audience.parts.tick')} initial={initial.parts} choices={parts.map((part) => ({ value: part.id, label: label(part) }))} />
      </details>
    </>
  );
}
