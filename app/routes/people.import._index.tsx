import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { largestFile, peopleImportForm } from '#app/forms/people-import.ts';
import { page } from '#app/http/page.server.ts';
import { upload } from '#app/http/upload.server.ts';
import { newStage, removeStage } from '#app/services/organisation/stage-files.server.ts';
import { nextStep } from '#app/services/installation/set-up.server.ts';
import { textOf } from '#app/text/text.ts';
import { Disclosure } from '#app/ui/controls/disclosure.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { FileField } from '#app/ui/forms/file-field.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { FirstSteps } from '#app/ui/organisation/first-steps.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, url }) => ({
  title: textOf(language)('import.title'),
  first: (await nextStep(app)) === 'people',
  expired: url.searchParams.has('expired'),
}));

export const action = upload(
  {
    rule: { may: 'manage-people', form: peopleImportForm, fields: ['people', 'departments'], largest: largestFile },
    place: newStage,
    forget: removeStage,
  },
  (id) => redirect(`/people/import/${id}`),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const columns = ['employee_id', 'name', 'department', 'email', 'manager_id', 'others'] as const;

function Columns() {
  const text = useText();
  return (
    <Disclosure summary={text('import.columns')}>
      <p>{text('import.columns.text')}</p>
      <ul>
        {columns.map((column) => (
          <li key={column}>{text(`import.columns.${column}`)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

export default function Import() {
  const text = useText();
  const { first, expired } = useLoaded<typeof loader>();
  const form = useValidatedForm(peopleImportForm, useReply());
  const labels = { people: text('import.people'), departments: text('import.departments') };
  return (
    <div className="wide">
      <PageHeader title={text('import.title')} lead={text('import.lead')} back={{ to: '/people', label: text('people.title') }} />
      <div className="stack">
        {first && <FirstSteps now="people" />}
        {expired && <Notice tone="warn">{text('import.expired')}</Notice>}
        <ErrorSummary form={form} labels={labels} />
        <Form method="post" encType="multipart/form-data" noValidate className="card stack" onSubmit={form.onSubmit}>
          <FileField form={form} name="people" label={labels.people} hint={text('import.people.hint')} accept=".csv,.txt,.tsv,.xlsx,.xls,.htm,.html,text/csv" />
          <FileField form={form} name="departments" label={labels.departments} hint={text('import.departments.hint')} optional accept=".csv,.txt,.tsv,.xlsx,.xls,.htm,.html,text/csv" />
          <div>
            <SubmitButton>{text('import.preview')}</SubmitButton>
          </div>
        </Form>
        <Columns />
      </div>
    </div>
  );
}
