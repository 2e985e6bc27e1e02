import { redirect, type MetaFunction } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { peopleReadingForm } from '#app/forms/people-reading.ts';
import { much } from '#app/http/body-limit.server.ts';
import { command } from '#app/http/command.server.ts';
import { page } from '#app/http/page.server.ts';
import { reviewStage, sayMore } from '#app/services/organisation/import-staged.server.ts';
import { textOf } from '#app/text/text.ts';
import { PageHeader } from '#app/ui/controls/page-header.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { SubmitButton } from '#app/ui/forms/submit-button.tsx';
import { useValidatedForm } from '#app/ui/forms/use-validated-form.ts';
import { useLoaded, useReply } from '#app/ui/layout/loaded.ts';
import { ColumnFields } from '#app/ui/organisation/column-fields.tsx';
import { ReadingFields } from '#app/ui/organisation/reading-fields.tsx';
import { ReadingNotes } from '#app/ui/organisation/reading-notes.tsx';
import { useText } from '#app/ui/text.ts';

export const loader = page({ may: 'manage-people' }, async ({ app, language, params }) => {
  const stage = params['stage'] ?? '';
  const review = await reviewStage(app, stage);
  if (!review) throw redirect('/people/import?expired');
  const { understood, offers, choices, problems } = review;
  return { stage, title: textOf(language)('import.read'), understood, offers, choices, codes: [...new Set(problems.map(({ code }) => code))] };
});

export const action = command({ may: 'manage-people', form: peopleReadingForm, takes: much }, ({ app, params, input }) => {
  const stage = params['stage'] ?? '';
  return redirect(sayMore(app, stage, input) ? `/people/import/${stage}` : '/people/import?expired');
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReadColumns() {
  const text = useText();
  const { stage, understood, offers, choices, codes } = useLoaded<typeof loader>();
  const form = useValidatedForm(peopleReadingForm, useReply());
  return (
    <div className="wide">
      <PageHeader title={text('import.read')} lead={text('import.read.lead')} back={{ to: `/people/import/${stage}`, label: text('import.review') }} />
      <div className="stack">
        <ErrorSummary form={form} labels={{ company: text('import.read.company'), separator: text('import.read.separator') }} />
        {understood && <ReadingNotes understood={understood} />}
        <Form method="post" noValidate className="stack-wide" onSubmit={form.onSubmit}>
          <ReadingFields form={form} understood={understood} offers={offers} choices={choices} codes={codes} />
          {understood && <ColumnFields form={form} roles={understood.roles} />}
          <div>
            <SubmitButton>{text('import.read.save')}</SubmitButton>
          </div>
        </Form>
      </div>
    </div>
  );
}
