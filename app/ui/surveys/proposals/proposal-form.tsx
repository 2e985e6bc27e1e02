// What an employee proposes to ask. That it carries the name stands before the button, and on it.
import { Form } from '@remix-run/react';
import { longestProposal, longestProposalWhy } from '#app/domain/surveys/proposals/proposal.ts';
import { proposalForm } from '#app/forms/proposals.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../../controls/card.tsx';
import { Notice } from '../../controls/notice.tsx';
import { ChoiceGroup } from '../../forms/choice-group.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { KeptForm } from '../../forms/kept-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { TextArea } from '../../forms/text-area.tsx';
import { useValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';

export function ProposalForm({ request, reply }: { readonly request: string; readonly reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(proposalForm, reply);
  const labels = { words: text('proposal.words'), why: text('proposal.why') };
  return (
    <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit}>
      <ErrorSummary form={form} labels={labels} />
      <KeptForm />
      <input type="hidden" {...form.hidden('request', request)} />
      <Card>
        <TextArea form={form} name="words" label={labels.words} hint={text('proposal.words.hint', { most: longestProposal })} rows={2} dir="auto" />
        <TextArea form={form} name="why" label={labels.why} hint={text('proposal.why.hint')} optional rows={3} maxLength={longestProposalWhy} dir="auto" />
        <ChoiceGroup form={form} kind="several" name="may-show" label={text('proposal.show')} choices={[{ value: 'on', label: text('proposal.show.yes') }]} />
        <Notice>{text('proposal.signed')}</Notice>
        <div>
          <SubmitButton>{text('proposal.send')}</SubmitButton>
        </div>
      </Card>
    </Form>
  );
}
