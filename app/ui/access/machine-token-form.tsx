import { Form } from '@remix-run/react';
import { scopes } from '#app/domain/access/machine-token.ts';
import type { Day } from '#app/domain/kernel/day.ts';
import { makeTokenForm } from '#app/forms/machine-tokens.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { DayField } from '#app/ui/forms/day-field.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly request: string;
  readonly latest: Day;
  readonly reply: FormReply | undefined;
}

export function MachineTokenForm({ request, latest, reply }: Props) {
  const text = useText();
  const form = useValidatedForm(makeTokenForm, reply);
  const labels = { name: text('machines.name'), scopes: text('machines.scopes'), lastDay: text('machines.last-day') };
  const choices = scopes.map((scope) => ({ value: scope, label: text(`machines.scope.${scope}`) }));
  return (
    <section className="stack" aria-labelledby="new-token">
      <h2 id="new-token">{text('machines.new')}</h2>
      <ErrorSummary form={form} labels={labels} />
      <Form method="post" noValidate className="card stack" onSubmit={form.onSubmit}>
        <input type="hidden" {...form.hidden('intent', 'make')} />
        <input type="hidden" {...form.hidden('request', request)} />
        <TextField form={form} name="name" label={labels.name} hint={text('machines.name.hint')} autoComplete="off" />
        <ChoiceGroup form={form} name="scopes" kind="several" label={labels.scopes} choices={choices} />
        <DayField form={form} name="lastDay" label={labels.lastDay} hint={text('machines.last-day.hint', { latest: text.day(latest) })} initial={latest} max={latest} />
        <div>
          <SubmitButton>{text('machines.make')}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}
