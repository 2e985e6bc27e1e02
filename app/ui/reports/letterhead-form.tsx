// How papers of the company look, for HR: what is set now, and what to set instead.
import { Form } from '@remix-run/react';
import { letterheadForm } from '#app/forms/letterhead.ts';
import type { FormReply } from '#app/text/form-reply.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ChoiceGroup } from '#app/ui/forms/choice-group.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { FileField } from '#app/ui/forms/file-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useText } from '#app/ui/text.ts';

interface Props {
  readonly colour: string | null;
  /** Pixels. */
  readonly logo: { readonly width: number; readonly height: number } | null;
  readonly saved: boolean;
  readonly reply: FormReply | undefined;
}

export function LetterheadForm({ colour, logo, saved, reply }: Props) {
  const text = useText();
  const form = useValidatedForm(letterheadForm, reply);
  const labels = { logo: text('letterhead.logo'), colour: text('letterhead.colour') };
  return (
    <div className="narrow">
      <PageHeader title={text('letterhead.title')} lead={text('letterhead.lead')} back={{ to: '/results', label: text('results.title') }} />
      <div className="stack">
        {saved && form.refusals === 0 && (
          <Notice tone="good" live>
            {text('letterhead.saved')}
          </Notice>
        )}
        <ErrorSummary form={form} labels={labels} />
        <Form method="post" encType="multipart/form-data" noValidate className="card stack" onSubmit={form.onSubmit}>
          <div className="letterhead-sample" aria-label={text('letterhead.now')} role="group">
            <svg className="letterhead-colour" viewBox="0 0 8 40" preserveAspectRatio="none" aria-hidden="true">
              <rect width="8" height="40" fill={colour ?? '#1f5f8b'} />
            </svg>
            {logo ? <img src="/results/letterhead/logo.png" alt={text('letterhead.logo.now')} width={logo.width} height={logo.height} /> : <p>{text('letterhead.logo.none')}</p>}
          </div>
          <FileField form={form} name="logo" label={labels.logo} hint={text('letterhead.logo.hint')} optional accept=".png,.jpg,.jpeg,image/png,image/jpeg" />
          {logo && <ChoiceGroup form={form} name="remove" kind="several" label={text('letterhead.logo.now')} choices={[{ value: '1', label: text('letterhead.logo.remove') }]} />}
          <TextField form={form} name="colour" label={labels.colour} hint={text('letterhead.colour.hint')} optional initial={colour ?? ''} autoComplete="off" spellCheck={false} />
          <div>
            <SubmitButton>{text('letterhead.save')}</SubmitButton>
          </div>
        </Form>
        <p className="quiet small">{text('letterhead.where')}</p>
      </div>
    </div>
  );
}
