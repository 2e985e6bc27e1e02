import { Form, Link } from '@remix-run/react';
import type { PartOffered } from '#app/domain/surveys/draft-offer.ts';
import { routingForm } from '#app/forms/routing.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import type { RoutingRow } from './routing-list.tsx';

interface Props {
  readonly question: Pick<RoutingRow, 'id' | 'k' | 'departments'>;
  readonly parts: readonly PartOffered[];
  readonly everybody: number | null;
  readonly reply: FormReply | undefined;
  readonly back: string;
}

/** The boxes are there whatever is chosen above them, so that the form works before its script arrives. */
export function RoutingForm({ question: { id, k, departments }, parts, everybody, reply, back }: Props) {
  const text = useText();
  const form = useValidatedForm(routingForm, reply);
  const labels = { asked: text('routing.choose'), 'route-parts': text('routing.parts') };
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
        initial={[departments === null ? 'everybody' : 'parts']}
        choices={[
          { value: 'everybody', label: everybody === null ? text('routing.everybody') : text('routing.everybody.of', { people: text('people.count', { n: everybody }) }) },
          { value: 'parts', label: text('routing.some'), hint: text('routing.some.hint') },
        ]}
      />
      <ChoiceGroup form={form} kind="several" name="route-parts" label={labels['route-parts']} hint={text('routing.parts.hint', { k })} optional initial={departments ?? []} choices={parts.map((part) => ({ value: part.id, label: partLabel(part) }))} />
      <div className="row">
        <SubmitButton>{text('routing.keep')}</SubmitButton>
        <Link className="button plain" to={back}>
          {text('dialog.cancel')}
        </Link>
      </div>
    </Form>
  );
}
