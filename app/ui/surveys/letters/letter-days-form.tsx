import { Form } from '@remix-run/react';
import { surveyLettersForm } from '#app/forms/survey-letters.ts';
import type { LettersView } from '#app/domain/surveys/letters/letters-view.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Card } from '../../controls/card.tsx';
import { DayField } from '../../forms/day-field.tsx';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { useValidatedForm, type ValidatedForm } from '../../forms/use-validated-form.ts';
import { useText } from '../../text.ts';

interface Props {
  readonly view: LettersView;
  readonly opens: string;
  readonly closes: string;
  readonly today: string;
  readonly reply: FormReply | undefined;
}

function Without({ form, name, label, off }: { readonly form: ValidatedForm; readonly name: string; readonly label: string; readonly off: boolean }) {
  return (
    <label className="choice">
      <input type="checkbox" value="off" {...form.box(name)} defaultChecked={form.chosen(name, off ? ['off'] : []).includes('off')} />
      <span>{label}</span>
    </label>
  );
}

/** On which days the letters leave; the hour is chosen with the survey. */
export function LetterDaysForm({ view: { days, letter }, opens, closes, today, reply }: Props) {
  const text = useText();
  const form = useValidatedForm(surveyLettersForm, reply);
  const labels = { announcement: text('letter-page.day.announcement'), 'first-reminder': text('letter-page.day.first'), 'last-reminder': text('letter-page.day.last') };
  return (
    <Card title={text('letter-page.days')}>
      <p className="quiet">{text('letter-page.days.lead')}</p>
      <ErrorSummary form={form} labels={labels} />
      <Form method="post" noValidate className="stack" onSubmit={form.onSubmit}>
        <input type="hidden" {...form.hidden('kind', letter.kind)} />
        <input type="hidden" {...form.hidden('language', letter.language)} />
        <DayField form={form} name="announcement" label={labels.announcement} hint={text('letter-page.day.announcement.hint')} optional initial={days.announcement ?? ''} min={today} max={opens} />
        <DayField form={form} name="first-reminder" label={labels['first-reminder']} optional initial={days['first-reminder'] ?? ''} min={opens} max={closes} />
        <Without form={form} name="first-off" label={text('letter-page.day.first.off')} off={days['first-reminder'] === null} />
        <DayField form={form} name="last-reminder" label={labels['last-reminder']} optional initial={days['last-reminder'] ?? ''} min={opens} max={closes} />
        <Without form={form} name="last-off" label={text('letter-page.day.last.off')} off={days['last-reminder'] === null} />
        <SubmitButton name="intent" value="days">
          {text('letter-page.days.save')}
        </SubmitButton>
      </Form>
    </Card>
  );
}
