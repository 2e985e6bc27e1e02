// After the talk: a day, a number and what was added.
import { Form } from '@remix-run/react';
import type { Day } from '#app/domain/kernel/day.ts';
import type { Inquiry } from '#app/domain/plans/inquiry.ts';
import { talkForm } from '#app/forms/inquiries.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../controls/card.tsx';
import { DayField } from '../forms/day-field.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useValidatedForm } from '../forms/use-validated-form.ts';
import { useText } from '../text.ts';
import { PointList } from './inquiry-list.tsx';

interface Props {
  readonly departmentId: string;
  readonly request: string;
  readonly present: { readonly least: number; readonly most: number };
  readonly closed: string;
  readonly today: Day;
  readonly reply: FormReply | undefined;
}

export function TalkForm({ departmentId, request, present, closed, today, reply }: Props) {
  const text = useText();
  const form = useValidatedForm(talkForm, reply);
  const labels = { day: text('talk.day'), participants: text('talk.present'), points: text('talk.points') };
  return (
    <Card title={text('talk.after')}>
      <p>{text('talk.after.lead')}</p>
      <Form method="post" action={`/plans/talk?department=${departmentId}`} noValidate className="stack" onSubmit={form.onSubmit}>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" {...form.hidden('request', request)} />
        <input type="hidden" {...form.hidden('department', departmentId)} />
        <div className="fields">
          <DayField form={form} name="day" label={labels.day} initial={today} min={closed} max={today} />
          <TextField form={form} name="participants" label={labels.participants} hint={text('talk.present.hint', present)} inputMode="numeric" autoComplete="off" />
        </div>
        <TextArea form={form} name="points" label={labels.points} hint={text('talk.points.hint')} rows={6} />
        <div>
          <SubmitButton>{text('talk.save')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

export function HeldTalks({ held }: { held: readonly Inquiry[] }) {
  const text = useText();
  return (
    <ul className="list">
      {held.map((talk) => (
        <li key={talk.id}>
          <p className="strong">{text('talk.held', { day: text.day(talk.day), n: talk.participants })}</p>
          <PointList points={talk.points} />
        </li>
      ))}
    </ul>
  );
}
