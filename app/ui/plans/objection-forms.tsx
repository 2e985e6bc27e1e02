// The two forms about objections that carry a name: what somebody writes to the owner, and what the owner answers to all.
import { Form } from '@remix-run/react';
import { answerObjectionsForm, objectForm } from '#app/forms/plans.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

interface ByNameProps {
  readonly to: string;
  /** Where it is the only way. */
  readonly open: boolean;
  readonly request: string;
  readonly reply: FormReply | undefined;
}

export function WordsByName({ to, open, request, reply }: ByNameProps) {
  const text = useText();
  const form = useValidatedForm(objectForm, reply);
  return (
    <Disclosure summary={text('consultation.object')} open={open || reply !== undefined}>
      <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="stack no-print">
        <input type="hidden" {...form.hidden('intent', 'object-by-name')} />
        <input type="hidden" {...form.hidden('request', request)} />
        <TextArea form={form} name="objection" label={text('consultation.object.label', { name: to })} hint={text('consultation.object.hint', { name: to })} rows={4} />
        <div>
          <SubmitButton className="button">{text('consultation.object.send')}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

export function AnswerToAll({ reply }: { reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(answerObjectionsForm, reply);
  return (
    <Form method="post" noValidate preventScrollReset onSubmit={form.onSubmit} className="stack no-print">
      <input type="hidden" {...form.hidden('intent', 'answer-objections')} />
      <TextArea form={form} name="objectionsAnswer" label={text('consultation.answer.label')} hint={text('consultation.answer.hint')} rows={5} />
      <div>
        <SubmitButton>{text('consultation.answer.send')}</SubmitButton>
      </div>
    </Form>
  );
}
