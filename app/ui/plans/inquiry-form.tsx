// Noting down what was found out beside the survey: who took part is a number.
import { Form } from '@remix-run/react';
import type { Day } from '#app/domain/kernel/day.ts';
import { outsider, recordForm } from '#app/forms/inquiries.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../controls/card.tsx';
import { ChoiceGroup } from '../forms/choice-group.tsx';
import { DayField } from '../forms/day-field.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly departments: readonly Named[];
  readonly moderators: readonly Named[];
  readonly me: string;
  readonly request: string;
  readonly today: Day;
  readonly reply: FormReply | undefined;
}

const kinds = ['interview', 'focus-group', 'depth-talk', 'observation'] as const;

export function InquiryForm({ departments, moderators, me, request, today, reply }: Props) {
  const text = useText();
  const form = useValidatedForm(recordForm, reply);
  const labels = {
    kind: text('inquiries.kind'),
    department: text('inquiries.department'),
    day: text('inquiries.day'),
    topic: text('inquiries.topic'),
    moderator: text('inquiries.moderator'),
    participants: text('inquiries.participants'),
    points: text('inquiries.points'),
  };
  const named = (people: readonly Named[]) => people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={text('inquiries.new')}>
      <Form method="post" action="/plans/inquiries" noValidate className="stack" onSubmit={form.onSubmit}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" {...form.hidden('intent', 'record')} />
        <input type="hidden" {...form.hidden('request', request)} />
        <ChoiceGroup form={form} name="kind" kind="one" label={labels.kind} choices={kinds.map((kind) => ({ value: kind, label: text(`inquiries.kind.${kind}`), hint: text(`inquiries.kind.hint.${kind}`) }))} />
        <div className="fields">
          <SelectField form={form} name="department" label={labels.department} choices={named(departments)} />
          <DayField form={form} name="day" label={labels.day} initial={today} max={today} />
        </div>
        <TextField form={form} name="topic" label={labels.topic} />
        <div className="fields">
          <SelectField form={form} name="moderator" label={labels.moderator} hint={text('inquiries.moderator.hint')} initial={me} choices={[...named(moderators), { value: outsider, label: text('inquiries.outside') }]} />
          <TextField form={form} name="participants" label={labels.participants} hint={text('inquiries.participants.hint')} inputMode="numeric" autoComplete="off" />
        </div>
        <TextArea form={form} name="points" label={labels.points} hint={text('inquiries.points.hint')} rows={6} />
        <div>
          <SubmitButton>{text('inquiries.save')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
