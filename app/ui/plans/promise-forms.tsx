// What can become of a promise: kept, a new day while the old one has not passed, or dropped with a reason.
import { Form } from '@remix-run/react';
import { addDays, type Day } from '#app/domain/kernel/day.ts';
import type { Promised } from '#app/domain/plans/promised.ts';
import { dropForm, keepForm, renewForm } from '#app/forms/plans.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../controls/card.tsx';
import { DayField } from '../forms/day-field.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { NeededNote } from '../forms/needed-note.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { Plain } from './done.tsx';

interface Props {
  readonly promise: Promised;
  readonly today: Day;
  readonly reply: FormReply | undefined;
}

const replyTo = (reply: FormReply | undefined, fate: string) => (reply?.values['fate'] === fate ? reply : undefined);

export function PromiseForms({ promise, today, reply }: Props) {
  const passed = promise.due < today;
  return (
    <>
      <Keeping promise={promise} late={passed} reply={replyTo(reply, 'kept')} />
      <Renewing promise={promise} passed={passed} reply={replyTo(reply, 'renewed')} />
      <Dropping promise={promise} reply={replyTo(reply, 'dropped')} />
    </>
  );
}

interface Part {
  readonly promise: Promised;
  readonly reply: FormReply | undefined;
}

function Keeping({ promise, late, reply }: Part & { late: boolean }) {
  const text = useText();
  const form = useValidatedForm(keepForm, reply);
  return (
    <Card title={text('promise.keep')} tone="accent">
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
        <ErrorSummary form={form} labels={{}} />
        <p>
          {text('promise.keep.lead')} {late && text('promise.keep.late')}
        </p>
        <Plain />
        <input type="hidden" {...form.hidden('fate', 'kept')} />
        <input type="hidden" {...form.hidden('due', promise.due)} />
        <div>
          <SubmitButton>{text('promise.keep')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function Renewing({ promise, passed, reply }: Part & { passed: boolean }) {
  const text = useText();
  const form = useValidatedForm(renewForm, reply, { asks: true });
  const labels = { to: text('promise.renew.to'), renewReason: text('promise.renew.reason') };
  if (passed) return <p className="quiet">{text('promise.renew.past')}</p>;
  return (
    <Card title={text('promise.renew')}>
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
        <ErrorSummary form={form} labels={labels} />
        <p className="small quiet">{text('promise.renew.lead')}</p>
        <NeededNote />
        <Plain />
        <input type="hidden" {...form.hidden('fate', 'renewed')} />
        <input type="hidden" {...form.hidden('due', promise.due)} />
        <DayField form={form} name="to" label={labels.to} needed min={addDays(promise.due, 1)} />
        <TextArea form={form} name="renewReason" label={labels.renewReason} needed rows={2} />
        <div>
          <SubmitButton className="button">{text('promise.renew')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function Dropping({ promise, reply }: Part) {
  const text = useText();
  const form = useValidatedForm(dropForm, reply);
  const labels = { dropReason: text('promise.drop.reason') };
  return (
    <Card title={text('promise.drop')}>
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
        <ErrorSummary form={form} labels={labels} />
        <p className="small quiet">{text('promise.drop.lead')}</p>
        <NeededNote />
        <Plain />
        <input type="hidden" {...form.hidden('fate', 'dropped')} />
        <input type="hidden" {...form.hidden('due', promise.due)} />
        <TextArea form={form} name="dropReason" label={labels.dropReason} needed rows={2} />
        <div>
          <SubmitButton className="button danger">{text('promise.drop')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
