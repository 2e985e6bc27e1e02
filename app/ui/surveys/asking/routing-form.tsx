import { Form, Link } from '@remix-run/react';
import type { PartOffered } from '#app/domain/surveys/draft-offer.ts';
import { routingForm } from '#app/forms/routing.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { ChoiceGroup } from '../../forms/choice-group.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';
import type { RoutingRow } from './routing-list.tsx';

interface Props {
  readonly question: Pick<RoutingRow, 'id' | 'least' | 'asking' | 'mayDepend'>;
  /** Questions that can open it. */
  readonly screeners: readonly { readonly id: string; readonly text: string }[];
  readonly parts: readonly PartOffered[];
  readonly everybody: number | null;
  readonly reply: FormReply | undefined;
  readonly back: string;
}

/** The boxes are there whatever is chosen above them, so that the form works before its script arrives. */
export function RoutingForm({ question: { id, least, asking, mayDepend }, screeners, parts, everybody, reply, back }: Props) {
  const text = useText();
  const form = useValidatedForm(routingForm, reply);
  const labels = { asked: text('routing.choose'), 'route-parts': text('routing.parts'), screener: text('routing.screener') };
  const departments = asking && 'departments' in asking ? asking.departments : [];
  const screener = asking && 'screener' in asking ? asking.screener : (screeners[0]?.id ?? '');
  const partLabel = ({ name, above, people }: PartOffered) => {
    const values = { name, people: text('people.count', { n: people }) };
    return above === null ? text('audience.part', values) : text('audience.part.under', { ...values, above });
  };
  return (
    <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" {...form.hidden('question', id)} />
      <ChoiceGroup
        form={form}
        kind="one"
        name="asked"
        label={labels.asked}
        initial={[asking === null ? 'everybody' : 'departments' in asking ? 'parts' : 'answer']}
        choices={[
          { value: 'everybody', label: everybody === null ? text('audience.everybody') : text('audience.part', { name: text('audience.everybody'), people: text('people.count', { n: everybody }) }) },
          { value: 'parts', label: text('routing.some'), hint: text('routing.some.hint') },
          ...(mayDepend ? [{ value: 'answer', label: text('routing.yes'), hint: text(screeners.length > 0 ? 'routing.yes.hint' : 'routing.yes.none') }] : []),
        ]}
      />
      {mayDepend && screeners.length > 0 && <ChoiceGroup form={form} kind="one" name="screener" label={labels.screener} optional initial={[screener]} choices={screeners.map((one) => ({ value: one.id, label: one.text }))} />}
      <ChoiceGroup form={form} kind="several" name="route-parts" label={labels['route-parts']} hint={text('routing.parts.hint', { k: least })} optional initial={departments} choices={parts.map((part) => ({ value: part.id, label: partLabel(part) }))} />
      <div className="row">
        <SubmitButton>{text('routing.keep')}</SubmitButton>
        <Link className="button plain" to={back}>
          {text('dialog.cancel')}
        </Link>
      </div>
    </Form>
  );
}
