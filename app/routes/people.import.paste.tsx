import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { peoplePasteForm } from '#app/forms/people-import.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { stagePasted } from '#app/services/organisation/stage-files.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextArea } from '#app/ui/forms/text-area.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useReply } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, ({ language }) => ({ title: textOf(language)('import.paste.title') }));

export const action = command({ may: 'manage-people', form: peoplePasteForm, takes: much }, ({ app, input }) => redirect(`/people/import/${stagePasted(app, input.pasted)}`));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PastePeople() {
  const text = useText();
  const form = useValidatedForm(peoplePasteForm, useReply());
  const label = text('import.paste.label');
  return (
    <div className="wide">
      <PageHeader title={text('import.paste.title')} lead={text('import.paste.lead')} back={{ to: '/people/import', label: text('import.title') }} />
      <div className="stack">
        <ErrorSummary form={form} labels={{ pasted: label }} />
        <Form method="post" noValidate className="card stack" onSubmit={form.onSubmit}>
          <TextArea form={form} name="pasted" label={label} rows={12} />
          <div>
            <SubmitButton>{text('import.preview')}</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  );
}
