// The short forms of every day: a note, and one more step.
import { Form } from '@remix-run/react';
import { addStepForm, noteForm } from '#app/forms/plans.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { DayField } from '../forms/day-field.tsx';
import { NeededNote } from '../forms/needed-note.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { Plain } from './done.tsx';
import { OwnerField } from './owner-field.tsx';

interface Props {
  readonly request: string;
  readonly reply: FormReply | undefined;
}

export function NoteForm({ request, reply }: Props) {
  const text = useText();
  const form = useValidatedForm(noteForm, reply);
  return (
    <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="stack no-print">
      <Plain />
      <input type="hidden" {...form.hidden('intent', 'write-note')} />
      <input type="hidden" {...form.hidden('request', request)} />
      <TextArea form={form} name="note" label={text('plan.note')} needed hint={text('plan.note.hint')} rows={3} />
      <div>
        <SubmitButton className="button">{text('plan.note.send')}</SubmitButton>
      </div>
    </Form>
  );
}

interface AddProps extends Props {
  readonly people: readonly { readonly id: string; readonly called: string }[];
  readonly me: string;
  readonly today: string;
}

export function AddStepForm({ request, reply, people, me, today }: AddProps) {
  const text = useText();
  const form = useValidatedForm(addStepForm, reply, { asks: true });
  return (
    <div id="add-step">
      <Disclosure summary={text('plan.step.add')} open={reply !== undefined}>
        <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="stack">
          <Plain />
          <input type="hidden" {...form.hidden('intent', 'add-step')} />
          <input type="hidden" {...form.hidden('request', request)} />
          <NeededNote />
          <TextField form={form} name="stepTitle" label={text('plan.step.title')} needed />
          <div className="fields">
            <OwnerField form={form} name="stepOwner" label={text('plan.step.owner')} people={people} initial={people.find(({ id }) => id === me)?.called ?? ''} />
            <DayField form={form} name="stepDue" label={text('plan.step.due')} needed min={today} />
          </div>
          <div>
            <SubmitButton className="button">{text('plan.step.add')}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
