import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { largestTongue } from '#app/domain/surveys/tongue-problem.ts';
import { bringTongueForm } from '#app/forms/bring-tongue.ts';
import { page } from '#app/http/page.server.ts';
import { upload } from '#app/http/upload.server.ts';
import { newStage, removeStage } from '#app/services/organisation/stage-files.server.ts';
import { textOf } from '#app/text/text.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { FileField } from '#app/ui/forms/file-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, ({ language, url }) => ({ title: textOf(language)('tongues.bring'), expired: url.searchParams.has('expired') }));

/** What is wrong in it is told by the page that looks at it, so that it can be looked at again. */
export const action = upload({ rule: { may: 'compose-surveys', form: bringTongueForm, fields: ['sentences'], largest: largestTongue, tooLarge: 'tongue-large' }, place: newStage, forget: removeStage }, (id) =>
  redirect(`/surveys/languages/bring/${id}`),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BringTongue() {
  const text = useText();
  const { title, expired } = useLoaded<typeof loader>();
  const form = useValidatedForm(bringTongueForm, useReply());
  return (
    <div className="narrow">
      <PageHeader title={title} lead={text('tongues.bring.lead')} back={{ to: '/surveys/languages', label: text('tongues.title') }} />
      <div className="stack">
        {expired && (
          <Notice tone="warn" live>
            {text('tongues.expired')}
          </Notice>
        )}
        <ErrorSummary form={form} labels={{ sentences: text('tongues.bring.file') }} />
        <Form method="post" encType="multipart/form-data" noValidate className="card stack" onSubmit={form.onSubmit}>
          <FileField form={form} name="sentences" label={text('tongues.bring.file')} hint={text('tongues.bring.hint')} accept=".po,.txt,text/x-gettext-translation" />
          <div>
            <SubmitButton>{text('tongues.bring.go')}</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  );
}
