// How a plan ends: told to the people who were asked, or given up with a reason.
import { Form } from '@remix-run/react';
import type { Ground } from '#app/domain/plans/achievement.ts';
import { giveUpForm, closeForm } from '#app/forms/plans.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../controls/card.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { AchievedFor } from './effect-text.tsx';
import { Plain } from './done.tsx';

export function ClosingCard({ grounds, reply }: { grounds: readonly Ground[]; reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(closeForm, reply);
  const likely = grounds.length > 0 ? 'yes' : 'no';
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: text(`plan.close.${value}`) }));
  return (
    <Card title={text('plan.close')} tone="accent">
      <p>{text('plan.close.lead')}</p>
      {grounds.length > 0 ? <AchievedFor grounds={grounds} /> : <p>{text('plan.close.no-ground')}</p>}
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack no-print">
        <Plain />
        <input type="hidden" {...form.hidden('intent', 'close')} />
        <ChoiceGroup form={form} name="achieved" kind="one" label={text('plan.close.achieved')} choices={choices} initial={[likely]} />
        <TextArea form={form} name="result" label={text('plan.close.result')} needed />
        <TextArea form={form} name="next" label={text('plan.close.next')} optional rows={2} />
        <TextArea form={form} name="lesson" label={text('plan.close.lesson')} optional rows={2} />
        <div>
          <SubmitButton>{text('plan.close.send')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

export function GivingUp({ reply }: { reply: FormReply | undefined }) {
  const text = useText();
  const form = useValidatedForm(giveUpForm, reply);
  return (
    <Disclosure summary={text('plan.cancel')} open={reply !== undefined}>
      <Form method="post" noValidate onSubmit={form.onSubmit} className="stack">
        <p className="quiet">{text('plan.cancel.lead')}</p>
        <Plain />
        <input type="hidden" {...form.hidden('intent', 'give-up')} />
        <TextArea form={form} name="giveUpReason" label={text('plan.cancel.reason')} needed />
        <div>
          <SubmitButton className="button danger">{text('plan.cancel')}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
