// What is done, in whose hands it lies, and what is counted meanwhile.
import { Form } from '@remix-run/react';
import type { PlannedMeasure } from '#app/domain/plans/planned-measure.ts';
import { countLeadingForm } from '#app/forms/plans.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { Plain } from './done.tsx';

interface Props {
  readonly measures: readonly PlannedMeasure[];
  /** By id. */
  readonly titles: Readonly<Record<string, string>>;
  readonly counted: Readonly<Record<string, string>>;
  /** The first one that is counted gets a form; null where nobody here may count. */
  readonly counting: { readonly reply: FormReply | undefined } | null;
}

export function MeasureList({ measures, titles, counted, counting }: Props) {
  const text = useText();
  const first = measures.find((one) => one.leading !== null);
  return (
    <ul className="list">
      {measures.map((one) => (
        <li key={one.id} className="stack-tight">
          <p className="strong">{titles[one.id]}</p>
          <p className="small quiet">
            {text(`plan.measure.${one.controllability}`)} · {text(`plan.measure.effort.${one.effort}`)}
          </p>
          {one.leading && (
            <p className="small">
              {text('plan.leading')}
              {text('punctuation.colon')}
              {text('plan.leading.text', { name: counted[one.id] ?? one.leading.name, start: text.number(one.leading.start), goal: text.number(one.leading.goal) })}
              {one.leading.now !== null && (
                <>
                  {' · '}
                  <strong>{text('plan.leading.now', { now: text.number(one.leading.now) })}</strong>
                </>
              )}
            </p>
          )}
          {counting && one === first && <CountForm key={one.leading?.now} measureId={one.id} reply={counting.reply} />}
        </li>
      ))}
    </ul>
  );
}

function CountForm({ measureId, reply }: { measureId: string; reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(countLeadingForm, reply);
  return (
    <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="count no-print">
      <Plain />
      <input type="hidden" {...form.hidden('intent', 'count-leading')} />
      <input type="hidden" {...form.hidden('measureId', measureId)} />
      <TextField form={form} name="now" label={text('plan.leading.count')} inputMode="decimal" />
      <SubmitButton className="button">{text('plan.leading.save')}</SubmitButton>
    </Form>
  );
}
