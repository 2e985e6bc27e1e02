import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import * as v from 'valibot';
import { largestAnswers, longestPastTitle, pastUploadForm } from '#app/forms/past-upload.ts';
import { page } from '#app/http/page.server.ts';
import { upload } from '#app/http/upload.server.ts';
import { beginPast, giveUpPast } from '#app/services/past-surveys.server.ts';
import { newStage } from '#app/services/past-surveys/stage-files.server.ts';
import { textOf } from '#app/text/text.ts';
import { Card } from '#app/ui/controls/card.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { DayField } from '#app/ui/forms/day-field.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { FileField } from '#app/ui/forms/file-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { TextField } from '#app/ui/forms/text-field.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { PastSteps } from '#app/ui/past-surveys/past-steps.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'compose-surveys' }, ({ app, language, url }) => ({
  title: textOf(language)('past.upload.title'),
  today: app.today(),
  expired: url.searchParams.has('expired'),
}));

export const action = upload(
  {
    rule: { may: 'compose-surveys', form: pastUploadForm, fields: ['answers'], texts: ['title', 'closed'], largest: largestAnswers, tooLarge: 'past-file-too-large' },
    place: newStage,
    forget: giveUpPast,
  },
  (id, { app, place, texts, reject }) => {
    const { title, closed } = v.parse(v.omit(pastUploadForm, ['answers']), texts);
    const begun = beginPast(app, place, { title, closed });
    return begun.ok ? redirect(`/surveys/past/${id}`) : reject('closed', begun.because);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BringPast() {
  const text = useText();
  const { today, expired } = useLoaded<typeof loader>();
  const form = useValidatedForm(pastUploadForm, useReply());
  const labels = { title: text('past.upload.name'), closed: text('past.upload.closed'), answers: text('past.upload.answers') };
  return (
    <div className="narrow">
      <PageHeader title={text('past.upload.title')} lead={text('past.upload.lead')} back={{ to: '/surveys/past', label: text('past.title') }} />
      <div className="stack">
        <PastSteps now="file" />
        {expired && <Notice tone="warn">{text('past.expired')}</Notice>}
        <ErrorSummary form={form} labels={labels} />
        <Form method="post" encType="multipart/form-data" noValidate className="card stack" onSubmit={form.onSubmit}>
          <TextField form={form} name="title" label={labels.title} hint={text('past.upload.name.hint')} maxLength={longestPastTitle} />
          <DayField form={form} name="closed" label={labels.closed} hint={text('past.upload.closed.hint')} max={today} />
          <FileField form={form} name="answers" label={labels.answers} hint={text('past.upload.answers.hint')} accept=".csv,.txt,.tsv,.xlsx,.xls,text/csv" />
          <div>
            <SubmitButton>{text('past.upload.go')}</SubmitButton>
          </div>
        </Form>
        <Card title={text('past.upload.kept')}>
          <p>{text('past.upload.kept.text')}</p>
        </Card>
      </div>
    </div>
  );
}
